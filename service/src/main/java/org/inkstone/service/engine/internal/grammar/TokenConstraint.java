package org.inkstone.service.engine.internal.grammar;

/** Where one generation stands in its grammar. Used by one thread. */
public interface TokenConstraint {
  /**
   * The tokens that may come next, as a bitset of {@code (size + 63) / 64} longs: bit {@code id %
   * 64} of word {@code id / 64}. End tokens are set exactly when the text may end here. Shared and
   * cached: do not write to it. Never empty.
   */
  long[] mask();

  /** Moves on by a token that the mask allows. */
  void accept(int token);

  /** Whether the text is complete and nothing but an end token can follow. */
  boolean isFinished();

  /**
   * The tokens that must come next because the grammar leaves no choice of text, tokenized greedily
   * by longest match; empty if there is a choice. The last token before a choice is left out,
   * because the model's own may reach beyond it; and in a GBNF grammar nothing is forced but the
   * rest of the text, because forced words would not be cut into tokens as the model cuts them.
   * Does not move on.
   */
  int[] forced();
}
