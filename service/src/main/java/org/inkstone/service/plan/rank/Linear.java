package org.inkstone.service.plan.rank;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A weighted sum of named features; what has no weight counts nothing. */
record Linear(Map<String, Double> weights, double bias) {
  Linear {
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
  }

  double score(Map<String, Double> features) {
    double sum = bias;
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
    }
    return sum;
  }

  /** The score as a probability, where it was learned as log odds. */
  double probability(Map<String, Double> features) {
    return sigmoid(score(features));
  }

  static double sigmoid(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** The same with log odds stretched and moved. */
  Linear scaled(double factor, double shift) {
    Map<String, Double> scaled = new TreeMap<>();
    weights.forEach((name, weight) -> scaled.put(name, weight * factor));
    return new Linear(scaled, bias * factor + shift);
  }
}
