package org.inkstone.service.plan.rank;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.inkstone.service.plan.rank.RankedRequest.Origin;

/**
 * How well a ranker did on requests over sheets that it did not learn from.
 *
 * @param sheets how many sheets the requests are over
 * @param firstSights answers to requests for which no rule was made yet
 */
public record Measured(int sheets, List<Answered> answered, List<Sight> firstSights) {
  private static final double[] BINS = {0, 0.5, 0.8, 0.9, 0.95, 0.98, 1.0001};

  public Measured {
    answered = List.copyOf(answered);
    firstSights = List.copyOf(firstSights);
  }

  /**
   * One request.
   *
   * @param origin how the request came about
   * @param composed whether a right meaning was among the composed ones
   * @param cheapest whether the cheapest is right
   * @param best whether the one that the ranker puts first is right
   * @param probability that it is, as the ranker says
   */
  public record Answered(
      String id,
      Origin origin,
      boolean composed,
      boolean cheapest,
      boolean best,
      double probability) {}

  /** Whether the answer to a request was right, and how probable that was said to be. */
  public record Sight(boolean right, double probability) {}

  /** The figures for people. */
  public String asText() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "sheets %d, learned and tested apart%n", sheets));
    for (Origin origin : Origin.values()) {
      choice(text, origin);
    }
    reliability(
        text,
        "as written",
        answered.stream()
            .filter(a -> a.origin() == Origin.WRITTEN)
            .map(a -> new Sight(a.best(), a.probability()))
            .toList());
    reliability(text, "at first sight", firstSights);
    return text.toString();
  }

  private void choice(StringBuilder text, Origin origin) {
    List<Answered> all = answered.stream().filter(a -> a.origin() == origin).toList();
    if (all.isEmpty()) {
      return;
    }
    String name = origin.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    text.append(String.format(Locale.ROOT, "%nrequests, %s: %d%n", name, all.size()));
    line(text, "a right meaning composed", all, Answered::composed);
    line(text, "right by cost alone", all, Answered::cheapest);
    line(text, "right by the ranker", all, Answered::best);
  }

  private static void reliability(StringBuilder text, String name, List<Sight> all) {
    text.append(
        String.format(Locale.ROOT, "%n%-16s %6s %6s %6s%n", "said, " + name, "n", "mean", "right"));
    for (int i = 0; i + 1 < BINS.length; i++) {
      double from = BINS[i];
      double to = BINS[i + 1];
      List<Sight> bin =
          all.stream().filter(a -> a.probability() >= from && a.probability() < to).toList();
      if (!bin.isEmpty()) {
        text.append(
            String.format(
                Locale.ROOT,
                "  %.2f to %.2f %10d %6.3f %6.3f%n",
                from,
                Math.min(1, to),
                bin.size(),
                bin.stream().mapToDouble(Sight::probability).average().orElse(0),
                (double) bin.stream().filter(Sight::right).count() / bin.size()));
      }
    }
  }

  private static void line(
      StringBuilder text, String name, List<Answered> all, Predicate<Answered> hit) {
    long hits = all.stream().filter(hit).count();
    double share = all.isEmpty() ? 0 : 100.0 * hits / all.size();
    text.append(String.format(Locale.ROOT, "  %-26s %d (%.1f %%)%n", name, hits, share));
  }
}
