package org.inkstone.service.sheet.function;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.inkstone.service.sheet.value.FunctionError;

/** Finds where a function of a rate is zero. */
final class Roots {
  private static final int MOST_STEPS = 100;
  private static final double CLOSE = 1e-12;
  private static final double[] MARKS = {
    -0.999, -0.9, -0.7, -0.5, -0.3, -0.2, -0.1, -0.05, -0.01, 0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 1,
    2, 5, 10, 100, 1000
  };

  private Roots() {}

  /** The zero that Newton's steps from a guess reach, else one between two marks. */
  static double near(double guess, DoubleUnaryOperator f, Supplier<FunctionError> none) {
    double x = guess;
    for (int i = 0; i < MOST_STEPS && x > -1; i++) {
      double y = f.applyAsDouble(x);
      double h = 1e-6 * Math.max(1e-3, Math.abs(x));
      double slope = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
      double next = x - y / slope;
      if (!Double.isFinite(next)) {
        break;
      } else if (Math.abs(next - x) <= CLOSE * Math.max(1, Math.abs(next))) {
        return next;
      }
      x = next;
    }
    return between(f, none);
  }

  private static double between(DoubleUnaryOperator f, Supplier<FunctionError> none) {
    for (int i = 0; i + 1 < MARKS.length; i++) {
      double low = f.applyAsDouble(MARKS[i]);
      double high = f.applyAsDouble(MARKS[i + 1]);
      if (Double.isFinite(low) && Double.isFinite(high) && low < 0 != high < 0) {
        return halved(f, MARKS[i], MARKS[i + 1], low);
      }
    }
    throw none.get();
  }

  private static double halved(DoubleUnaryOperator f, double from, double to, double atFrom) {
    double low = from;
    double high = to;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (f.applyAsDouble(middle) < 0 == atFrom < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
