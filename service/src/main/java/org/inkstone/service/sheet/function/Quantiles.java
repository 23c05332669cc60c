package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.FunctionError;

/** Quantiles of sorted numbers by linear interpolation. */
final class Quantiles {
  private Quantiles() {}

  /** With the least number at 0 and the greatest at 1. */
  static double inclusive(double[] sorted, double k) {
    if (sorted.length == 0 || k < 0 || k > 1) {
      throw FunctionError.num();
    }
    return between(sorted, k * (sorted.length - 1));
  }

  /** With the least number at 1/(n+1) and the greatest at n/(n+1). */
  static double exclusive(double[] sorted, double k) {
    double place = k * (sorted.length + 1) - 1;
    if (sorted.length == 0 || k <= 0 || k >= 1 || place < 0 || place > sorted.length - 1) {
      throw FunctionError.num();
    }
    return between(sorted, place);
  }

  private static double between(double[] sorted, double place) {
    int below = (int) Math.floor(place);
    double part = place - below;
    return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
  }
}
