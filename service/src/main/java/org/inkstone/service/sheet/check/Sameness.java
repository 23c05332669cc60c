package org.inkstone.service.sheet.check;

import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.Evaluation;

/** Compares results of formulas, numbers within rounding. */
final class Sameness {
  private static final double TOLERANCE = 1e-9;

  private Sameness() {}

  static boolean same(List<Evaluation> left, List<Evaluation> right) {
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

  static boolean same(Evaluation left, Evaluation right) {
    List<List<Scalar>> a = left.rows();
    List<List<Scalar>> b = right.rows();
    if (a.size() != b.size() || a.getFirst().size() != b.getFirst().size()) {
      return false;
    }
    for (int row = 0; row < a.size(); row++) {
      for (int column = 0; column < a.getFirst().size(); column++) {
        if (!same(a.get(row).get(column), b.get(row).get(column))) {
          return false;
        }
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
