package org.inkstone.service.sheet.function;

/**
 * The error function to about 15 digits: near zero by the series whose terms are all positive
 * (Abramowitz and Stegun 7.1.6), farther out by the continued fraction of the complement (7.1.14).
 */
final class ErrorFunction {
  private static final double NEAR = 2;
  private static final double ZERO_FROM = 28;

  private ErrorFunction() {}

  static double erf(double x) {
    double size = Math.abs(x);
    double erf = size < NEAR ? series(size) : 1 - fraction(size);
    return x < 0 ? -erf : erf;
  }

  static double erfc(double x) {
    if (Math.abs(x) < NEAR) {
      // 1 - erf loses digits where erf is near 1: there the fraction serves, though it is slower
      return x > 0.5 ? fraction(x) : 1 - erf(x);
    }
    return x < 0 ? 2 - fraction(-x) : fraction(x);
  }

  /** The part between two limits, without cancelling where both are far out on one side. */
  static double between(double lower, double upper) {
    if (lower > 0.5 && upper > 0.5) {
      return erfc(lower) - erfc(upper);
    } else if (lower < -0.5 && upper < -0.5) {
      return erfc(-upper) - erfc(-lower);
    }
    return erf(upper) - erf(lower);
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > sum * 1e-17; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** The complement for positive x, evaluated from the tail; fewer steps the larger x is. */
  private static double fraction(double x) {
    if (x > ZERO_FROM) {
      return 0;
    }
    int steps = (int) (20 + 400 / (x * x));
    double tail = x;
    for (int k = steps; k > 0; k--) {
      tail = x + k / 2.0 / tail;
    }
    return exponential(x) / (tail * Math.sqrt(Math.PI));
  }

  /** e to -x², with the square's rounding error taken back. */
  private static double exponential(double x) {
    double square = x * x;
    double error = Math.fma(x, x, -square);
    return Math.exp(-square) * (1 - error);
  }
}
