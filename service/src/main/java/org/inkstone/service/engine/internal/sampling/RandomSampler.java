package org.inkstone.service.engine.internal.sampling;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.inkstone.service.engine.Sampling;
import org.jspecify.annotations.Nullable;

/**
 * Draws a token by its probability at a temperature, among the {@code topK} most probable and among
 * the fewest that hold {@code topP} of what is left.
 */
final class RandomSampler implements Sampler {
  private final Sampling sampling;
  private final SplittableRandom random;

  /** Candidates, the most probable first: a key that sorts by logit above a token's id. */
  private long[] candidates = new long[256];

  private double[] weights = new double[256];
  private int count;

  RandomSampler(Sampling sampling) {
    this.sampling = sampling;
    this.random = new SplittableRandom(sampling.seed());
  }

  @Override
  public int choose(Logits logits, long @Nullable [] mask) {
    float[] values = logits.values();
    collect(values, mask);
    Arrays.sort(candidates, 0, count);
    int kept = sampling.topK() > 0 ? Math.min(sampling.topK(), count) : count;
    double total = weigh(values, kept);
    return draw(kept, total);
  }

  private void collect(float[] values, long @Nullable [] mask) {
    count = 0;
    float max = Float.NEGATIVE_INFINITY;
    for (int token = 0; token < values.length; token++) {
      if (allows(mask, token)) {
        max = Math.max(max, values[token]);
      }
    }
    // A token 40 temperatures below the best has less than 10^-17 of its probability.
    double floor = max - 40 * sampling.temperature();
    for (int token = 0; token < values.length; token++) {
      if (values[token] >= floor && allows(mask, token)) {
        add(values[token], token);
      }
    }
    if (count == 0) {
      throw new IllegalStateException("a token mask must allow a token, this one allows none");
    }
  }

  private static boolean allows(long @Nullable [] mask, int token) {
    return mask == null || (mask[token >> 6] & (1L << token)) != 0;
  }

  private void add(float value, int token) {
    if (count == candidates.length) {
      candidates = Arrays.copyOf(candidates, 2 * count);
      weights = Arrays.copyOf(weights, 2 * count);
    }
    candidates[count++] = ((long) descending(value) << 32) | token;
  }

  /** An int whose order is the reverse of the floats' order. */
  private static int descending(float value) {
    int bits = Float.floatToRawIntBits(value);
    int ascending = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    return ~ascending;
  }

  private double weigh(float[] values, int kept) {
    double max = values[token(0)];
    double total = 0;
    for (int i = 0; i < kept; i++) {
      weights[i] = Math.exp((values[token(i)] - max) / sampling.temperature());
      total += weights[i];
    }
    return total;
  }

  private int draw(int kept, double total) {
    double mass = 0;
    int inPlay = 0;
    while (inPlay < kept && (inPlay == 0 || mass < sampling.topP() * total)) {
      mass += weights[inPlay++];
    }
    double left = random.nextDouble() * mass;
    for (int i = 0; i < inPlay; i++) {
      left -= weights[i];
      if (left < 0) {
        return token(i);
      }
    }
    return token(inPlay - 1);
  }

  private int token(int rank) {
    return (int) candidates[rank];
  }
}
