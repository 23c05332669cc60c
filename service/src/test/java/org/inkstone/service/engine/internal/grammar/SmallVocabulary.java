package org.inkstone.service.engine.internal.grammar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** All single bytes, then longer tokens, an unused id and two end tokens. */
final class SmallVocabulary implements Vocabulary {
  private static final String[] PIECES = {
    "\"", "\",", "\":", ":", ",", "{", "}", "[", "]", "{\"", "\"}", "}}", "}]", "]}", "\"]", "\\",
    "\\\"", "\\u", "00", "ab", "a", "name", "true", "false", "null", "1", "-1", "0.5", "e+", "中",
    "文", "中文", "é", "😀", " ", "\n", "x", "(", ")", "((", "))", "+", "SUM(", "A1", "=", ",\"", "d8"
  };

  private final List<byte[]> tokens = new ArrayList<>();

  private SmallVocabulary() {}

  static SmallVocabulary create(RandomGenerator random, int longer, String... extra) {
    SmallVocabulary vocabulary = new SmallVocabulary();
    for (int b = 0; b < 256; b++) {
      vocabulary.tokens.add(new byte[] {(byte) b});
    }
    for (String piece : PIECES) {
      vocabulary.add(piece);
    }
    for (String piece : extra) {
      vocabulary.add(piece);
    }
    for (int i = 0; i < longer; i++) {
      vocabulary.tokens.add(vocabulary.joined(random));
    }
    vocabulary.tokens.add(new byte[0]);
    vocabulary.tokens.add(new byte[0]);
    vocabulary.tokens.add("<end>".getBytes(StandardCharsets.UTF_8));
    return vocabulary;
  }

  private void add(String piece) {
    tokens.add(piece.getBytes(StandardCharsets.UTF_8));
  }

  /** Some tokens in a row, at times cut inside a character. */
  private byte[] joined(RandomGenerator random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int parts = 2 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      bytes.writeBytes(tokens.get(256 + random.nextInt(tokens.size() - 256)));
    }
    byte[] all = bytes.toByteArray();
    int cut = random.nextInt(4) == 0 ? 1 : 0;
    return java.util.Arrays.copyOf(all, Math.max(1, Math.min(all.length - cut, 12)));
  }

  @Override
  public int size() {
    return tokens.size();
  }

  @Override
  public byte[] bytes(int token) {
    return tokens.get(token);
  }

  @Override
  public boolean isEnd(int token) {
    return token >= tokens.size() - 2;
  }

  /** One of the end tokens. */
  int end() {
    return tokens.size() - 1;
  }
}
