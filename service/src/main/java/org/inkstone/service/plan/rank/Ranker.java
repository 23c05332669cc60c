package org.inkstone.service.plan.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.algebra.PlanParts;

/**
 * Ranks the meanings of a request by learned weights, and says how far the best is to be trusted.
 */
public final class Ranker {
  /** From which probability on the best meaning may be called verified. */
  public static final double SURE = 0.95;

  private static final double WIDEST = 8;

  /** Evidence that compares a plan with all words of its request. */
  private static final Set<String> OF_ALL_WORDS =
      Set.of("checks", "unasked_columns", "unexplained", "unlinked");

  private final Linear choice;
  private final Linear trust;
  private final Set<String> harmless;

  Ranker(Linear choice, Linear trust, Set<String> harmless) {
    this.choice = choice;
    this.trust = trust;
    this.harmless = Set.copyOf(harmless);
  }

  /** With learned weights. */
  public static Ranker of(RankerFile file) {
    return new Ranker(file.choice(), file.trust(), file.harmless());
  }

  /**
   * The meanings of a request, the most probable first.
   *
   * @param doubts for each meaning the checks of the wording that it does not pass
   */
  public List<Ranked> rank(List<Meaning> meanings, Links links, List<List<String>> doubts) {
    return rank(choice, meanings, Features.of(meanings, links, doubts));
  }

  static List<Ranked> rank(
      Linear choice, List<Meaning> meanings, List<Map<String, Double>> features) {
    List<Ranked> unordered = new ArrayList<>();
    for (int i = 0; i < meanings.size(); i++) {
      unordered.add(new Ranked(meanings.get(i), i, 0, 0, features.get(i)));
    }
    return ordered(unordered, features.stream().map(choice::score).toList());
  }

  /** The same with other scores, in their order. */
  static List<Ranked> ordered(List<Ranked> all, List<Double> scores) {
    double best = scores.stream().mapToDouble(s -> s).max().orElse(0);
    double sum = scores.stream().mapToDouble(s -> Math.exp(s - best)).sum();
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Ranked one = all.get(i);
      double share = Math.exp(scores.get(i) - best) / sum;
      ranked.add(new Ranked(one.meaning(), one.index(), scores.get(i), share, one.features()));
    }
    ranked.sort(Comparator.comparingDouble(r -> -r.score()));
    return List.copyOf(ranked);
  }

  /**
   * How probable it is that the best meaning is what the request asks for.
   *
   * @param ranked at least one, the best first
   * @param accounted whether all words are known to be linked or to ask for nothing and the plan
   *     holds more than they say, as with a follow-up, which changes the plan before
   */
  public double probability(List<Ranked> ranked, Links links, boolean accounted) {
    Map<String, Double> evidence = evidence(ranked, links);
    if (accounted) {
      evidence.keySet().removeAll(OF_ALL_WORDS);
      return trust.probability(Flaws.counted(evidence, 0));
    }
    long unknown = Uncovered.words(links).stream().filter(word -> !harmless.contains(word)).count();
    return trust.probability(Flaws.counted(evidence, unknown));
  }

  /** What the trust in the best meaning rests on. */
  static Map<String, Double> evidence(List<Ranked> ranked, Links links) {
    Ranked best = ranked.getFirst();
    Map<String, Double> evidence = new HashMap<>();
    best.features()
        .forEach((name, value) -> {
          if (!name.startsWith("kind:") && !name.startsWith("explained:")) {
            evidence.put(name, value);
          }
        });
    double margin = ranked.size() == 1 ? WIDEST : best.score() - ranked.get(1).score();
    evidence.put("margin", Math.min(WIDEST, margin));
    evidence.put("unlinked", (double) links.unlinked().size());
    Ground.add(PlanParts.of(best.meaning().plain().plan()), links, evidence);
    evidence.values().removeIf(v -> v == 0);
    return evidence;
  }
}
