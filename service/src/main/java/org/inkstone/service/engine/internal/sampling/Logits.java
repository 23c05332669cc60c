package org.inkstone.service.engine.internal.sampling;

import java.nio.FloatBuffer;

/**
 * The logits of one position, copied out of a native buffer; reused from step to step by one
 * thread.
 */
public final class Logits {
  /** Terms below e^-30 of the largest can't change a double sum over 10^6 terms that we report. */
  private static final float NEGLIGIBLE = -30;

  private final float[] values;
  private double logSum;

  public Logits(int vocabularySize) {
    this.values = new float[vocabularySize];
  }

  /** Reads one row of a [rows, vocabulary] buffer. */
  public void read(FloatBuffer rows, int row) {
    rows.get(row * values.length, values);
    float max = max();
    double sum = 0;
    for (float value : values) {
      float below = value - max;
      if (below > NEGLIGIBLE) {
        sum += Math.exp(below);
      }
    }
    logSum = max + Math.log(sum);
  }

  /** One logit a token; the live array. */
  float[] values() {
    return values;
  }

  /** The natural log-probability of a token, before any mask. */
  public double logProbability(int token) {
    return values[token] - logSum;
  }

  private float max() {
    float max = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }
}
