package org.inkstone.service.sheet.function;

/**
 * I and K of whole orders and positive arguments: I by its power series, whose terms are all
 * positive (Abramowitz and Stegun 9.6.10); K0 and K1 by the trapezoidal rule on the integral
 * 9.6.24, which converges faster than any power of the step, then upward.
 */
final class ModifiedBessel {
  private static final double STEP = 1.0 / 16;
  private static final double OVERFLOW = 720;

  private ModifiedBessel() {}

  static double first(int order, double x) {
    if (x > OVERFLOW + order) {
      return Double.POSITIVE_INFINITY;
    }
    double log = 0;
    double term = 1;
    for (int k = 1; k <= order; k++) {
      term *= x / 2 / k;
      if (term < 1e-250) {
        log += Math.log(term);
        term = 1;
      }
    }
    double sum = term;
    for (int k = 1; term > sum * 1e-18; k++) {
      term *= x / 2 / k * (x / 2) / (k + (double) order);
      sum += term;
    }
    return log == 0 ? sum : sum * Math.exp(log);
  }

  static double second(int order, double x) {
    double before = integral(0, x);
    double last = integral(1, x);
    if (order == 0) {
      return before;
    }
    for (int n = 1; n < order && Double.isFinite(last); n++) {
      double next = 2 * n / x * last + before;
      before = last;
      last = next;
    }
    return last;
  }

  private static double integral(int order, double x) {
    // the integrand is about as wide as a normal curve of deviation 1/√x
    double step = Math.min(STEP, 0.5 / Math.sqrt(x));
    double sum = Math.exp(-x) / 2;
    double term = 1;
    for (int i = 1; term > sum * 1e-18 || i * step < 1; i++) {
      double t = i * step;
      term = Math.exp(-x * Math.cosh(t)) * (order == 0 ? 1 : Math.cosh(t));
      sum += term;
    }
    return sum * step;
  }
}
