package org.inkstone.service.engine.internal.grammar;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.Grammar;
import org.junit.jupiter.api.Test;

class GbnfParserTest {
  private static final SmallVocabulary VOCABULARY = SmallVocabulary.create(new Random(1), 50);

  @Test
  void readsEscapesOfLiterals() {
    String grammar = "root ::= \"\\\"\\\\\\n\\r\\t\\x41\\u4e2d\\U0001F600\\[\\]\"";
    assertTrue(derives(grammar, "\"\\\n\r\tA中😀[]"));
  }

  @Test
  void readsClassesRangesAndNegation() {
    String grammar = "root ::= [a-c\\]\\u4e00-\\u9fa5-]+ [^0-9\\n]";
    assertTrue(derives(grammar, "ab]中-x"));
    assertTrue(derives(grammar, "c😀"));
    assertFalse(derives(grammar, "a5"));
    assertFalse(derives(grammar, "d!"));
  }

  @Test
  void readsCountsCommentsAndRulesOverSeveralLines() {
    String grammar =
        """
        # a list of pairs
        root ::= pair   # first
               | pair "," root
        pair ::= ( "k"{2} |
                   "v"{1,3} )
                 "!"{0,} "?"{2,}
        """;
    assertTrue(derives(grammar, "kk!!??,vvv???,v??"));
    assertFalse(derives(grammar, "k??"));
    assertFalse(derives(grammar, "vvvv??"));
    assertFalse(derives(grammar, "kk?"));
  }

  @Test
  void dotIsOneCharacterOfAnyLength() {
    assertTrue(derives("root ::= . .", "中😀"));
    assertFalse(derives("root ::= .", "ab"));
  }

  @Test
  void namesTheLeftRecursiveRule() {
    assertTrue(message("root ::= \"=\" sum\nsum ::= sum \"+\" \"1\" | \"1\"").contains("'sum'"));
    assertTrue(
        message("root ::= a\na ::= b? c \"x\"\nb ::= \"b\"\nc ::= d*\nd ::= a")
            .contains("left-recursive"));
    assertTrue(message("root ::= root").contains("root"));
  }

  @Test
  void saysWhereTheTextIsWrong() {
    assertTrue(message("root ::= \"a\n\nb").contains("line 3"));
    assertTrue(message("root ::= [z-a]").contains("upwards"));
    assertTrue(message("root ::= \"a\"{3,2}").contains("m at most n"));
    assertTrue(message("root ::= (\"a\"").contains("')'"));
    assertTrue(message("root ::= nowhere").contains("'nowhere'"));
    assertTrue(message("start ::= \"a\"").contains("'root'"));
    assertTrue(message("root ::= \"a\" root ::= \"b\"").contains("twice"));
    assertTrue(message("root ::= \"\\q\"").contains("\\q"));
    assertTrue(message("root ::= \"\\ud800\"").contains("surrogate"));
  }

  @Test
  void refusesGrammarsWithoutAnyText() {
    assertTrue(message("root ::= \"a\" root").contains("no finite text"));
    assertTrue(message("root ::= [] \"a\"").contains("no finite text"));
  }

  @Test
  void cutsWaysThatCannotBeCompleted() {
    String grammar = "root ::= \"a\" (loop | \"b\" | [])\nloop ::= \"x\" loop";
    assertTrue(derives(grammar, "ab"));
    assertFalse(derives(grammar, "ax"));
  }

  @Test
  void hostileGrammarsEndQuickly() {
    String doubling =
        IntStream.range(0, 40)
            .mapToObj(i -> "r" + i + " ::= r" + (i + 1) + " \"a\" | r" + (i + 1) + " \"b\"")
            .collect(Collectors.joining("\n", "root ::= r0\n", "\nr40 ::= \"x\""));
    assertTimeoutPreemptively(ofSeconds(20), () -> derives(doubling, "x" + "a".repeat(40)));
    assertQuick("root ::= " + "(".repeat(10_000) + "\"a\"" + ")".repeat(10_000));
    assertQuick("root ::= ((((\"a\" \"b\"){1000}){1000}){1000}){1000}");
    assertQuick("root ::= ((((\"a\"?){1000}){1000}){1000}){1000}");
    assertQuick("root ::= (\"a\"? \"b\"?){999999}");
    assertQuick("root ::= \"a\"{99999999999999999999}");
    assertQuick("root ::= \"a\"" + "*".repeat(100_000));
    assertQuick("root ::= \"" + "a".repeat(3_000_000) + "\"");
    assertQuick(
        IntStream.range(0, 50_000)
            .mapToObj(i -> "r" + i + " ::= r" + (i + 1))
            .collect(Collectors.joining("\n", "root ::= r0\n", "\nr50000 ::= \"x\"")));
  }

  /** Either it works in bounded time, or the grammar is refused as a bad request. */
  private static void assertQuick(String grammar) {
    assertTimeoutPreemptively(
        ofSeconds(20),
        () -> {
          try {
            TokenConstraint constraint = Walks.start(Grammar.gbnf(grammar), VOCABULARY);
            for (int i = 0; i < 50 && !constraint.isFinished(); i++) {
              constraint.accept(Walks.pick(constraint.mask(), new Random(i)));
            }
          } catch (EngineException e) {
            assertEquals(EngineException.Kind.INVALID_REQUEST, e.kind());
          }
        },
        () -> grammar.substring(0, Math.min(60, grammar.length())));
  }

  private static boolean derives(String grammar, String text) {
    return Walks.derives(Grammar.gbnf(grammar), VOCABULARY, text);
  }

  private static String message(String grammar) {
    EngineException e =
        assertThrows(EngineException.class, () -> Walks.start(Grammar.gbnf(grammar), VOCABULARY));
    assertEquals(EngineException.Kind.INVALID_REQUEST, e.kind());
    return String.valueOf(e.getMessage());
  }
}
