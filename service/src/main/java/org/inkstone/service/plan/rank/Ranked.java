package org.inkstone.service.plan.rank;

import java.util.Map;

/**
 * A meaning in its place.
 *
 * @param index its place among the meanings as composed
 * @param score what speaks for it, as log odds against another of the same request
 * @param share its part of the probability among the meanings of the request
 * @param features what the score was made of
 */
public record Ranked(
    Meaning meaning, int index, double score, double share, Map<String, Double> features) {
  public Ranked {
    features = Map.copyOf(features);
  }
}
