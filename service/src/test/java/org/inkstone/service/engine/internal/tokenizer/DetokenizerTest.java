package org.inkstone.service.engine.internal.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.engine.internal.grammar.Vocabulary;
import org.junit.jupiter.api.Test;

class DetokenizerTest {
  private static final String TEXT = "会议 at 3 👩‍👩‍👧 𠮷é!";

  /** 256 tokens of one byte, and one of 300 bytes. */
  private static final Vocabulary BYTES =
      new Vocabulary() {
        private final byte[] many = "议".repeat(100).getBytes(StandardCharsets.UTF_8);

        @Override
        public int size() {
          return 257;
        }

        @Override
        public byte[] bytes(int token) {
          return token == 256 ? many : new byte[] {(byte) token};
        }

        @Override
        public boolean isEnd(int token) {
          return false;
        }
      };

  @Test
  void neverEndsAPieceInsideACharacter() {
    List<String> pieces = pieces(TEXT.getBytes(StandardCharsets.UTF_8));
    assertEquals(TEXT, String.join("", pieces));
    for (String piece : pieces) {
      assertTrue(piece.codePointCount(0, piece.length()) <= 1, piece);
      assertTrue(!piece.contains("\uFFFD"), piece);
      assertTrue(piece.isEmpty() || !Character.isHighSurrogate(piece.charAt(piece.length() - 1)));
    }
  }

  @Test
  void dropsACharacterThatNeverBecomesWhole() {
    byte[] bytes = "好会".getBytes(StandardCharsets.UTF_8);
    Detokenizer detokenizer = new Detokenizer(BYTES);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bytes.length - 1; i++) {
      detokenizer.append(bytes[i] & 0xff, out);
    }
    assertEquals("好", out.toString());
  }

  @Test
  void replacesBytesThatAreNoText() {
    List<String> pieces = pieces(new byte[] {'a', (byte) 0xE4, 'b'});
    assertEquals("a\uFFFDb", String.join("", pieces));
  }

  @Test
  void takesATokenOfAnyLength() {
    Detokenizer detokenizer = new Detokenizer(BYTES);
    StringBuilder out = new StringBuilder();
    detokenizer.append('x', out);
    detokenizer.append(256, out);
    detokenizer.append(256, out);
    assertEquals("x" + "议".repeat(200), out.toString());
  }

  private static List<String> pieces(byte[] bytes) {
    Detokenizer detokenizer = new Detokenizer(BYTES);
    List<String> pieces = new ArrayList<>();
    for (byte b : bytes) {
      StringBuilder out = new StringBuilder();
      detokenizer.append(b & 0xff, out);
      pieces.add(out.toString());
    }
    return pieces;
  }
}
