package org.inkstone.service.plan.compose;

import java.util.List;
import java.util.Map;
import org.inkstone.service.plan.algebra.Plan;

/**
 * A plan that may be what a request asks for.
 *
 * @param kind the construction that it was made by, such as {@code SUM} or {@code EXTREME_ROW}
 * @param cost what speaks against it; less is better
 * @param features by name, what a learned ranker may weigh
 * @param unexplained words that mean something, but nothing in this plan
 */
public record Composition(
    Plan plan, String kind, double cost, Map<String, Double> features, List<String> unexplained) {
  public Composition {
    features = Map.copyOf(features);
    unexplained = List.copyOf(unexplained);
  }
}
