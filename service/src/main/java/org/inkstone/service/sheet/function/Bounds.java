package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.FunctionError;

/** Arguments that must lie within bounds: the number, or {@code #NUM!}. */
final class Bounds {
  private static final double MOST_FREEDOM = 1e10;

  private Bounds() {}

  /** Above 0. */
  static double positive(double number) {
    return require(number > 0, number);
  }

  /** Not below 0. */
  static double atLeast0(double number) {
    return require(number >= 0, number);
  }

  /** From 0 to 1. */
  static double share(double number) {
    return require(number >= 0 && number <= 1, number);
  }

  /** Between 0 and 1. */
  static double inside(double number) {
    return require(number > 0 && number < 1, number);
  }

  /** A count, cut to a whole number: not below 0. */
  static double count(double number) {
    return atLeast0(Math.floor(number));
  }

  /** Degrees of freedom, cut to a whole number: from 1 to 10^10. */
  static double freedom(double number) {
    double whole = Math.floor(number);
    return require(whole >= 1 && whole <= MOST_FREEDOM, whole);
  }

  private static double require(boolean holds, double number) {
    if (!holds) {
      throw FunctionError.num();
    }
    return number;
  }
}
