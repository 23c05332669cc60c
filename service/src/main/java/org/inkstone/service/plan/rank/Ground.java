package org.inkstone.service.plan.rank;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.PlanParts;
import org.inkstone.service.sheet.Scalar;

/** How firm the ground of a plan is: untidy cells, texts with near relatives, parts of texts. */
final class Ground {
  private static final int MOST_TEXTS = 2_000;

  private Ground() {}

  static void add(PlanParts parts, Links links, Map<String, Double> features) {
    int texts = 0;
    int stray = 0;
    int mixed = 0;
    for (ColumnView column : parts.columns().values()) {
      texts += column.profile().textNumbers();
      stray += column.profile().strayTexts();
      mixed += column.profile().max() != null && !column.texts().isEmpty() ? 1 : 0;
    }
    features.put("text_numbers", Math.log(1.0 + texts));
    features.put("stray_texts", Math.log(1.0 + stray));
    features.put("mixed_columns", (double) mixed);
    features.put("near_texts", (double) near(parts));
    features.put(
        "part_values",
        (double) links.all(Target.Value.class).stream().filter(v -> !v.whole()).count());
    features.put(
        "spelled_numbers",
        (double) links.all(Target.Number.class).stream().filter(Target.Number::spelled).count());
  }

  /** Conditions on a text where the column has others that contain it, or the other way round. */
  private static long near(PlanParts parts) {
    return parts.conditions().stream().filter(Ground::isNear).count();
  }

  private static boolean isNear(Condition condition) {
    return condition instanceof Condition.Compare c
        && c.comparison() == Comparison.EQUAL
        && c.left() instanceof Plan.Field field
        && c.right() instanceof Plan.Literal literal
        && literal.value() instanceof Scalar.Text text
        && hasRelative(field.column().texts(), text.value());
  }

  private static boolean hasRelative(List<String> texts, String value) {
    String own = plain(value);
    return texts.stream()
        .limit(MOST_TEXTS)
        .map(Ground::plain)
        .anyMatch(t -> !t.equals(own) && (t.contains(own) || own.contains(t) && !t.isEmpty()));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
