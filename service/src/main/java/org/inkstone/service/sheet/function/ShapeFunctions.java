package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Value;

/** The shape of a distribution of numbers: its lean, its tails, its peaks. */
@InCategory(Category.STATISTICAL)
final class ShapeFunctions {
  private ShapeFunctions() {}

  @SheetFunction(
      value = "KURT",
      en = "How heavy the tails of a sample are, beside the normal distribution's.",
      zh = "返回数据集的峰值。")
  static double kurtosis(Calculation calculation, Value... numbers) {
    Numbers all = atLeast(4, Numbers.of(numbers, calculation.dateSystem()));
    double n = all.size();
    double sum = moment(all, StatisticFunctions.variance(all, 1), 4);
    return n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * sum
        - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
  }

  @SheetFunction(value = "SKEW", en = "How far a sample leans to one side.", zh = "返回分布的偏斜度。")
  static double skew(Calculation calculation, Value... numbers) {
    Numbers all = atLeast(3, Numbers.of(numbers, calculation.dateSystem()));
    double n = all.size();
    return n / ((n - 1) * (n - 2)) * moment(all, StatisticFunctions.variance(all, 1), 3);
  }

  @SheetFunction(
      value = "SKEW.P",
      since = Excel.V2013,
      en = "How far all members lean to one side.",
      zh = "基于总体返回分布的偏斜度。")
  static double skewOfAll(Calculation calculation, Value... numbers) {
    Numbers all = atLeast(3, Numbers.of(numbers, calculation.dateSystem()));
    return moment(all, StatisticFunctions.variance(all, 0), 3) / all.size();
  }

  private static Numbers atLeast(int count, Numbers numbers) {
    if (numbers.size() < count) {
      throw FunctionError.divisionByZero();
    }
    return numbers;
  }

  /** The sum of a power of the distances from the mean, in standard deviations. */
  private static double moment(Numbers numbers, double variance, int power) {
    if (variance == 0) {
      throw FunctionError.divisionByZero();
    }
    double mean = numbers.mean();
    double deviation = Math.sqrt(variance);
    double sum = 0;
    for (int i = 0; i < numbers.size(); i++) {
      sum += Math.pow((numbers.get(i) - mean) / deviation, power);
    }
    return sum;
  }

  @SheetFunction(
      value = "MODE.MULT",
      since = Excel.V2010,
      array = true,
      en = "The most frequent numbers, one below the other.",
      zh = "返回出现次数最多的所有数字。")
  static Value modes(Calculation calculation, Value... numbers) {
    for (Value argument : numbers) {
      StatisticFunctions.requireNoSingleText(argument);
    }
    Map<Double, Integer> counts =
        StatisticFunctions.counts(Numbers.of(numbers, calculation.dateSystem()));
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    if (most == 1) {
      throw FunctionError.notAvailable();
    }
    List<Scalar> modes = new ArrayList<>();
    counts.forEach((number, count) -> {
      if (count == most) {
        modes.add(Scalar.of(number));
      }
    });
    return ArrayValue.column(modes);
  }
}
