package org.inkstone.service.plan.rank;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.inkstone.service.engine.TextEncoder;
import org.inkstone.service.plan.algebra.PlanSentence;
import org.inkstone.service.plan.rank.RankedRequest.Origin;

/** Learns the weights of a {@link Probe}: the state behind the right meaning against the others. */
public final class ProbeTraining {
  private static final double COST = 0.0005;
  private static final double SCALE_COST = 1_000;
  private static final String CHOICE = "choice";
  private static final String PROBE = "probe";

  private final List<Case> cases;
  private final int width;

  private ProbeTraining(List<Case> cases, int width) {
    this.cases = cases;
    this.width = width;
  }

  /** The best meanings of a request in the order of the ranker, with the model's states. */
  private record Case(List<Ranked> ranked, List<float[]> states, List<Boolean> right, int fold) {}

  /** Where the states come from. */
  public record Source(TextEncoder encoder, String modelSha256, int layer, Path cache) {}

  /**
   * What was learned.
   *
   * @param weights one a hidden dimension
   * @param report how well it does on sheets that were not learned from
   */
  public record Learned(List<Float> weights, String report) {}

  /**
   * Learns; computes the states that the file does not hold, which takes a second or two a request.
   *
   * @param most how many meanings of a request are looked at
   */
  public static Learned learn(
      List<RankedRequest> requests,
      Ranker ranker,
      Source source,
      int most,
      Consumer<String> progress) {
    StateCache cache = StateCache.open(source.cache());
    List<RankedRequest> written =
        requests.stream().filter(r -> r.origin() == Origin.WRITTEN).toList();
    Map<String, Integer> folds = RankTraining.folds(written.stream().map(RankedRequest::group));
    List<Case> cases = new ArrayList<>();
    for (RankedRequest request : written) {
      progress.accept(request.id());
      List<Ranked> ranked =
          ranker.rank(request.meanings(), request.links(), request.doubts()).stream()
              .limit(most)
              .toList();
      List<Boolean> right = ranked.stream().map(r -> request.right().get(r.index())).toList();
      if (right.contains(true) && right.contains(false)) {
        List<float[]> states = states(cache, source, request, ranked);
        cases.add(new Case(ranked, states, right, folds.getOrDefault(request.group(), 0)));
      }
    }
    int width = cases.isEmpty() ? 0 : cases.getFirst().states().getFirst().length / 2;
    return new ProbeTraining(cases, width).learn();
  }

  private static List<float[]> states(
      StateCache cache, Source source, RankedRequest request, List<Ranked> ranked) {
    List<String> sentences =
        ranked.stream()
            .map(r -> PlanSentence.of(r.meaning().plain().plan(), request.links().language()))
            .toList();
    return States.cached(
        cache,
        source.encoder(),
        source.modelSha256(),
        source.layer(),
        request.schema(),
        sentences,
        new States.Asked(request.links().request(), request.links().language()));
  }

  private Learned learn() {
    List<List<Double>> apart = new ArrayList<>();
    cases.forEach(c -> apart.add(List.of()));
    for (int fold = 0; fold < RankTraining.FOLDS; fold++) {
      double[] weights = weights(fold);
      for (int i = 0; i < cases.size(); i++) {
        if (cases.get(i).fold() == fold) {
          apart.set(i, cases.get(i).states().stream().map(s -> dot(weights, s)).toList());
        }
      }
    }
    double scale = scale(apart);
    double[] all = weights(-1);
    List<Float> weights =
        IntStream.range(0, width).mapToObj(i -> (float) (all[i] * scale)).toList();
    return new Learned(weights, report(apart, scale));
  }

  private double[] weights(int without) {
    List<LogisticFit.Row> rows = new ArrayList<>();
    for (Case one : cases) {
      int right = one.right().indexOf(true);
      for (int i = 0; i < one.states().size() && one.fold() != without; i++) {
        if (!one.right().get(i)) {
          rows.add(row(one.states().get(right), one.states().get(i), true));
          rows.add(row(one.states().get(i), one.states().get(right), false));
        }
      }
    }
    Linear learned = LogisticFit.fit(rows, COST);
    return IntStream.range(0, width)
        .mapToDouble(i -> learned.weights().getOrDefault(name(i), 0.0))
        .toArray();
  }

  private LogisticFit.Row row(float[] a, float[] b, boolean yes) {
    Map<String, Double> difference = new HashMap<>(width * 2);
    for (int i = 0; i < width; i++) {
      difference.put(name(i), (double) a[i] - b[i]);
    }
    return new LogisticFit.Row(difference, yes);
  }

  private static String name(int dimension) {
    return String.format(Locale.ROOT, "%04d", dimension);
  }

  private static double dot(double[] weights, float[] state) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * state[i];
    }
    return sum;
  }

  /** How much the probe's score counts beside the ranker's. */
  private double scale(List<List<Double>> apart) {
    List<LogisticFit.Row> rows = new ArrayList<>();
    for (int c = 0; c < cases.size(); c++) {
      Case one = cases.get(c);
      int right = one.right().indexOf(true);
      for (int i = 0; i < one.right().size(); i++) {
        if (!one.right().get(i)) {
          double choice = one.ranked().get(right).score() - one.ranked().get(i).score();
          double probe = apart.get(c).get(right) - apart.get(c).get(i);
          rows.add(new LogisticFit.Row(Map.of(CHOICE, choice, PROBE, probe), true));
          rows.add(new LogisticFit.Row(Map.of(CHOICE, -choice, PROBE, -probe), false));
        }
      }
    }
    Linear both = LogisticFit.fit(rows, SCALE_COST);
    double choice = both.weights().getOrDefault(CHOICE, 1.0);
    return both.weights().getOrDefault(PROBE, 0.0) / Math.max(0.1, choice);
  }

  private String report(List<List<Double>> apart, double scale) {
    int ranker = 0;
    int probe = 0;
    int both = 0;
    for (int c = 0; c < cases.size(); c++) {
      Case one = cases.get(c);
      List<Double> scores = apart.get(c).stream().map(s -> s * scale).toList();
      int best =
          IntStream.range(0, scores.size())
              .reduce(0, (a, b) -> scores.get(b) > scores.get(a) ? b : a);
      Ranked together = Probe.ranked(one.ranked(), scores).getFirst();
      int at =
          IntStream.range(0, one.ranked().size())
              .filter(i -> one.ranked().get(i).index() == together.index())
              .findFirst()
              .orElseThrow();
      ranker += one.right().getFirst() ? 1 : 0;
      probe += one.right().get(best) ? 1 : 0;
      both += one.right().get(at) ? 1 : 0;
    }
    return String.format(
        Locale.ROOT,
        "requests with right and wrong meanings: %d%n  right by the ranker %d%n"
            + "  right by the probe  %d%n  right by both       %d%n",
        cases.size(),
        ranker,
        probe,
        both);
  }
}
