package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.statistic.Counts;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.jspecify.annotations.Nullable;

/** Chances of counts. */
@InCategory(Category.STATISTICAL)
final class ChanceFunctions {
  /** How far the chances of PROB may sum up beside 1. */
  private static final double ROUNDING = 1e-7;

  private ChanceFunctions() {}

  @SheetFunction(
      value = "BINOM.DIST",
      older = "BINOMDIST",
      since = Excel.V2010,
      en = "The chance of a number of successes in trials, or of at most so many.",
      zh = "返回二项式分布的概率或累积概率。")
  static double binomial(double numberS, double trials, double probabilityS, boolean cumulative) {
    double n = Bounds.count(trials);
    double k = Bounds.count(numberS);
    Bounds.share(probabilityS);
    if (k > n) {
      throw FunctionError.num();
    }
    return cumulative
        ? Counts.binomialLower(k, n, probabilityS)
        : Counts.binomial(k, n, probabilityS);
  }

  @SheetFunction(
      value = "BINOM.DIST.RANGE",
      since = Excel.V2013,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "The chance that the number of successes in trials lies between two bounds.",
      zh = "返回试验成功次数落在指定范围内的概率。")
  static double binomialBetween(
      double trials, double probabilityS, double numberS, @Default @Nullable Double numberS2) {
    double n = Bounds.count(trials);
    double from = Bounds.count(numberS);
    double to = numberS2 == null ? from : Bounds.count(numberS2);
    Bounds.share(probabilityS);
    if (from > n || to > n || to < from) {
      throw FunctionError.num();
    }
    return Counts.binomialBetween(from, to, n, probabilityS);
  }

  @SheetFunction(
      value = "BINOM.INV",
      older = "CRITBINOM",
      since = Excel.V2010,
      en = "The least number of successes that is not exceeded with a chance.",
      zh = "返回使累积二项式分布大于等于临界值的最小值。")
  static double binomialInverse(double trials, double probabilityS, double alpha) {
    return Counts.binomialQuantile(
        Bounds.count(trials), Bounds.share(probabilityS), Bounds.share(alpha));
  }

  @SheetFunction(
      value = "NEGBINOM.DIST",
      since = Excel.V2010,
      en =
          "The chance of a number of failures before so many successes, or of at most that number.",
      zh = "返回负二项式分布的概率或累积概率。")
  static double negativeBinomial(
      double numberF, double numberS, double probabilityS, boolean cumulative) {
    double failures = Bounds.count(numberF);
    double successes = Bounds.count(numberS);
    Bounds.share(probabilityS);
    if (successes < 1) {
      throw FunctionError.num();
    }
    return cumulative
        ? Counts.negativeBinomialLower(failures, successes, probabilityS)
        : Counts.negativeBinomial(failures, successes, probabilityS);
  }

  @SheetFunction(
      value = "NEGBINOMDIST",
      en = "The chance of a number of failures before so many successes.",
      zh = "返回负二项式分布的概率。")
  static double negativeBinomialChance(double numberF, double numberS, double probabilityS) {
    return negativeBinomial(numberF, numberS, probabilityS, false);
  }

  @SheetFunction(
      value = "HYPGEOM.DIST",
      since = Excel.V2010,
      en = "The chance of a number of marked members in a sample, or of at most so many.",
      zh = "返回超几何分布的概率或累积概率。")
  static double hypergeometric(
      double sampleS,
      double numberSample,
      double populationS,
      double numberPop,
      boolean cumulative) {
    double count = Bounds.count(sampleS);
    double sample = Bounds.count(numberSample);
    double marked = Bounds.count(populationS);
    double population = Bounds.count(numberPop);
    boolean fits = sample > 0 && marked > 0 && sample <= population && marked <= population;
    if (!fits || count > Math.min(sample, marked) || count < sample + marked - population) {
      throw FunctionError.num();
    }
    return cumulative
        ? Counts.hypergeometricLower(count, sample, marked, population)
        : Counts.hypergeometric(count, sample, marked, population);
  }

  @SheetFunction(
      value = "HYPGEOMDIST",
      en = "The chance of a number of marked members in a sample.",
      zh = "返回超几何分布的概率。")
  static double hypergeometricChance(
      double sampleS, double numberSample, double populationS, double numberPop) {
    return hypergeometric(sampleS, numberSample, populationS, numberPop, false);
  }

  @SheetFunction(
      value = "POISSON.DIST",
      older = "POISSON",
      since = Excel.V2010,
      en = "The chance of a number of events, or of at most so many.",
      zh = "返回泊松分布的概率或累积概率。")
  static double poisson(double x, double mean, boolean cumulative) {
    double count = Bounds.count(x);
    double expected = Bounds.atLeast0(mean);
    return cumulative ? Counts.poissonLower(count, expected) : Counts.poisson(count, expected);
  }

  @SheetFunction(
      value = "PERMUTATIONA",
      since = Excel.V2013,
      en = "How many sequences can be made of things that may repeat.",
      zh = "返回可重复选取时的排列数。")
  static double sequences(double number, double numberChosen) {
    double n = Bounds.count(number);
    double k = Bounds.count(numberChosen);
    if (n == 0 && k > 0) {
      throw FunctionError.num();
    }
    return Math.pow(n, k);
  }

  @SheetFunction(
      value = "PROB",
      en = "The chance that a value lies between two bounds.",
      zh = "返回数值落在指定区间内的概率。")
  static double chance(
      Grid xRange,
      Grid probRange,
      double lowerLimit,
      @Default(ifEmpty = true) @Nullable Double upperLimit) {
    double upper = upperLimit == null ? lowerLimit : upperLimit;
    double[] sums = {0, 0};
    Numbers.pairs(
        xRange,
        probRange,
        (x, chance) -> {
          double share = Bounds.positive(Bounds.share(chance));
          sums[0] += share;
          sums[1] += x >= lowerLimit && x <= upper ? share : 0;
        });
    if (Math.abs(sums[0] - 1) > ROUNDING) {
      throw FunctionError.num();
    }
    return sums[1];
  }
}
