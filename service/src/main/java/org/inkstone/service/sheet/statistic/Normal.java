package org.inkstone.service.sheet.statistic;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution, precise in both tails. */
public final class Normal {
  private static final double SQRT_2 = Math.sqrt(2);
  private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);

  /** Shares this close to one half are solved from the middle, others from their tail. */
  private static final double MIDDLE = 0.1;

  private Normal() {}

  /** The density. */
  public static double density(double z) {
    return DENSITY_AT_0 * Math.exp(-z * z / 2);
  }

  /** The share below. */
  public static double lower(double z) {
    return Erf.erfc(-z / SQRT_2) / 2;
  }

  /** The share between 0 and a place; negative below 0. */
  public static double fromMiddle(double z) {
    return Erf.erf(z / SQRT_2) / 2;
  }

  /** The place below which a share lies; infinite for 0 and 1. */
  public static double quantile(double share) {
    double off = share - 0.5;
    if (Math.abs(off) < MIDDLE) {
      return RisingRoot.near(off / DENSITY_AT_0, z -> fromMiddle(z) - off, Normal::density);
    }
    return off < 0 ? tail(share) : -tail(1 - share);
  }

  private static double tail(double share) {
    if (share <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double log = Math.log(share);
    return RisingRoot.near(
        -Math.sqrt(-2 * log), z -> Math.log(lower(z)) - log, z -> density(z) / lower(z));
  }
}
