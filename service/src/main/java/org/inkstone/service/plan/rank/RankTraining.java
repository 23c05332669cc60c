package org.inkstone.service.plan.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.inkstone.service.plan.rank.RankedRequest.Origin;

/**
 * Learns a {@link Ranker} from requests whose right meanings are known. What is reported was always
 * measured on sheets that were not learned from.
 */
public final class RankTraining {
  /** Into how many parts the sheets are divided. */
  static final int FOLDS = 10;

  /** Wrong meanings of a request that are learned from, the cheapest ones. */
  private static final int MOST_WRONG = 8;

  private static final double CHOICE_COST = 0.05;

  private final List<Case> cases;
  private final Map<String, Integer> folds;
  private final List<Seen> firstSights;

  private RankTraining(List<Case> cases, Map<String, Integer> folds, List<FirstSight> firstSights) {
    this.cases = cases;
    this.folds = folds;
    this.firstSights =
        firstSights.stream()
            .map(f ->
                new Seen(
                    f.evidence(), f.words(), f.right(), true, folds.getOrDefault(f.group(), 0)))
            .toList();
  }

  /** A request with its features and the part that it belongs to. */
  private record Case(RankedRequest request, List<Map<String, Double>> features, int fold) {}

  /**
   * What trust rests on.
   *
   * @param words those linked to nothing
   * @param learned whether it is learned from
   * @param fold the part that its request belongs to
   */
  record Seen(
      Map<String, Double> evidence, Set<String> words, boolean right, boolean learned, int fold) {}

  /**
   * What was learned.
   *
   * @param measured how well it did on sheets that were not learned from
   */
  public record Learned(Linear choice, Linear trust, Set<String> harmless, Measured measured) {}

  /**
   * Learns from requests.
   *
   * @param firstSights what was seen before rules were made for these requests; perhaps none
   */
  public static Learned learn(List<RankedRequest> requests, List<FirstSight> firstSights) {
    Map<String, Integer> folds =
        folds(
            Stream.concat(
                requests.stream().map(RankedRequest::group),
                firstSights.stream().map(FirstSight::group)));
    List<Case> cases =
        requests.stream()
            .map(r ->
                new Case(
                    r,
                    Features.of(r.meanings(), r.links(), r.doubts()),
                    folds.getOrDefault(r.group(), 0)))
            .toList();
    return new RankTraining(cases, folds, firstSights).learn();
  }

  /** To which part the requests of each group belong. */
  static Map<String, Integer> folds(Stream<String> groups) {
    Map<String, Integer> folds = new HashMap<>();
    for (String group : new TreeSet<>(groups.toList())) {
      folds.put(group, folds.size() % FOLDS);
    }
    return folds;
  }

  private Learned learn() {
    List<List<Ranked>> ranked = ranked();
    List<Seen> written = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      written.add(seen(cases.get(i), ranked.get(i)));
    }
    List<Seen> all = Stream.concat(written.stream(), firstSights.stream()).toList();
    TrustTraining trusts = new TrustTraining(all, observed(written));
    List<Measured.Answered> answered = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      double probability = trusts.probabilityApart(written.get(i));
      answered.add(answered(cases.get(i).request(), ranked.get(i).getFirst().index(), probability));
    }
    List<Measured.Sight> sights =
        firstSights.stream()
            .map(s -> new Measured.Sight(s.right(), trusts.probabilityApart(s)))
            .toList();
    Measured measured = new Measured(folds.size(), answered, sights);
    return new Learned(choice(-1), trusts.trust(), trusts.harmless(), measured);
  }

  /**
   * By what the scale of trust is set: requests to come are neither as easy as those that rules
   * were made for nor as hard as others were before that, so as many of the one kind as of the
   * other.
   */
  private List<Seen> observed(List<Seen> seen) {
    List<Seen> written = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      if (cases.get(i).request().origin() == Origin.WRITTEN) {
        written.add(seen.get(i));
      }
    }
    if (firstSights.isEmpty()) {
      return written;
    }
    List<Seen> observed = new ArrayList<>(firstSights);
    int most = Math.min(written.size(), firstSights.size());
    for (int i = 0; i < most; i++) {
      observed.add(written.get((int) ((long) i * written.size() / most)));
    }
    return observed;
  }

  /** The meanings of each request in the order of a ranker that learned from other sheets. */
  private List<List<Ranked>> ranked() {
    Map<Integer, Linear> choices = new HashMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      choices.put(fold, choice(fold));
    }
    List<List<Ranked>> ranked = new ArrayList<>();
    for (Case one : cases) {
      Linear choice = choices.getOrDefault(one.fold(), new Linear(Map.of(), 0));
      ranked.add(Ranker.rank(choice, one.request().meanings(), one.features()));
    }
    return ranked;
  }

  private Linear choice(int without) {
    List<LogisticFit.Row> pairs = new ArrayList<>();
    cases.stream().filter(c -> c.fold() != without).forEach(c -> addPairs(c, pairs));
    return LogisticFit.fit(pairs, CHOICE_COST);
  }

  /** The right meaning against each wrong one, both ways round. */
  private static void addPairs(Case one, List<LogisticFit.Row> pairs) {
    int right = one.request().right().indexOf(true);
    int wrong = 0;
    for (int i = 0; right >= 0 && i < one.features().size() && wrong < MOST_WRONG; i++) {
      if (!one.request().right().get(i)) {
        wrong++;
        Map<String, Double> better = one.features().get(right);
        Map<String, Double> worse = one.features().get(i);
        pairs.add(new LogisticFit.Row(difference(better, worse), true));
        pairs.add(new LogisticFit.Row(difference(worse, better), false));
      }
    }
  }

  /** Without the kinds, of which there are too few of each, and the checks, which come later. */
  private static Map<String, Double> difference(Map<String, Double> a, Map<String, Double> b) {
    Map<String, Double> difference = new HashMap<>(a);
    b.forEach((name, value) -> difference.merge(name, -value, Double::sum));
    difference.values().removeIf(v -> v == 0);
    difference.keySet().removeIf(name -> name.startsWith("kind:") || name.startsWith("check"));
    return difference;
  }

  /** Requests with lost words teach to choose, not to trust: such words are refused. */
  private static Seen seen(Case one, List<Ranked> ranked) {
    RankedRequest request = one.request();
    return new Seen(
        Ranker.evidence(ranked, request.links()),
        Uncovered.words(request.links()),
        request.right().get(ranked.getFirst().index()),
        request.origin() == Origin.WRITTEN,
        one.fold());
  }

  private static Measured.Answered answered(RankedRequest request, int best, double probability) {
    return new Measured.Answered(
        request.id(),
        request.origin(),
        request.right().contains(true),
        request.right().getFirst(),
        request.right().get(best),
        probability);
  }
}
