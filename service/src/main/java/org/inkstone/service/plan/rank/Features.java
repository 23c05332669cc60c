package org.inkstone.service.plan.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.PlanParts;
import org.inkstone.service.plan.compose.Composition;
import org.inkstone.service.sheet.Scalar;

/** What speaks for and against a meaning, as numbers with names. */
final class Features {
  /** Before the name of a check that is not passed. */
  private static final String CHECK = "check:";

  private Features() {}

  /**
   * The features of each meaning of a request, in their order.
   *
   * @param doubts for each meaning the checks of the wording that it does not pass
   */
  static List<Map<String, Double>> of(
      List<Meaning> meanings, Links links, List<List<String>> doubts) {
    List<Map<String, Double>> all = new ArrayList<>();
    for (int i = 0; i < meanings.size(); i++) {
      all.add(of(meanings.get(i), links, doubts.get(i)));
    }
    return List.copyOf(all);
  }

  private static Map<String, Double> of(Meaning meaning, Links links, List<String> doubts) {
    Composition plain = meaning.plain();
    Map<String, Double> features = new HashMap<>(plain.features());
    features.put("cost", plain.cost());
    features.put("open_words", (double) plain.unexplained().size());
    features.put("agreement", Math.log(meaning.same().size()));
    PlanParts parts = PlanParts.of(plain.plan());
    features.put("whole", isWhole(plain.plan()) ? 1.0 : 0.0);
    features.put("parts", Math.log(parts.plans().size()));
    features.put("unasked_columns", (double) unasked(parts, links));
    values(meaning.values(), features);
    doubts.forEach(check -> features.put(CHECK + check, 1.0));
    features.put("checks", (double) doubts.size());
    features.values().removeIf(v -> v == 0);
    return Map.copyOf(features);
  }

  /** Columns that no word means, and of which no word is a value. */
  private static long unasked(PlanParts parts, Links links) {
    Set<String> asked = new HashSet<>();
    for (Link link : links.links()) {
      switch (link.target()) {
        case Target.Column c -> asked.add(c.column().reference());
        case Target.Value v -> asked.add(v.column().reference());
        default -> {}
      }
    }
    return parts.columns().values().stream()
        .map(ColumnView::reference)
        .filter(c -> !asked.contains(c))
        .count();
  }

  /** What the values themselves say. */
  private static void values(List<List<Scalar>> values, Map<String, Double> features) {
    Set<Scalar> different = new LinkedHashSet<>();
    long all = 0;
    long errors = 0;
    long blanks = 0;
    for (List<Scalar> row : values) {
      for (Scalar value : row) {
        all++;
        errors += value instanceof Scalar.Err ? 1 : 0;
        blanks += isBlank(value) ? 1 : 0;
        different.add(value);
      }
    }
    features.put("errors", all == 0 ? 0.0 : (double) errors / all);
    features.put("blanks", all == 0 ? 0.0 : (double) blanks / all);
    features.put("constant", all > 1 && different.size() == 1 ? 1.0 : 0.0);
    boolean nothing = all == 1 && different.contains(Scalar.of(0));
    features.put("nothing", nothing ? 1.0 : 0.0);
  }

  private static boolean isBlank(Scalar value) {
    return value instanceof Scalar.Blank
        || value instanceof Scalar.Text text && text.value().isEmpty();
  }

  /** Whether a plan is a list without a condition, an order or an end. */
  private static boolean isWhole(Plan plan) {
    return plan instanceof Plan.Select s
        && s.filter().isAlways()
        && s.take() == 0
        && !s.distinct()
        && s.order().isEmpty();
  }
}
