package org.inkstone.service.engine.internal.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a vocabulary spells bytes in the keys of its tokens. */
enum TokenAlphabet {
  /** One printable character a byte, as GPT-2 began it. */
  BYTE_LEVEL {
    @Override
    byte[] bytes(String key) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(key.length());
      key.chars().forEach(c -> writeByteLevel(out, (char) c));
      return out.toByteArray();
    }
  },
  /** Plain text with U+2581 for a space, and {@code <0x0A>} for a byte that no token has. */
  SENTENCE_PIECE {
    @Override
    byte[] bytes(String key) {
      if (key.length() == 6 && key.startsWith("<0x") && key.endsWith(">")) {
        return new byte[] {(byte) Integer.parseInt(key.substring(3, 5), 16)};
      }
      return key.replace('\u2581', ' ').getBytes(StandardCharsets.UTF_8);
    }
  };

  private static final int UNMAPPED = -1;
  private static final int[] BYTE_OF_CHARACTER = byteOfCharacter();

  /** The UTF-8 bytes that a key of the vocabulary stands for. */
  abstract byte[] bytes(String key);

  /** The alphabet that the decoder of a tokenizer.json speaks of. */
  static TokenAlphabet of(JsonNode json) {
    boolean byteLevel =
        json.path("decoder").findValuesAsText("type").contains("ByteLevel")
            || json.path("pre_tokenizer").findValuesAsText("type").contains("ByteLevel");
    return byteLevel ? BYTE_LEVEL : SENTENCE_PIECE;
  }

  private static void writeByteLevel(ByteArrayOutputStream out, char c) {
    int value = c < BYTE_OF_CHARACTER.length ? BYTE_OF_CHARACTER[c] : UNMAPPED;
    if (value == UNMAPPED) {
      out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
    } else {
      out.write(value);
    }
  }

  /** Printable Latin-1 bytes stand for themselves; the other bytes follow from U+0100 on. */
  private static int[] byteOfCharacter() {
    int[] table = new int[256 + 68];
    Arrays.fill(table, UNMAPPED);
    int next = 256;
    for (int b = 0; b < 256; b++) {
      boolean printable = (b > 32 && b < 127) || (b > 160 && b != 173);
      table[printable ? b : next++] = b;
    }
    return table;
  }
}
