package org.inkstone.service.engine.internal.grammar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.inkstone.service.engine.Grammar;
import org.junit.jupiter.api.Test;

class TokenConstraintTest {
  private static final SmallVocabulary VOCABULARY =
      SmallVocabulary.create(new Random(1), 100, "{\"na", "me\":", "中文:");
  private static final String PERSON =
      "{\"type\":\"object\",\"properties\":{\"name\":{\"enum\":[\"中文:1\",\"中文:2\"]}},"
          + "\"required\":[\"name\"]}";

  @Test
  void forcedRunIsTheTextWithoutAChoiceButForTheTokenBeforeTheChoice() {
    TokenConstraint constraint = Walks.start(Grammar.jsonSchema(PERSON), VOCABULARY);
    assertEquals("{\"name\":\"", text(constraint.forced()));
    for (int token : constraint.forced()) {
      assertTrue(Walks.allows(constraint.mask(), token));
      constraint.accept(token);
    }
    assertEquals(0, constraint.forced().length);
    for (byte b : "中文:2".getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      constraint.accept(b & 0xff);
    }
    assertEquals("\"}", text(constraint.forced()));
  }

  @Test
  void forcedRunTakesLongTokens() {
    int[] forced = Walks.start(Grammar.gbnf("root ::= \"中文:\""), VOCABULARY).forced();
    assertEquals(1, forced.length);
  }

  @Test
  void forcedRunStopsBeforeHalfACharacter() {
    String schema = "{\"enum\":[\"xy一\",\"xy丁\"]}";
    assertEquals("\"x", text(Walks.start(Grammar.jsonSchema(schema), VOCABULARY).forced()));
  }

  @Test
  void wordsOfAGrammarAreForcedOnlyWhereNoChoiceIsLeft() {
    Grammar grammar = Grammar.gbnf("root ::= \"xyz\" [0-9] \"abc\"");
    TokenConstraint constraint = Walks.start(grammar, VOCABULARY);
    assertEquals(0, constraint.forced().length);
    for (char c : "xyz1".toCharArray()) {
      constraint.accept(c);
    }
    assertEquals("abc", text(constraint.forced()));
  }

  @Test
  void endTokensComeExactlyWhereTheTextMayEnd() {
    TokenConstraint constraint = Walks.start(Grammar.gbnf("root ::= \"a\" \"b\"?"), VOCABULARY);
    assertFalse(Walks.allows(constraint.mask(), VOCABULARY.end()));
    assertThrows(IllegalArgumentException.class, () -> constraint.accept(VOCABULARY.end()));
    constraint.accept('a');
    assertTrue(Walks.allows(constraint.mask(), VOCABULARY.end()));
    assertTrue(Walks.allows(constraint.mask(), VOCABULARY.end() - 1));
    assertFalse(constraint.isFinished());
    constraint.accept('b');
    assertTrue(constraint.isFinished());
    assertEquals(2, Walks.count(constraint.mask()));
    constraint.accept(VOCABULARY.end());
    assertTrue(constraint.isFinished());
  }

  @Test
  void tokensMayEndInsideAChineseCharacter() {
    byte[] bytes = "中".getBytes(UTF_8);
    TokenConstraint constraint = Walks.start(Grammar.jsonSchema("{\"enum\":[\"中\"]}"), VOCABULARY);
    constraint.accept('"');
    for (byte b : bytes) {
      assertTrue(Walks.allows(constraint.mask(), b & 0xFF));
      constraint.accept(b & 0xFF);
    }
    assertFalse(Walks.allows(constraint.mask(), bytes[1] & 0xFF));
  }

  @Test
  void stringsAreValidUtf8() {
    TokenConstraint constraint =
        Walks.start(Grammar.jsonSchema("{\"type\":\"string\"}"), VOCABULARY);
    constraint.accept('"');
    for (int bad : new int[] {0x80, 0xC0, 0xC1, 0xF5, 0xFF, '\n', 0x1F}) {
      assertFalse(Walks.allows(constraint.mask(), bad), "byte " + bad);
    }
    constraint.accept(0xED);
    assertFalse(Walks.allows(constraint.mask(), 0xA0), "a surrogate");
    assertTrue(Walks.allows(constraint.mask(), 0x9F));
  }

  @Test
  void refusesATokenThatTheMaskForbids() {
    TokenConstraint constraint = Walks.start(Grammar.gbnf("root ::= \"a\""), VOCABULARY);
    assertThrows(IllegalArgumentException.class, () -> constraint.accept('b'));
    constraint.accept('a');
    assertTrue(constraint.isFinished());
  }

  @Test
  void freeTextTakesEveryTokenWithText() {
    TokenConstraint constraint = Walks.start(Grammar.free(), VOCABULARY);
    int unused = VOCABULARY.size() - 3;
    assertEquals(VOCABULARY.size() - 1, Walks.count(constraint.mask()));
    assertFalse(Walks.allows(constraint.mask(), unused));
    constraint.accept('x');
    assertFalse(constraint.isFinished());
    constraint.accept(VOCABULARY.end());
    assertTrue(constraint.isFinished());
  }

  @Test
  void masksAreSharedAmongRequests() {
    GrammarCompiler compiler = new GrammarCompiler();
    CompiledGrammar first = compiler.compile(Grammar.jsonSchema(PERSON));
    assertSame(first, compiler.compile(Grammar.jsonSchema(PERSON)));
    assertSame(first.start(VOCABULARY).mask(), first.start(VOCABULARY).mask());
  }

  @Test
  void manyThreadsMayUseOneGrammar() throws Exception {
    CompiledGrammar grammar = new GrammarCompiler().compile(Grammar.jsonSchema("{}"));
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<String>> texts = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        int seed = i % 4;
        texts.add(
            pool.submit(
                () -> Walks.json(grammar.start(VOCABULARY), VOCABULARY, new Random(seed), 30)));
      }
      for (int i = 0; i < 16; i++) {
        assertEquals(texts.get(i % 4).get(), texts.get(i).get());
      }
    }
  }

  @Test
  void aVocabularyOfBytesAloneNeverComesToADeadEnd() {
    SmallVocabulary bytes = SmallVocabulary.create(new Random(3), 0);
    long[] mask = Walks.start(Grammar.gbnf("root ::= \"中\""), bytes).mask();
    assertArrayEquals(new int[] {0xE4}, tokens(mask, 256));
  }

  private static int[] tokens(long[] mask, int below) {
    return java.util.stream.IntStream.range(0, below).filter(t -> Walks.allows(mask, t)).toArray();
  }

  private static String text(int[] tokens) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int token : tokens) {
      bytes.writeBytes(VOCABULARY.bytes(token));
    }
    return bytes.toString(UTF_8);
  }
}
