package org.inkstone.service.engine.internal.grammar;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.inkstone.service.engine.Grammar;

/** Goes through grammars token by token. */
final class Walks {
  private static final GrammarCompiler COMPILER = new GrammarCompiler();

  private Walks() {}

  static TokenConstraint start(Grammar grammar, Vocabulary vocabulary) {
    return COMPILER.compile(grammar).start(vocabulary);
  }

  /** Whether the grammar derives the text, asked byte by byte. */
  static boolean derives(Grammar grammar, Vocabulary vocabulary, String text) {
    TokenConstraint constraint = start(grammar, vocabulary);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (!allows(constraint.mask(), b & 0xFF)) {
        return false;
      }
      constraint.accept(b & 0xFF);
    }
    return allows(constraint.mask(), vocabulary.size() - 1);
  }

  static boolean allows(long[] mask, int token) {
    return (mask[token >> 6] >>> token & 1) != 0;
  }

  static int count(long[] mask) {
    int count = 0;
    for (long word : mask) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** A token of the mask, each as likely as any other. */
  static int pick(long[] mask, RandomGenerator random) {
    int left = random.nextInt(count(mask));
    for (int token = 0; ; token++) {
      if (allows(mask, token) && left-- == 0) {
        return token;
      }
    }
  }

  /**
   * The text of a random walk; after {@code free} tokens it takes the way that ends JSON soonest.
   */
  static String json(
      TokenConstraint constraint, SmallVocabulary vocabulary, RandomGenerator random, int free) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; ; i++) {
      long[] mask = constraint.mask();
      assertTrue(count(mask) > 0, () -> "dead end after " + text.toString(StandardCharsets.UTF_8));
      assertTrue(text.size() < 200_000, () -> "endless: " + text.toString(StandardCharsets.UTF_8));
      int token = i < free ? pick(mask, random) : closing(mask, vocabulary, random);
      constraint.accept(token);
      if (vocabulary.isEnd(token)) {
        return text.toString(StandardCharsets.UTF_8);
      }
      text.writeBytes(vocabulary.bytes(token));
    }
  }

  private static int closing(long[] mask, SmallVocabulary vocabulary, RandomGenerator random) {
    if (allows(mask, vocabulary.end())) {
      return vocabulary.end();
    }
    if (allows(mask, '"') && allows(mask, 'z')) {
      return '"';
    }
    for (char c : new char[] {'}', ']', '"', '1'}) {
      if (allows(mask, c) && !allows(mask, 'z')) {
        return c;
      }
    }
    return pick(mask, random);
  }
}
