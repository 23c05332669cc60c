package org.inkstone.service.sheet.statistic;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * Distributions of counts. Their probabilities are commons-math's saddle-point expansions; sums
 * begin at their greatest term.
 */
public final class Counts {
  private static final double NEGLIGIBLE = 0x1p-60;

  /** Sums that differ by less than this part are the same: 0.25 is reached by 0.5 * 0.5. */
  private static final double SAME = 1e-14;

  private Counts() {}

  /** The probability of a count of successes. */
  public static double binomial(double successes, double trials, double chance) {
    return trials > Integer.MAX_VALUE
        ? Double.NaN
        : new BinomialDistribution(null, (int) trials, chance).probability((int) successes);
  }

  /** The probability of at most so many successes. */
  public static double binomialLower(double successes, double trials, double chance) {
    return successes >= trials
        ? 1
        : BetaShares.lower(1 - chance, chance, trials - successes, successes + 1);
  }

  /** The probability of a count of successes between two bounds. */
  public static double binomialBetween(double from, double to, double trials, double chance) {
    if (chance == 1) {
      return to == trials ? 1 : 0;
    }
    double odds = chance / (1 - chance);
    double peak = Math.clamp(Math.floor((trials + 1) * chance), from, to);
    return sum(from, to, peak, binomial(peak, trials, chance), k -> (trials - k) / (k + 1) * odds);
  }

  /** The probability of so many failures before a number of successes. */
  public static double negativeBinomial(double failures, double successes, double chance) {
    double trials = failures + successes;
    return successes / trials * binomial(successes, trials, chance);
  }

  /** The probability of at most so many failures before a number of successes. */
  public static double negativeBinomialLower(double failures, double successes, double chance) {
    return BetaShares.lower(chance, 1 - chance, successes, failures + 1);
  }

  /** The probability of a count of events. */
  public static double poisson(double count, double mean) {
    if (mean == 0) {
      return count == 0 ? 1 : 0;
    }
    return count > Integer.MAX_VALUE ? Double.NaN : poissonOf(mean).probability((int) count);
  }

  private static PoissonDistribution poissonOf(double mean) {
    return new PoissonDistribution(
        null,
        mean,
        PoissonDistribution.DEFAULT_EPSILON,
        PoissonDistribution.DEFAULT_MAX_ITERATIONS);
  }

  /** The probability of at most so many events. */
  public static double poissonLower(double count, double mean) {
    return mean == 0 ? 1 : GammaShares.upper(count + 1, mean);
  }

  /** The probability of a count of marked members in a sample. */
  public static double hypergeometric(
      double count, double sample, double marked, double population) {
    return population > Integer.MAX_VALUE
        ? Double.NaN
        : new HypergeometricDistribution(null, (int) population, (int) marked, (int) sample)
            .probability((int) count);
  }

  /** The probability of at most so many marked members in a sample. */
  public static double hypergeometricLower(
      double count, double sample, double marked, double population) {
    double least = Math.max(0, sample + marked - population);
    double most = Math.min(sample, marked);
    double mode = Math.floor((sample + 1) * (marked + 1) / (population + 2));
    boolean low = count <= mode;
    double from = low ? least : count + 1;
    double to = low ? count : most;
    if (from > to) {
      return low ? 0 : 1;
    }
    double peak = low ? to : from;
    double sum =
        sum(
            from,
            to,
            peak,
            hypergeometric(peak, sample, marked, population),
            k -> (marked - k) / (k + 1) * (sample - k) / (population - marked - sample + k + 1));
    return low ? sum : 1 - sum;
  }

  /** The quotient of the probabilities of the next count and of a count. */
  @FunctionalInterface
  private interface Ratio {
    double after(double count);
  }

  private static double sum(double from, double to, double peak, double atPeak, Ratio ratio) {
    double sum = atPeak;
    double term = atPeak;
    for (double k = peak; k < to && term > sum * NEGLIGIBLE; k++) {
      term *= ratio.after(k);
      sum += term;
    }
    term = atPeak;
    for (double k = peak - 1; k >= from && term > sum * NEGLIGIBLE; k--) {
      term /= ratio.after(k);
      sum += term;
    }
    return sum;
  }

  /**
   * The least count of successes whose probability of at most so many reaches a share; NaN if it
   * can't be computed.
   */
  public static double binomialQuantile(double trials, double chance, double share) {
    double low = 0;
    double high = trials;
    while (low < high) {
      // beyond 2^53 the middle of two neighbours is rounded, perhaps to the higher one
      double middle = Math.min(Math.floor(low + (high - low) / 2), Math.nextDown(high));
      double lower = binomialLower(middle, trials, chance);
      if (Double.isNaN(lower)) {
        return Double.NaN;
      } else if (lower >= share * (1 - SAME)) {
        high = middle;
      } else {
        low = Math.max(middle + 1, Math.nextUp(middle));
      }
    }
    return low;
  }
}
