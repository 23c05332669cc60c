package org.inkstone.service.engine.internal.sampling;

import org.inkstone.service.engine.Sampling;
import org.jspecify.annotations.Nullable;

/** Chooses the next token. Used by one thread; one sampler a generation. */
public interface Sampler {
  /**
   * Chooses a token.
   *
   * @param mask the tokens that may be chosen, bit {@code id % 64} of word {@code id / 64}; null is
   *     all
   */
  int choose(Logits logits, long @Nullable [] mask);

  /** The sampler for a request's settings; the same settings and logits give the same tokens. */
  static Sampler of(Sampling sampling) {
    return sampling.temperature() == 0 ? new GreedySampler() : new RandomSampler(sampling);
  }
}
