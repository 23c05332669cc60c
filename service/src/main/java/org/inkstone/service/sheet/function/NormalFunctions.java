package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.statistic.Normal;
import org.inkstone.service.sheet.statistic.StudentT;
import org.inkstone.service.sheet.value.FunctionError;

/** The normal distribution and what is made of it. */
@InCategory(Category.STATISTICAL)
final class NormalFunctions {
  private NormalFunctions() {}

  @SheetFunction(
      value = "NORM.DIST",
      older = "NORMDIST",
      since = Excel.V2010,
      en = "The normal distribution: the share below x, or the density.",
      zh = "返回正态分布的累积概率或概率密度。")
  static double normal(double x, double mean, double standardDev, boolean cumulative) {
    return standard((x - mean) / Bounds.positive(standardDev), standardDev, cumulative);
  }

  @SheetFunction(
      value = "NORM.INV",
      older = "NORMINV",
      since = Excel.V2010,
      en = "The place below which a share of the normal distribution lies.",
      zh = "返回正态分布累积概率的反函数值。")
  static double normalInverse(double probability, double mean, double standardDev) {
    return mean + Bounds.positive(standardDev) * Normal.quantile(Bounds.inside(probability));
  }

  @SheetFunction(
      value = "NORM.S.DIST",
      since = Excel.V2010,
      en = "The standard normal distribution: the share below z, or the density.",
      zh = "返回标准正态分布的累积概率或概率密度。")
  static double standardNormal(double z, boolean cumulative) {
    return standard(z, 1, cumulative);
  }

  @SheetFunction(
      value = "NORMSDIST",
      en = "The share of the standard normal distribution below z.",
      zh = "返回标准正态分布的累积概率。")
  static double standardNormalLower(double z) {
    return Normal.lower(z);
  }

  @SheetFunction(
      value = "NORM.S.INV",
      older = "NORMSINV",
      since = Excel.V2010,
      en = "The place below which a share of the standard normal distribution lies.",
      zh = "返回标准正态分布累积概率的反函数值。")
  static double standardNormalInverse(double probability) {
    return Normal.quantile(Bounds.inside(probability));
  }

  private static double standard(double z, double width, boolean cumulative) {
    return cumulative ? Normal.lower(z) : Normal.density(z) / width;
  }

  @SheetFunction(
      value = "LOGNORM.DIST",
      since = Excel.V2010,
      en =
          "The distribution of a number whose logarithm is normal: the share below x, or the density.",
      zh = "返回对数正态分布的累积概率或概率密度。")
  static double logNormal(double x, double mean, double standardDev, boolean cumulative) {
    double z = (Math.log(Bounds.positive(x)) - mean) / Bounds.positive(standardDev);
    return cumulative ? Normal.lower(z) : Normal.density(z) / standardDev / x;
  }

  @SheetFunction(
      value = "LOGNORMDIST",
      en = "The share below x of a number whose logarithm is normal.",
      zh = "返回对数正态分布的累积概率。")
  static double logNormalLower(double x, double mean, double standardDev) {
    return logNormal(x, mean, standardDev, true);
  }

  @SheetFunction(
      value = "LOGNORM.INV",
      older = "LOGINV",
      since = Excel.V2010,
      en = "The place below which a share of numbers with a normal logarithm lies.",
      zh = "返回对数正态分布累积概率的反函数值。")
  static double logNormalInverse(double probability, double mean, double standardDev) {
    return Math.exp(normalInverse(probability, mean, standardDev));
  }

  @SheetFunction(
      value = "GAUSS",
      since = Excel.V2013,
      en = "The share of the standard normal distribution between 0 and z.",
      zh = "返回标准正态分布在 0 与 z 之间的概率。")
  static double fromMiddle(double z) {
    return Normal.fromMiddle(z);
  }

  @SheetFunction(
      value = "PHI",
      since = Excel.V2013,
      en = "The density of the standard normal distribution.",
      zh = "返回标准正态分布的概率密度。")
  static double density(double x) {
    return Normal.density(x);
  }

  @SheetFunction(
      value = "STANDARDIZE",
      en = "How many standard deviations a number lies from the mean.",
      zh = "返回正态化数值。")
  static double standardize(double x, double mean, double standardDev) {
    return (x - mean) / Bounds.positive(standardDev);
  }

  @SheetFunction(
      value = "CONFIDENCE.NORM",
      older = "CONFIDENCE",
      since = Excel.V2010,
      en = "How far a sample's mean may lie from the true one, if the deviation is known.",
      zh = "使用正态分布返回总体平均值的置信区间。")
  static double confidence(double alpha, double standardDev, double size) {
    double n = Math.floor(size);
    double width = Bounds.positive(standardDev);
    if (n < 1) {
      throw FunctionError.num();
    }
    return -Normal.quantile(Bounds.inside(alpha) / 2) * width / Math.sqrt(n);
  }

  @SheetFunction(
      value = "CONFIDENCE.T",
      since = Excel.V2010,
      en = "How far a sample's mean may lie from the true one, by Student's t.",
      zh = "使用学生 t 分布返回总体平均值的置信区间。")
  static double confidenceByT(double alpha, double standardDev, double size) {
    double n = Math.floor(size);
    double outside = Bounds.inside(alpha);
    double width = Bounds.positive(standardDev);
    if (n < 1) {
      throw FunctionError.num();
    } else if (n == 1) {
      throw FunctionError.divisionByZero();
    }
    return StudentT.outside(outside, 1 - outside, n - 1) * width / Math.sqrt(n);
  }

  @SheetFunction(value = "FISHER", en = "The Fisher transformation.", zh = "返回 Fisher 变换值。")
  static double fisher(double x) {
    if (Math.abs(x) >= 1) {
      throw FunctionError.num();
    }
    return (Math.log1p(x) - Math.log1p(-x)) / 2;
  }

  @SheetFunction(
      value = "FISHERINV",
      en = "The number with this Fisher transformation.",
      zh = "返回 Fisher 逆变换值。")
  static double fisherInverse(double y) {
    return Math.tanh(y);
  }
}
