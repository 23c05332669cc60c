package org.inkstone.service.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses among overlapping spans those that explain most of a request: the sum of score times
 * weight of the words, less a little for every span, so that one long span wins over several short
 * ones. Found by dynamic programming from the end.
 */
final class Cover {
  private static final double PRICE_OF_A_SPAN = 0.25;

  private final List<Word> words;
  private final Map<Integer, List<Span>> byStart = new TreeMap<>();

  private Cover(List<Word> words, List<Span> spans) {
    this.words = words;
    spans.forEach(s -> byStart.computeIfAbsent(s.from(), k -> new ArrayList<>()).add(s));
  }

  /** The chosen spans in their order, none overlapping another. */
  static List<Span> best(List<Word> words, List<Span> spans) {
    return new Cover(words, spans).choose();
  }

  private List<Span> choose() {
    double[] value = new double[words.size() + 1];
    Span[] choice = new Span[words.size()];
    for (int at = words.size() - 1; at >= 0; at--) {
      value[at] = value[at + 1];
      for (Span span : byStart.getOrDefault(at, List.of())) {
        double total = value(span) + value[span.to()];
        if (total > value[at]) {
          value[at] = total;
          choice[at] = span;
        }
      }
    }
    List<Span> chosen = new ArrayList<>();
    for (int at = 0; at < words.size(); at = choice[at] == null ? at + 1 : choice[at].to()) {
      if (choice[at] != null) {
        chosen.add(choice[at]);
      }
    }
    return chosen;
  }

  private double value(Span span) {
    int weight = 0;
    for (int i = span.from(); i < span.to(); i++) {
      weight += words.get(i).weight();
    }
    weight += weight == 0 ? 1 : 0; // a sign such as >
    return span.best() * weight - PRICE_OF_A_SPAN * span.best();
  }
}
