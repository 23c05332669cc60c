package org.inkstone.service.sheet.statistic;

import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.special.Beta;

/**
 * The beta distribution: shares below and above a place, and places of shares. A place is given
 * with its distance from 1, so that neither is lost near the other end. Checked to 1e-12 relative
 * up to shapes of some thousands, in both tails.
 */
public final class BetaShares {
  private static final double CLOSE = 1e-15;
  private static final int MOST_TERMS = 100_000;

  private BetaShares() {}

  /**
   * The share below a place; NaN if the fraction does not converge.
   *
   * @param x from 0 to 1
   * @param rest 1 - x
   */
  public static double lower(double x, double rest, double alpha, double beta) {
    if (x <= 0 || rest <= 0) {
      return x <= 0 ? 0 : 1;
    }
    return x > alpha / (alpha + beta) ? 1 - fraction(rest, beta, alpha) : fraction(x, alpha, beta);
  }

  /** The share above a place; NaN if the fraction does not converge. */
  public static double upper(double x, double rest, double alpha, double beta) {
    return lower(rest, x, beta, alpha);
  }

  private static double fraction(double x, double alpha, double beta) {
    try {
      return Beta.regularizedBeta(x, alpha, beta, CLOSE, MOST_TERMS);
    } catch (MaxCountExceededException | ConvergenceException e) {
      return Double.NaN;
    }
  }

  /** The density. */
  public static double density(double x, double rest, double alpha, double beta) {
    double low = alpha == 1 ? 0 : (alpha - 1) * Math.log(x);
    double high = beta == 1 ? 0 : (beta - 1) * Math.log(rest);
    return Math.exp(low + high - Beta.logBeta(alpha, beta));
  }

  /**
   * The logarithm of x / (1 - x) for the place x with a share below and the rest above; both are
   * given, so that the lesser one may be tiny.
   */
  public static double logOdds(double alpha, double beta, double below, double above) {
    if (below <= 0) {
      return Double.NEGATIVE_INFINITY;
    } else if (above <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    boolean low = below <= above;
    double log = Math.log(Math.min(below, above));
    double least = (Math.log(below) + Math.log(alpha) + Beta.logBeta(alpha, beta)) / alpha;
    double most = (Math.log(above) + Math.log(beta) + Beta.logBeta(alpha, beta)) / beta;
    double middle = Math.log(alpha / beta);
    return RisingRoot.near(
        low ? Math.min(middle, least) : Math.max(middle, -most),
        t -> {
          double share = low ? lower(x(t), x(-t), alpha, beta) : upper(x(t), x(-t), alpha, beta);
          return low ? Math.log(share) - log : log - Math.log(share);
        },
        t -> {
          double share = low ? lower(x(t), x(-t), alpha, beta) : upper(x(t), x(-t), alpha, beta);
          return density(x(t), x(-t), alpha, beta) * x(t) * x(-t) / share;
        });
  }

  /** The place of a logarithm of odds. */
  public static double x(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
