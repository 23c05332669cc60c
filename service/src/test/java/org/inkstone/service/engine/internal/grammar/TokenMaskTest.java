package org.inkstone.service.engine.internal.grammar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.inkstone.service.engine.Grammar;
import org.junit.jupiter.api.Test;

/** The mask of a state holds exactly the tokens whose bytes can come one after the other. */
class TokenMaskTest {
  private static final List<Grammar> GRAMMARS =
      List.of(
          Grammar.jsonSchema("{\"type\":\"string\",\"maxLength\":7}"),
          Grammar.jsonSchema("{\"type\":\"string\",\"minLength\":4,\"maxLength\":40}"),
          Grammar.jsonSchema("{}"),
          Grammar.jsonSchema(
              "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"ab\":{\"type\":"
                  + "\"array\",\"items\":{\"enum\":[\"中文\",\"中\",\"a\\\"b\"]}}},"
                  + "\"additionalProperties\":{\"type\":\"integer\",\"minimum\":7}}"),
          Grammar.gbnf(
              "root ::= \"=\" e\ne ::= t (\"+\" t)*\nt ::= \"A1\" | \"SUM(\" e (\",\" e)* \")\" | \"(\" e \")\""),
          Grammar.gbnf("root ::= x x\nx ::= [a-z]* \"ab\" | \"(\" x \")\" | [^x]{2,9}"),
          Grammar.gbnf("root ::= text\ntext ::= [^\"]*"),
          Grammar.gbnf("root ::= .{0,5} [a-c]{1,3} | s\ns ::= \"((\" s \"))\" | \"中\"?"));

  @Test
  void maskIsWhatTryingEachTokenFinds() {
    int states = 0;
    for (int seed = 0; seed < 80; seed++) {
      Random random = new Random(seed);
      Grammar grammar = GRAMMARS.get(seed % GRAMMARS.size());
      SmallVocabulary vocabulary = SmallVocabulary.create(random, 600);
      TokenConstraint constraint = Walks.start(grammar, vocabulary);
      StringBuilder walked = new StringBuilder();
      for (int i = 0; i < 25 && !constraint.isFinished(); i++) {
        long[] mask = constraint.mask();
        long[] expected = byTrying((AutomatonConstraint) constraint, vocabulary);
        for (int t = 0; t < vocabulary.size(); t++) {
          int token = t;
          assertEquals(
              Walks.allows(expected, t),
              Walks.allows(mask, t),
              () ->
                  grammar
                      + " after "
                      + walked
                      + ", token "
                      + new String(vocabulary.bytes(token), UTF_8));
        }
        states++;
        int token = Walks.pick(mask, random);
        constraint.accept(token);
        walked.append(new String(vocabulary.bytes(token), UTF_8));
      }
    }
    assertTrue(states > 500, "walks should meet hundreds of states, met " + states);
  }

  private static long[] byTrying(AutomatonConstraint constraint, Vocabulary vocabulary) {
    long[] mask = new long[(vocabulary.size() + 63) / 64];
    for (int token = 0; token < vocabulary.size(); token++) {
      if (constraint.canRead(token)) {
        mask[token >> 6] |= 1L << token;
      }
    }
    return mask;
  }
}
