package org.inkstone.service.engine;

/**
 * How the next token is chosen.
 *
 * @param temperature 0 is greedy
 * @param topK how many of the most probable tokens stay in play; 0 is all
 * @param topP the probability mass that stays in play, in (0, 1]
 * @param seed the same seed, prompt and model give the same text
 */
public record Sampling(double temperature, int topK, double topP, long seed) {
  public Sampling {
    if (!(temperature >= 0 && temperature <= 10)) {
      throw new IllegalArgumentException("temperature must be in [0, 10], was " + temperature);
    }
    if (topK < 0) {
      throw new IllegalArgumentException("topK must not be negative, was " + topK);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("topP must be in (0, 1], was " + topP);
    }
  }

  /** Always the most probable token. */
  public static Sampling greedy() {
    return new Sampling(0, 0, 1, 0);
  }
}
