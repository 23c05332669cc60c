package org.inkstone.service.sheet.function;

import org.apache.commons.math3.special.Gamma;
import org.inkstone.service.sheet.statistic.GammaShares;
import org.inkstone.service.sheet.value.FunctionError;

/** The gamma function, and the distributions of waiting times and sums of squares. */
@InCategory(Category.STATISTICAL)
final class GammaFunctions {
  /** Beyond this the library's own gamma function would meet infinity on its way. */
  private static final double SAFE = 140;

  private GammaFunctions() {}

  @SheetFunction(
      value = "GAMMA",
      since = Excel.V2013,
      en = "The gamma function: the factorial of x - 1, for all numbers.",
      zh = "返回伽玛函数值。")
  static double gamma(double number) {
    if (number <= 0 && number == Math.rint(number)) {
      throw FunctionError.num();
    } else if (number < -SAFE) {
      return Math.PI / (sinPi(number) * gamma(1 - number));
    }
    double factor = 1;
    double x = number;
    while (x > SAFE && factor < Double.POSITIVE_INFINITY) {
      factor *= --x;
    }
    return factor * Gamma.gamma(Math.min(x, SAFE));
  }

  private static double sinPi(double x) {
    double turn = x - 2 * Math.floor(x / 2);
    return Math.sin(Math.PI * turn);
  }

  @SheetFunction(
      value = "GAMMALN",
      en = "The logarithm of the gamma function.",
      zh = "返回伽玛函数的自然对数。")
  static double logGamma(double x) {
    return Gamma.logGamma(Bounds.positive(x));
  }

  @SheetFunction(
      value = "GAMMALN.PRECISE",
      since = Excel.V2010,
      en = "The logarithm of the gamma function.",
      zh = "返回伽玛函数的自然对数。")
  static double logGammaPrecise(double x) {
    return logGamma(x);
  }

  @SheetFunction(
      value = "GAMMA.DIST",
      older = "GAMMADIST",
      since = Excel.V2010,
      en = "The gamma distribution: the share below x, or the density.",
      zh = "返回伽玛分布的累积概率或概率密度。")
  static double gammaDistribution(double x, double alpha, double beta, boolean cumulative) {
    double shape = Bounds.positive(alpha);
    double place = Bounds.atLeast0(x) / Bounds.positive(beta);
    return cumulative ? GammaShares.lower(shape, place) : GammaShares.density(shape, place) / beta;
  }

  @SheetFunction(
      value = "GAMMA.INV",
      older = "GAMMAINV",
      since = Excel.V2010,
      en = "The place below which a share of the gamma distribution lies.",
      zh = "返回伽玛分布累积概率的反函数值。")
  static double gammaInverse(double probability, double alpha, double beta) {
    double shape = Bounds.positive(alpha);
    double scale = Bounds.positive(beta);
    double below = Bounds.share(probability);
    return scale * GammaShares.quantile(shape, below, 1 - below);
  }

  @SheetFunction(
      value = "CHISQ.DIST",
      since = Excel.V2010,
      en = "The chi-squared distribution: the share below x, or the density.",
      zh = "返回卡方分布的左尾概率或概率密度。")
  static double chiSquared(double x, double degFreedom, boolean cumulative) {
    return gammaDistribution(x, Bounds.freedom(degFreedom) / 2, 2, cumulative);
  }

  @SheetFunction(
      value = "CHISQ.DIST.RT",
      older = "CHIDIST",
      since = Excel.V2010,
      en = "The share of the chi-squared distribution above x.",
      zh = "返回卡方分布的右尾概率。")
  static double chiSquaredUpper(double x, double degFreedom) {
    return GammaShares.upper(Bounds.freedom(degFreedom) / 2, Bounds.atLeast0(x) / 2);
  }

  @SheetFunction(
      value = "CHISQ.INV",
      since = Excel.V2010,
      en = "The place below which a share of the chi-squared distribution lies.",
      zh = "返回卡方分布左尾概率的反函数值。")
  static double chiSquaredInverse(double probability, double degFreedom) {
    double below = Bounds.share(probability);
    return 2 * GammaShares.quantile(Bounds.freedom(degFreedom) / 2, below, 1 - below);
  }

  @SheetFunction(
      value = "CHISQ.INV.RT",
      older = "CHIINV",
      since = Excel.V2010,
      en = "The place above which a share of the chi-squared distribution lies.",
      zh = "返回卡方分布右尾概率的反函数值。")
  static double chiSquaredUpperInverse(double probability, double degFreedom) {
    double above = Bounds.share(probability);
    return 2 * GammaShares.quantile(Bounds.freedom(degFreedom) / 2, 1 - above, above);
  }

  @SheetFunction(
      value = "EXPON.DIST",
      older = "EXPONDIST",
      since = Excel.V2010,
      en = "The exponential distribution: the share below x, or the density.",
      zh = "返回指数分布的累积概率或概率密度。")
  static double exponential(double x, double lambda, boolean cumulative) {
    double place = Bounds.positive(lambda) * Bounds.atLeast0(x);
    return cumulative ? -Math.expm1(-place) : lambda * Math.exp(-place);
  }

  @SheetFunction(
      value = "WEIBULL.DIST",
      older = "WEIBULL",
      since = Excel.V2010,
      en = "The Weibull distribution: the share below x, or the density.",
      zh = "返回韦伯分布的累积概率或概率密度。")
  static double weibull(double x, double alpha, double beta, boolean cumulative) {
    double place = Bounds.atLeast0(x) / Bounds.positive(beta);
    double power = Math.pow(place, Bounds.positive(alpha));
    return cumulative
        ? -Math.expm1(-power)
        : alpha / beta * Math.pow(place, alpha - 1) * Math.exp(-power);
  }
}
