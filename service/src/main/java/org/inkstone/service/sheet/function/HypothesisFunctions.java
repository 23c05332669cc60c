package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.statistic.BetaShares;
import org.inkstone.service.sheet.statistic.GammaShares;
import org.inkstone.service.sheet.statistic.Normal;
import org.inkstone.service.sheet.statistic.StudentT;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.jspecify.annotations.Nullable;

/** Tests of hypotheses: how likely such data are by chance alone. */
@InCategory(Category.STATISTICAL)
final class HypothesisFunctions {
  private HypothesisFunctions() {}

  @SheetFunction(
      value = "Z.TEST",
      older = "ZTEST",
      since = Excel.V2010,
      en = "The chance of a sample mean above that of the data, if x is the true mean.",
      zh = "返回 z 检验的单尾概率值。")
  static double normal(Grid array, double x, @Default(ifEmpty = true) @Nullable Double sigma) {
    Numbers numbers = Numbers.of(array);
    if (numbers.size() == 0) {
      throw FunctionError.notAvailable();
    }
    double deviation =
        sigma == null ? Math.sqrt(StatisticFunctions.variance(numbers, 1)) : Bounds.positive(sigma);
    if (deviation == 0) {
      throw FunctionError.divisionByZero();
    }
    return Normal.lower((x - numbers.mean()) / (deviation / Math.sqrt(numbers.size())));
  }

  @SheetFunction(
      value = "T.TEST",
      older = "TTEST",
      since = Excel.V2010,
      en = "The chance that two samples with the same mean differ as much.",
      zh = "返回 t 检验的概率值。")
  static double student(Grid array1, Grid array2, double tails, double type) {
    int sides = (int) Math.floor(tails);
    if (sides != 1 && sides != 2) {
      throw FunctionError.num();
    }
    double both =
        switch ((int) Math.floor(type)) {
          case 1 -> paired(array1, array2);
          case 2 -> alike(Numbers.of(array1), Numbers.of(array2));
          case 3 -> unlike(Numbers.of(array1), Numbers.of(array2));
          default -> throw FunctionError.num();
        };
    return both * sides / 2;
  }

  private static double paired(Grid array1, Grid array2) {
    Numbers differences = new Numbers();
    Numbers.pairs(array1, array2, (a, b) -> differences.add(a - b));
    double variance = StatisticFunctions.variance(differences, 1);
    return bothTails(differences.mean(), variance / differences.size(), differences.size() - 1.0);
  }

  private static double alike(Numbers a, Numbers b) {
    int freedom = a.size() + b.size() - 2;
    if (a.size() < 2 || b.size() < 2) {
      throw FunctionError.divisionByZero();
    }
    double pooled = (a.squares() + b.squares()) / freedom;
    return bothTails(a.mean() - b.mean(), pooled / a.size() + pooled / b.size(), freedom);
  }

  private static double unlike(Numbers a, Numbers b) {
    double first = StatisticFunctions.variance(a, 1) / a.size();
    double second = StatisticFunctions.variance(b, 1) / b.size();
    double sum = first + second;
    double freedom =
        sum * sum / (first * first / (a.size() - 1) + second * second / (b.size() - 1));
    return bothTails(a.mean() - b.mean(), sum, freedom);
  }

  private static double bothTails(double difference, double variance, double freedom) {
    if (variance == 0) {
      throw FunctionError.divisionByZero();
    }
    return StudentT.bothTails(difference / Math.sqrt(variance), freedom);
  }

  @SheetFunction(
      value = "F.TEST",
      older = "FTEST",
      since = Excel.V2010,
      en = "The chance that two samples with the same variance differ as much.",
      zh = "返回 F 检验的双尾概率值。")
  static double fisher(Grid array1, Grid array2) {
    Numbers first = Numbers.of(array1);
    Numbers second = Numbers.of(array2);
    double a = StatisticFunctions.variance(first, 1);
    double b = StatisticFunctions.variance(second, 1);
    if (a == 0 || b == 0) {
      throw FunctionError.divisionByZero();
    }
    double m = (first.size() - 1) / 2.0;
    double n = (second.size() - 1) / 2.0;
    double sum = m * a + n * b;
    double lower = BetaShares.lower(m * a / sum, n * b / sum, m, n);
    double upper = BetaShares.upper(m * a / sum, n * b / sum, m, n);
    return Math.min(1, 2 * Math.min(lower, upper));
  }

  @SheetFunction(
      value = "CHISQ.TEST",
      older = "CHITEST",
      since = Excel.V2010,
      en = "The chance that counts differ as much from the expected ones.",
      zh = "返回独立性检验的概率值。")
  static double chiSquared(Grid actualRange, Grid expectedRange) {
    int rows = actualRange.rows();
    int columns = actualRange.columns();
    if (rows != expectedRange.rows() || columns != expectedRange.columns() || rows * columns == 1) {
      throw FunctionError.notAvailable();
    }
    double[] sum = {0};
    Numbers.pairs(
        actualRange,
        expectedRange,
        (actual, expected) -> {
          if (expected == 0) {
            throw FunctionError.divisionByZero();
          }
          sum[0] += (actual - expected) * (actual - expected) / Bounds.positive(expected);
        });
    double freedom = rows > 1 && columns > 1 ? (rows - 1.0) * (columns - 1) : rows * columns - 1.0;
    return GammaShares.upper(freedom / 2, sum[0] / 2);
  }
}
