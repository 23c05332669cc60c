package org.inkstone.service.engine.internal.sampling;

import org.jspecify.annotations.Nullable;

/** Takes the most probable token; among equals the one with the lowest id. */
final class GreedySampler implements Sampler {
  @Override
  public int choose(Logits logits, long @Nullable [] mask) {
    return mask == null ? best(logits.values()) : best(logits.values(), mask);
  }

  private static int best(float[] values) {
    int best = 0;
    for (int token = 1; token < values.length; token++) {
      if (values[token] > values[best]) {
        best = token;
      }
    }
    return best;
  }

  private static int best(float[] values, long[] mask) {
    int best = -1;
    for (int word = 0; word < mask.length; word++) {
      for (long bits = mask[word]; bits != 0; bits &= bits - 1) {
        int token = (word << 6) + Long.numberOfTrailingZeros(bits);
        if (best < 0 || values[token] > values[best]) {
          best = token;
        }
      }
    }
    if (best < 0) {
      throw new IllegalStateException("a token mask must allow a token, this one allows none");
    }
    return best;
  }
}
