package org.inkstone.service.engine.internal.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.inkstone.service.engine.Grammar;
import org.junit.jupiter.api.Test;

/** The automaton and a recognizer that tries everything agree. */
class GbnfPropertyTest {
  private static final int GRAMMARS = 300;

  @Test
  void randomWalksGiveTextsOfTheGrammar() {
    int complete = 0;
    int walks = 0;
    for (int seed = 0; seed < GRAMMARS; seed++) {
      Random random = new Random(seed);
      NaiveGrammar grammar = NaiveGrammar.random(random);
      SmallVocabulary vocabulary = SmallVocabulary.create(random, 200);
      for (int i = 0; i < 5; i++) {
        walks++;
        complete += checkWalk(grammar, vocabulary, random, "seed " + seed) ? 1 : 0;
      }
    }
    assertTrue(complete > walks / 2, complete + " of " + walks + " walks came to an end");
  }

  @Test
  void theSameTextsAreAcceptedAndRefused() {
    int accepted = 0;
    int refused = 0;
    for (int seed = 0; seed < GRAMMARS; seed++) {
      Random random = new Random(seed);
      NaiveGrammar grammar = NaiveGrammar.random(random);
      Grammar gbnf = Grammar.gbnf(grammar.gbnf());
      SmallVocabulary vocabulary = SmallVocabulary.create(random, 0);
      for (int i = 0; i < 20; i++) {
        String text = randomText(random);
        boolean expected = grammar.matches(text);
        assertEquals(
            expected,
            Walks.derives(gbnf, vocabulary, text),
            () -> "text " + text + " of " + grammar.gbnf());
        accepted += expected ? 1 : 0;
        refused += expected ? 0 : 1;
      }
    }
    assertTrue(accepted > 200 && refused > 200, accepted + " accepted, " + refused + " refused");
  }

  @Test
  void formulasOfAnyDepthAreRecognized() {
    NaiveGrammar grammar = formulas();
    SmallVocabulary vocabulary =
        SmallVocabulary.create(new Random(1), 300, "IF(", "订单[金额]", ")+", "),");
    int complete = 0;
    for (int seed = 0; seed < 200; seed++) {
      complete += checkWalk(grammar, vocabulary, new Random(seed), "formula " + seed) ? 1 : 0;
    }
    assertTrue(complete > 50, complete + " of 200 formulas came to an end");
    String deep = "=" + "(".repeat(300) + "A1" + ")".repeat(300);
    assertTrue(Walks.derives(Grammar.gbnf(grammar.gbnf()), vocabulary, deep));
  }

  private static NaiveGrammar formulas() {
    NaiveGrammar.Part expr = new NaiveGrammar.Rule(1);
    NaiveGrammar.Part more = new NaiveGrammar.All(List.of(new NaiveGrammar.Literal(","), expr));
    NaiveGrammar.Part call =
        new NaiveGrammar.All(
            List.of(
                new NaiveGrammar.Either(
                    List.of(new NaiveGrammar.Literal("SUM("), new NaiveGrammar.Literal("IF("))),
                expr,
                NaiveGrammar.times(more, 0, 2),
                new NaiveGrammar.Literal(")")));
    NaiveGrammar.Part group =
        new NaiveGrammar.All(
            List.of(new NaiveGrammar.Literal("("), expr, new NaiveGrammar.Literal(")")));
    NaiveGrammar.Part operand =
        new NaiveGrammar.Either(
            List.of(
                new NaiveGrammar.Literal("A1"),
                new NaiveGrammar.Literal("订单[金额]"),
                NaiveGrammar.times(new NaiveGrammar.Letters('0', '9', false), 1, 3),
                call,
                group));
    NaiveGrammar.Part tail =
        new NaiveGrammar.All(List.of(new NaiveGrammar.Letters('*', '+', false), operand));
    return new NaiveGrammar(
        List.of(
            new NaiveGrammar.All(List.of(new NaiveGrammar.Literal("="), expr)),
            new NaiveGrammar.All(List.of(operand, NaiveGrammar.times(tail, 0, 2)))));
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(4);
    String[] pieces = {
      "a", "b", "ab", "(", ")", "中", "中文", "é", "\"", "\\", "x\ny", "😀", "=", "SUM(", "c"
    };
    for (int i = 0; i < length; i++) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  /** Walks at random and ends where it may after a while; false if it comes to no end. */
  private static boolean checkWalk(
      NaiveGrammar grammar, SmallVocabulary vocabulary, Random random, String where) {
    TokenConstraint constraint = Walks.start(Grammar.gbnf(grammar.gbnf()), vocabulary);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 200; i++) {
      long[] mask = constraint.mask();
      assertTrue(Walks.count(mask) > 0, () -> "dead end at " + where + ": " + grammar.gbnf());
      boolean end = i > 15 && Walks.allows(mask, vocabulary.end());
      int token = end ? vocabulary.end() : Walks.pick(mask, random);
      constraint.accept(token);
      if (vocabulary.isEnd(token)) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(grammar.matches(text), () -> where + ", text " + text + " of " + grammar.gbnf());
        return true;
      }
      bytes.writeBytes(vocabulary.bytes(token));
    }
    return false;
  }
}
