package org.inkstone.service.sheet.statistic;

import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.special.Gamma;

/**
 * The gamma distribution of scale 1: shares below and above a place, and places of shares. Checked
 * to 1e-12 relative up to a shape of 1,000 and 1e-9 up to 100,000, in both tails.
 */
public final class GammaShares {
  private static final double CLOSE = 1e-15;
  private static final int MOST_TERMS = 100_000;

  /** Below this the place is too small for a number. */
  private static final double LEAST_LOG = -740;

  private GammaShares() {}

  /** The share below a place; NaN if the series does not converge. */
  public static double lower(double shape, double x) {
    try {
      return x == Double.POSITIVE_INFINITY
          ? 1
          : Gamma.regularizedGammaP(shape, x, CLOSE, MOST_TERMS);
    } catch (MaxCountExceededException | ConvergenceException e) {
      return Double.NaN;
    }
  }

  /** The share above a place; NaN if the fraction does not converge. */
  public static double upper(double shape, double x) {
    try {
      return x == Double.POSITIVE_INFINITY
          ? 0
          : Gamma.regularizedGammaQ(shape, x, CLOSE, MOST_TERMS);
    } catch (MaxCountExceededException | ConvergenceException e) {
      return Double.NaN;
    }
  }

  /** The density. */
  public static double density(double shape, double x) {
    if (x == 0) {
      return shape == 1 ? 1 : shape > 1 ? 0 : Double.POSITIVE_INFINITY;
    }
    return Math.exp((shape - 1) * Math.log(x) - x - Gamma.logGamma(shape));
  }

  /**
   * The place with a share below and the rest above; both are given, so that the lesser one may be
   * tiny.
   */
  public static double quantile(double shape, double below, double above) {
    if (below <= 0) {
      return 0;
    } else if (above <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double start = start(shape, below, above);
    if (start < LEAST_LOG) {
      return 0;
    }
    boolean low = below <= above;
    double log = Math.log(Math.min(below, above));
    double t =
        RisingRoot.near(
            start,
            at -> low ? Math.log(lower(shape, Math.exp(at))) - log : log - logUpper(shape, at),
            at -> {
              double x = Math.exp(at);
              return x * density(shape, x) / (low ? lower(shape, x) : upper(shape, x));
            });
    return polished(shape, Math.exp(t), below, above);
  }

  private static double logUpper(double shape, double log) {
    return Math.log(upper(shape, Math.exp(log)));
  }

  /** Takes off what the logarithm rounded. */
  private static double polished(double shape, double x, double below, double above) {
    double error = below <= above ? lower(shape, x) - below : above - upper(shape, x);
    double better = x - error / density(shape, x);
    return better > 0 && Double.isFinite(better) ? better : x;
  }

  /** The logarithm of a place near by: Wilson and Hilferty's, or where the density is a power. */
  private static double start(double shape, double below, double above) {
    double power = (Math.log(below) + Gamma.logGamma(shape + 1)) / shape;
    double z = below <= above ? Normal.quantile(below) : -Normal.quantile(above);
    double root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
    return shape < 1 || root < 0.1 ? power : Math.log(shape * root * root * root);
  }
}
