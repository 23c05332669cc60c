package org.inkstone.service.plan.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.inkstone.service.plan.rank.RankTraining.Seen;

/**
 * Learns how far the best meaning is to be trusted, and brings what was learned to the scale of
 * what was observed on sheets that were not learned from.
 */
final class TrustTraining {
  private static final double COST = 0.5;

  /** So high that two weights are not held back. */
  private static final double SCALE_COST = 1_000;

  private static final String LOG_ODDS = "log_odds";
  private static final int NONE = -1;

  private final List<Seen> seen;
  private final Map<String, Set<Integer>> harmless = new HashMap<>();
  private final Map<Integer, Linear> apart = new HashMap<>();
  private final Linear trust;

  /**
   * Learns.
   *
   * @param observed by which the scale is set
   */
  TrustTraining(List<Seen> seen, List<Seen> observed) {
    this.seen = seen;
    for (Seen one : seen) {
      if (one.right() && one.learned()) {
        one.words()
            .forEach(word -> harmless.computeIfAbsent(word, w -> new HashSet<>()).add(one.fold()));
      }
    }
    Map<Integer, Linear> raw = new HashMap<>();
    for (int fold = 0; fold < RankTraining.FOLDS; fold++) {
      raw.put(fold, fit(fold));
    }
    List<LogisticFit.Row> rows = new ArrayList<>();
    for (Seen one : observed) {
      double logOdds = raw.getOrDefault(one.fold(), nothing()).score(evidence(one, one.fold()));
      rows.add(new LogisticFit.Row(Map.of(LOG_ODDS, logOdds), one.right()));
    }
    Linear scale = LogisticFit.fit(rows, SCALE_COST);
    raw.forEach((fold, linear) -> apart.put(fold, scaled(linear, scale)));
    this.trust = scaled(fit(NONE), scale);
  }

  private static Linear nothing() {
    return new Linear(Map.of(), 0);
  }

  private static Linear scaled(Linear trust, Linear scale) {
    return trust.scaled(scale.weights().getOrDefault(LOG_ODDS, 1.0), scale.bias());
  }

  private Linear fit(int without) {
    List<LogisticFit.Row> rows = new ArrayList<>();
    for (Seen one : seen) {
      if (one.learned() && one.fold() != without) {
        rows.add(new LogisticFit.Row(evidence(one, without), one.right()));
      }
    }
    return LogisticFit.fit(rows, COST);
  }

  /** With the words that are known from other sheets only. */
  private Map<String, Double> evidence(Seen one, int without) {
    long unknown =
        one.words().stream()
            .filter(word ->
                harmless.getOrDefault(word, Set.of()).stream()
                    .noneMatch(fold -> fold != one.fold() && fold != without))
            .count();
    return Flaws.counted(one.evidence(), unknown);
  }

  /** What the weights say that were learned from other sheets. */
  double probabilityApart(Seen one) {
    return apart.getOrDefault(one.fold(), nothing()).probability(evidence(one, one.fold()));
  }

  /** The weights learned from all. */
  Linear trust() {
    return trust;
  }

  /** Words that asked for nothing where the answer was right. */
  Set<String> harmless() {
    return new TreeSet<>(harmless.keySet());
  }
}
