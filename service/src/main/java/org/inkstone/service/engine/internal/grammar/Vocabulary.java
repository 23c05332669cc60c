package org.inkstone.service.engine.internal.grammar;

/** The bytes that each token of a model stands for. */
public interface Vocabulary {
  /** Number of token ids. */
  int size();

  /**
   * The UTF-8 bytes that the token adds to the text; empty for control tokens and unused ids. Not a
   * copy: do not write to it.
   */
  byte[] bytes(int token);

  /** Whether the token ends the model's turn (there may be several). */
  boolean isEnd(int token);
}
