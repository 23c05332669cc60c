package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;

/** Lines through pairs of numbers. */
@InCategory(Category.STATISTICAL)
final class RegressionFunctions {
  private RegressionFunctions() {}

  /** Sums over the pairs in which both values are numbers. */
  private record Pairs(int count, double meanX, double meanY, double xx, double yy, double xy) {
    static Pairs of(Grid ys, Grid xs) {
      Numbers x = new Numbers();
      Numbers y = new Numbers();
      Numbers.pairs(
          ys,
          xs,
          (first, second) -> {
            y.add(first);
            x.add(second);
          });
      double xy = 0;
      for (int i = 0; i < x.size(); i++) {
        xy += (x.get(i) - x.mean()) * (y.get(i) - y.mean());
      }
      return new Pairs(x.size(), x.mean(), y.mean(), x.squares(), y.squares(), xy);
    }

    double slope() {
      return divided(xy, xx);
    }

    double correlation() {
      return divided(xy, Math.sqrt(xx * yy));
    }
  }

  private static double divided(double a, double b) {
    if (b == 0) {
      throw FunctionError.divisionByZero();
    }
    return a / b;
  }

  @SheetFunction(value = "SLOPE", en = "The slope of the line through points.", zh = "返回线性回归线的斜率。")
  static double slope(Grid knownYs, Grid knownXs) {
    return Pairs.of(knownYs, knownXs).slope();
  }

  @SheetFunction(
      value = "INTERCEPT",
      en = "Where the line through points meets the y-axis.",
      zh = "返回线性回归线的截距。")
  static double intercept(Grid knownYs, Grid knownXs) {
    Pairs pairs = Pairs.of(knownYs, knownXs);
    return pairs.meanY() - pairs.slope() * pairs.meanX();
  }

  @SheetFunction(
      value = "FORECAST.LINEAR",
      older = "FORECAST",
      since = Excel.V2016,
      en = "The value of the line through points at a place.",
      zh = "根据线性回归预测值。")
  static double forecast(double x, Grid knownYs, Grid knownXs) {
    Pairs pairs = Pairs.of(knownYs, knownXs);
    return pairs.meanY() + pairs.slope() * (x - pairs.meanX());
  }

  @SheetFunction(
      value = "CORREL",
      older = "PEARSON",
      en = "How far two lists rise together, from -1 to 1.",
      zh = "返回两组数据的相关系数。")
  static double correlation(Grid array1, Grid array2) {
    return Pairs.of(array1, array2).correlation();
  }

  @SheetFunction(value = "RSQ", en = "The square of the correlation.", zh = "返回相关系数的平方。")
  static double rSquared(Grid knownYs, Grid knownXs) {
    double correlation = Pairs.of(knownYs, knownXs).correlation();
    return correlation * correlation;
  }

  @SheetFunction(
      value = "STEYX",
      en = "The standard error of the line through points.",
      zh = "返回线性回归的标准误差。")
  static double standardError(Grid knownYs, Grid knownXs) {
    Pairs pairs = Pairs.of(knownYs, knownXs);
    return Math.sqrt(
        divided(pairs.yy() - pairs.xy() * pairs.slope(), Math.max(0, pairs.count() - 2)));
  }

  @SheetFunction(
      value = "COVARIANCE.P",
      older = "COVAR",
      since = Excel.V2010,
      en = "The covariance of all members.",
      zh = "返回总体协方差。")
  static double covariance(Grid array1, Grid array2) {
    Pairs pairs = Pairs.of(array1, array2);
    return divided(pairs.xy(), pairs.count());
  }

  @SheetFunction(
      value = "COVARIANCE.S",
      since = Excel.V2010,
      en = "The covariance of a sample.",
      zh = "返回样本协方差。")
  static double sampleCovariance(Grid array1, Grid array2) {
    Pairs pairs = Pairs.of(array1, array2);
    return divided(pairs.xy(), pairs.count() - 1);
  }
}
