package org.inkstone.service.sheet.function;

/**
 * J and Y of whole orders and positive arguments: by the power series where its terms do not
 * cancel, by Hankel's expansion for large arguments (Abramowitz and Stegun 9.2.5), else by
 * recurrence from above (9.12, Miller) and Neumann's series for Y0 (9.1.89).
 */
final class Bessel {
  private static final double EULER = 0.5772156649015329;
  private static final double HUGE = 1e250;
  private static final double FAR = 30;

  private Bessel() {}

  static double first(int order, double x) {
    if (x == 0) {
      return order == 0 ? 1 : 0;
    } else if (x * x < order + 1.0) {
      return series(order, x);
    } else if (isFar(order, x)) {
      return hankel(order, x, true);
    }
    return downward(order, x).ofOrder;
  }

  static double second(int order, double x) {
    double before;
    double last;
    if (isFar(1, x)) {
      before = hankel(0, x, false);
      last = hankel(1, x, false);
    } else {
      MillerSums sums = downward(0, x);
      double log = 2 / Math.PI * (Math.log(x / 2) + EULER);
      before = log * sums.ofOrder - 4 / Math.PI * sums.even;
      last =
          -2 / (Math.PI * x) * sums.ofOrder
              + (log - 2 / Math.PI) * sums.first
              - 2 / Math.PI * sums.odd;
    }
    if (order == 0) {
      return before;
    }
    for (int n = 1; n < order && Double.isFinite(last); n++) {
      double next = 2 * n / x * last - before;
      before = last;
      last = next;
    }
    return last;
  }

  private static boolean isFar(int order, double x) {
    return x > FAR + (double) order * order / 2;
  }

  private static double series(int order, double x) {
    double term = 1;
    for (int k = 1; k <= order && term > 0; k++) {
      term *= x / 2 / k;
    }
    double sum = term;
    for (int k = 1; Math.abs(term) > Math.abs(sum) * 1e-18; k++) {
      term *= -x * x / 4 / k / (k + (double) order);
      sum += term;
    }
    return sum;
  }

  /** For arguments far above the order's square: its terms fall until they no longer matter. */
  private static double hankel(int order, double x, boolean first) {
    double mu = 4.0 * order * order;
    double term = 1;
    double even = 1;
    double odd = 0;
    for (int k = 1; Math.abs(term) > 1e-18 && k < 2 * x; k++) {
      double root = 2.0 * k - 1;
      term *= (mu - root * root) / (k * 8 * x);
      double signed = k % 4 >= 2 ? -term : term;
      if (k % 2 == 0) {
        even += signed;
      } else {
        odd += signed;
      }
    }
    // the angle x - (order/2 + 1/4)π by addition theorems, since x may be large
    double turn = ((order % 4) / 2.0 + 0.25) * Math.PI;
    double cos = Math.cos(x) * Math.cos(turn) + Math.sin(x) * Math.sin(turn);
    double sin = Math.sin(x) * Math.cos(turn) - Math.cos(x) * Math.sin(turn);
    double size = Math.sqrt(2 / (Math.PI * x));
    return first ? size * (even * cos - odd * sin) : size * (even * sin + odd * cos);
  }

  /** Miller's recurrence from far above the order and the argument. */
  private static MillerSums downward(int order, double x) {
    double top = Math.max(order, x);
    int start = 2 * (int) ((top + 20 + 12 * Math.cbrt(top) + Math.sqrt(40 * top)) / 2);
    MillerSums sums = new MillerSums(order);
    double above = 0;
    double here = 1e-250;
    for (int n = start; n >= 0; n--) {
      sums.add(n, here);
      double below = 2 * n / x * here - above;
      above = here;
      here = below;
      if (Math.abs(here) > HUGE) {
        above /= HUGE;
        here /= HUGE;
        sums.divide(HUGE);
      }
    }
    sums.divide(sums.norm);
    return sums;
  }

  /** Sums over all orders; {@code J0 + 2 J2 + 2 J4 + … = 1} makes them right in size. */
  private static final class MillerSums {
    private final int order;
    private double ofOrder;
    private double first;
    private double norm;
    private double even;
    private double odd;

    MillerSums(int order) {
      this.order = order;
    }

    void add(int n, double value) {
      ofOrder = n == order ? value : ofOrder;
      first = n == 1 ? value : first;
      double half = Math.floor(n / 2.0);
      double signed = half % 2 == 0 ? value : -value;
      if (n % 2 == 0) {
        norm += n == 0 ? value : 2 * value;
        even += n == 0 ? 0 : signed / half;
      } else if (n > 1) {
        odd += signed * n / (half * (half + 1));
      }
    }

    void divide(double by) {
      ofOrder /= by;
      first /= by;
      even /= by;
      odd /= by;
      norm /= by;
    }
  }
}
