package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.Evaluation;

/**
 * What a formula gave: one evaluation, or with fill-down one a data row.
 *
 * @param evaluations at least one
 */
record Computed(List<Evaluation> evaluations) {
  private static final double TOLERANCE = 1e-9;

  Computed {
    evaluations = List.copyOf(evaluations);
  }

  Evaluation first() {
    return evaluations.getFirst();
  }

  /** All values, row by row. */
  List<Scalar> values() {
    List<Scalar> values = new ArrayList<>();
    evaluations.forEach(e -> e.rows().forEach(values::addAll));
    return values;
  }

  boolean hasError() {
    return values().stream().anyMatch(Scalar.Err.class::isInstance);
  }

  /** Whether all values are the same, numbers within rounding. */
  boolean sameAs(Computed other) {
    return same(values(), other.values());
  }

  static boolean same(List<Scalar> left, List<Scalar> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean same(Scalar left, Scalar right) {
    if (left instanceof Scalar.Num a && right instanceof Scalar.Num b) {
      double scale = Math.max(1, Math.max(Math.abs(a.value()), Math.abs(b.value())));
      return Math.abs(a.value() - b.value()) <= TOLERANCE * scale;
    }
    return left.equals(right);
  }
}
