package org.inkstone.service.sheet.statistic;

import java.util.function.DoubleUnaryOperator;

/** Finds where a rising function is zero: Newton's steps, kept inside what is known to hold it. */
final class RisingRoot {
  private static final int MOST_STEPS = 200;
  private static final double CLOSE = 0x1p-52;

  private RisingRoot() {}

  /** The zero; NaN if the function has no value on the way. */
  static double near(double start, DoubleUnaryOperator f, DoubleUnaryOperator slope) {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    double x = start;
    double stride = Math.max(1, Math.abs(start) / 8);
    for (int i = 0; i < MOST_STEPS; i++) {
      double y = f.applyAsDouble(x);
      if (Double.isNaN(y)) {
        return Double.NaN;
      } else if (y == 0) {
        return x;
      } else if (y < 0) {
        low = x;
      } else {
        high = x;
      }
      double next = x - y / slope.applyAsDouble(x);
      if (!(next > low && next < high) || Math.abs(next - x) > 16 * stride) {
        next = between(low, high, stride);
        stride *= 2;
      }
      if (Math.abs(next - x) <= CLOSE * Math.max(Math.abs(next), CLOSE)) {
        return next;
      }
      x = next;
    }
    return x;
  }

  private static double between(double low, double high, double stride) {
    if (low == Double.NEGATIVE_INFINITY) {
      return high - stride;
    }
    return high == Double.POSITIVE_INFINITY ? low + stride : low + (high - low) / 2;
  }
}
