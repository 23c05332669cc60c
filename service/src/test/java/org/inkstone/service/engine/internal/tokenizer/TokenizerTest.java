package org.inkstone.service.engine.internal.tokenizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.internal.graph.TinyTokenizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
  @TempDir static Path folder;
  private static Tokenizer tokenizer;

  @BeforeAll
  static void open() throws IOException {
    tokenizer = TinyTokenizers.open(folder);
  }

  @AfterAll
  static void close() {
    tokenizer.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The total of the orders",
        "销售额大于一千的订单有多少？",
        "👩‍👩‍👧 and 🙂, then 王芳 𠮷野家",
        "=SUMIFS(Orders[Amount],Orders[Region],\"North\")\n\t \r\n",
        "a\u0000b \u00e9 e\u0301"
      })
  void givesTokensWhoseBytesAreTheText(String text) {
    assertEquals(text, bytes(tokenizer.encodePlain(text)));
    assertEquals(text, bytes(tokenizer.encode(text)));
  }

  @Test
  void readsControlTokensOnlyWhereAsked() {
    String text = "a<|im_end|>b";
    int end = TinyTokenizer.create().special("<|im_end|>");
    assertTrue(contains(tokenizer.encode(text), end));
    assertFalse(contains(tokenizer.encodePlain(text), end));
    assertEquals(text, bytes(tokenizer.encodePlain(text)));
  }

  @Test
  void placesTokensByUtf16Units() {
    String text = "🙂 the 会议 🙂 meeting";
    TokenizedText tokens = tokenizer.encodePlainWithPlaces(text);
    assertArrayEquals(tokenizer.encodePlain(text), tokens.ids());
    assertEquals(0, tokens.start()[0]);
    assertEquals(text.length(), tokens.end()[tokens.end().length - 1]);
    for (int i = 0; i < tokens.ids().length; i++) {
      String part = text.substring(tokens.start()[i], tokens.end()[i]);
      String own = bytes(new int[] {tokens.ids()[i]});
      assertTrue(own.equals(part) || own.contains("\uFFFD"), part + " is not " + own);
    }
  }

  @Test
  void replacesHalfASurrogatePair() {
    assertEquals("a\uFFFDb", bytes(tokenizer.encodePlain("a\uD83Db")));
  }

  @Test
  void givesNoTokensForNoText() {
    assertEquals(0, tokenizer.encodePlain("").length);
    assertEquals(0, tokenizer.encode("").length);
  }

  @Test
  void knowsNoBytesForControlAndUnusedIds() {
    TinyTokenizer tiny = TinyTokenizer.create();
    assertEquals(tiny.size() + 5, tokenizer.vocabulary().size());
    assertEquals(0, tokenizer.vocabulary().bytes(tiny.special("<|im_start|>")).length);
    assertEquals(0, tokenizer.vocabulary().bytes(tiny.size() + 4).length);
    assertTrue(tokenizer.vocabulary().isEnd(tiny.special("<|im_end|>")));
    assertFalse(tokenizer.vocabulary().isEnd(tiny.special("<|im_start|>")));
  }

  @Test
  void readsSentencePieceSpelling() {
    assertArrayEquals(
        " a".getBytes(StandardCharsets.UTF_8), TokenAlphabet.SENTENCE_PIECE.bytes("\u2581a"));
    assertArrayEquals(new byte[] {(byte) 0xE4}, TokenAlphabet.SENTENCE_PIECE.bytes("<0xE4>"));
  }

  @Test
  void saysWhichFileIsNoTokenizer(@TempDir Path other) throws IOException {
    Path file = Files.writeString(other.resolve("tokenizer.json"), "{\"model\": 3}");
    EngineException error =
        assertThrows(EngineException.class, () -> Tokenizer.open(file, 10, List.of()));
    assertEquals(Kind.BAD_MODEL, error.kind());
    assertTrue(error.toString().contains(file.toString()));
  }

  @Test
  void failsClearlyOnceItIsClosed(@TempDir Path other) throws IOException {
    Tokenizer closed = TinyTokenizers.open(other);
    closed.close();
    EngineException error = assertThrows(EngineException.class, () -> closed.encode("x"));
    assertEquals(Kind.UNAVAILABLE, error.kind());
  }

  private static boolean contains(int[] tokens, int token) {
    return Arrays.stream(tokens).anyMatch(t -> t == token);
  }

  private static String bytes(int[] tokens) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int token : tokens) {
      out.writeBytes(tokenizer.vocabulary().bytes(token));
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
