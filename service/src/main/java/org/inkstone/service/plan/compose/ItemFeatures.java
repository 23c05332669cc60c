package org.inkstone.service.plan.compose;

import java.util.Locale;
import java.util.Map;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Target;

/** What a plan explains of a request, and what not, by what the words mean. */
final class ItemFeatures {
  private ItemFeatures() {}

  /**
   * Adds the weights of the words by kind, those that a plan explains and those that it does not.
   *
   * @param used the items that the plan explains
   */
  static void add(Reading reading, double[] weights, long used, Map<String, Double> features) {
    for (Item item : reading.items()) {
      boolean explained = (used & item.bit()) != 0;
      String name = (explained ? "explained:" : "open:") + kind(item);
      features.merge(name, weights[item.index()], Double::sum);
    }
  }

  private static String kind(Item item) {
    String best = "none";
    double score = 0;
    for (Link link : item.links()) {
      if (link.score() > score) {
        score = link.score();
        best = kind(link.target());
      }
    }
    return best;
  }

  private static String kind(Target target) {
    return switch (target) {
      case Target.Construction construction ->
          construction.cue().isAggregate()
              ? "aggregate"
              : construction.cue().isComparison() ? "comparison" : "construction";
      default -> target.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }
}
