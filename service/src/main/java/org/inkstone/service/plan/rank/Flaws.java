package org.inkstone.service.plan.rank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is not as it should be with an answer, counted: one flaw alone may mean little, but an
 * answer without any is another thing than one with a few small ones. More evidence than this did
 * not help on sheets that were not learned from.
 */
final class Flaws {
  private static final double NARROW = 1.0;
  private static final double OPEN = 0.35;

  /** More flaws than this say no more. */
  private static final long MOST = 4;

  /** Each kind is a flaw if one of these is there. */
  private static final List<List<String>> KINDS =
      List.of(
          List.of("text_numbers", "stray_texts", "mixed_columns"),
          List.of("near_texts", "part_values"),
          List.of("spelled_numbers"),
          List.of("errors", "blanks", "nothing", "constant"),
          List.of("unasked_columns"),
          List.of("unlinked"));

  private Flaws() {}

  /**
   * What trust is reckoned from.
   *
   * @param newWords how many words are linked to nothing and not known to be harmless
   */
  static Map<String, Double> counted(Map<String, Double> evidence, long newWords) {
    long flaws =
        KINDS.stream()
            .filter(names -> names.stream().anyMatch(n -> evidence.getOrDefault(n, 0.0) > 0))
            .count();
    flaws += newWords > 0 ? 1 : 0;
    flaws += evidence.getOrDefault("checks", 0.0) > 1 ? 1 : 0;
    flaws += evidence.getOrDefault("unexplained", 0.0) > OPEN ? 1 : 0;
    flaws += evidence.getOrDefault("margin", 0.0) < NARROW ? 1 : 0;
    Map<String, Double> all = new HashMap<>();
    all.put("flaws", (double) Math.min(MOST, flaws));
    all.put("flawless", flaws == 0 ? 1.0 : 0.0);
    all.put("new_words", Math.log(1.0 + newWords));
    for (String name : List.of("cost", "errors", "nothing")) {
      all.put(name, evidence.getOrDefault(name, 0.0));
    }
    all.values().removeIf(v -> v == 0);
    return all;
  }
}
