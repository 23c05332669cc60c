package org.inkstone.service.engine.internal.decode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A fixed part of a prompt: its tokens, and for how many layers its keys and values are meant. */
final class PrefixKey {
  private final int layers;
  private final int[] tokens;
  private final int hash;

  /** The first {@code count} tokens. */
  PrefixKey(int layers, int[] tokens, int count) {
    this.layers = layers;
    this.tokens = Arrays.copyOf(tokens, count);
    this.hash = 31 * Arrays.hashCode(this.tokens) + layers;
  }

  int tokens() {
    return tokens.length;
  }

  int layers() {
    return layers;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PrefixKey key
        && key.layers == layers
        && Arrays.equals(key.tokens, tokens);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
