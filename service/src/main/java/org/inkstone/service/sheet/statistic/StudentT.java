package org.inkstone.service.sheet.statistic;

import org.apache.commons.math3.special.Beta;

/** Student's t distribution, precise in both tails. */
public final class StudentT {
  /** From here on Wallace's normal approximation is nearer than the beta function. */
  private static final double MANY = 1e7;

  private StudentT() {}

  /** The density. */
  public static double density(double t, double freedom) {
    double log = -(freedom + 1) / 2 * Math.log1p(t * t / freedom);
    return Math.exp(log - Beta.logBeta(freedom / 2, 0.5)) / Math.sqrt(freedom);
  }

  /** The share above a place. */
  public static double upper(double t, double freedom) {
    double tail = t * t == Double.POSITIVE_INFINITY ? 0 : bothTails(t, freedom) / 2;
    return t < 0 ? 1 - tail : tail;
  }

  /** The share farther from 0 than a place, on both sides. */
  public static double bothTails(double t, double freedom) {
    double square = t * t;
    if (freedom > MANY) {
      double z = Math.sqrt(freedom * Math.log1p(square / freedom));
      return 2 * Normal.lower(-z * (8 * freedom + 1) / (8 * freedom + 3));
    }
    double sum = freedom + square;
    return BetaShares.lower(freedom / sum, square / sum, freedom / 2, 0.5);
  }

  /**
   * The place beyond which, on both sides, a share lies.
   *
   * @param outside the share
   * @param inside the rest
   */
  public static double outside(double outside, double inside, double freedom) {
    if (freedom > MANY) {
      double z = -Normal.quantile(outside / 2) * (8 * freedom + 3) / (8 * freedom + 1);
      return Math.sqrt(freedom * Math.expm1(z * z / freedom));
    }
    return Math.sqrt(freedom * Math.exp(-BetaShares.logOdds(freedom / 2, 0.5, outside, inside)));
  }

  /** The place below which a share lies. */
  public static double quantile(double share, double freedom) {
    return share < 0.5
        ? -outside(2 * share, 1 - 2 * share, freedom)
        : outside(2 * (1 - share), 2 * share - 1, freedom);
  }
}
