package org.inkstone.service.sheet.function;

import java.util.LinkedHashMap;
import java.util.Map;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Compare;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;

/** Spread, middle and rank of numbers. */
@InCategory(Category.STATISTICAL)
final class StatisticFunctions {
  private StatisticFunctions() {}

  @SheetFunction(value = "MEDIAN", sparse = true, en = "The middle number.", zh = "返回中值。")
  static double median(Calculation calculation, Value... numbers) {
    double[] sorted = sorted(numbers, calculation);
    return Quantiles.inclusive(sorted, 0.5);
  }

  private static double[] sorted(Value[] numbers, Calculation calculation) {
    double[] sorted = Numbers.of(numbers, calculation.dateSystem()).sorted();
    if (sorted.length == 0) {
      throw FunctionError.num();
    }
    return sorted;
  }

  @SheetFunction(
      value = "MODE.SNGL",
      older = "MODE",
      since = Excel.V2010,
      en = "The most frequent number.",
      zh = "返回出现次数最多的数字。")
  static double mode(Calculation calculation, Value... numbers) {
    for (Value argument : numbers) {
      requireNoSingleText(argument);
    }
    return mode(Numbers.of(numbers, calculation.dateSystem()));
  }

  /**
   * An argument of one value must be a number: {@code #VALUE!} even for a text that stands for one.
   */
  static void requireNoSingleText(Value argument) {
    boolean reference = argument instanceof Reference r && r.areas().size() == 1;
    Scalar only =
        argument instanceof Value.Single single
            ? single.scalar()
            : reference && argument.grid().isSingle() ? argument.grid().at(0, 0) : Scalar.of(0);
    if (only instanceof Scalar.Text || reference && only instanceof Scalar.Blank) {
      throw FunctionError.value();
    }
  }

  /** The most frequent number, the first of several; {@code #N/A} if none comes twice. */
  static double mode(Numbers all) {
    double mode = 0;
    int most = 1;
    for (Map.Entry<Double, Integer> entry : counts(all).entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        mode = entry.getKey();
      }
    }
    if (most == 1) {
      throw FunctionError.notAvailable();
    }
    return mode;
  }

  /** How often each number comes, in the order of their first coming. */
  static Map<Double, Integer> counts(Numbers all) {
    Map<Double, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      counts.merge(all.get(i), 1, Integer::sum);
    }
    return counts;
  }

  @SheetFunction(
      value = "STDEV.S",
      sparse = true,
      older = "STDEV",
      since = Excel.V2010,
      en = "The standard deviation of a sample.",
      zh = "基于样本估算标准偏差。")
  static double deviation(Calculation calculation, Value... numbers) {
    return Math.sqrt(variance(calculation, numbers));
  }

  @SheetFunction(
      value = "STDEV.P",
      sparse = true,
      older = "STDEVP",
      since = Excel.V2010,
      en = "The standard deviation of all members.",
      zh = "基于总体计算标准偏差。")
  static double deviationOfAll(Calculation calculation, Value... numbers) {
    return Math.sqrt(varianceOfAll(calculation, numbers));
  }

  @SheetFunction(
      value = "VAR.S",
      sparse = true,
      older = "VAR",
      since = Excel.V2010,
      en = "The variance of a sample.",
      zh = "基于样本估算方差。")
  static double variance(Calculation calculation, Value... numbers) {
    return variance(Numbers.of(numbers, calculation.dateSystem()), 1);
  }

  @SheetFunction(
      value = "VAR.P",
      sparse = true,
      older = "VARP",
      since = Excel.V2010,
      en = "The variance of all members.",
      zh = "基于总体计算方差。")
  static double varianceOfAll(Calculation calculation, Value... numbers) {
    return variance(Numbers.of(numbers, calculation.dateSystem()), 0);
  }

  @SheetFunction(
      value = "STDEVA",
      en = "The standard deviation of a sample; texts count as 0.",
      zh = "基于样本估算标准偏差，文本按 0 计算。")
  static double deviationWithTexts(Calculation calculation, Value... values) {
    return Math.sqrt(variance(Numbers.withTexts(values, calculation.dateSystem()), 1));
  }

  @SheetFunction(
      value = "STDEVPA",
      en = "The standard deviation of all members; texts count as 0.",
      zh = "基于总体计算标准偏差，文本按 0 计算。")
  static double deviationOfAllWithTexts(Calculation calculation, Value... values) {
    return Math.sqrt(variance(Numbers.withTexts(values, calculation.dateSystem()), 0));
  }

  @SheetFunction(
      value = "VARA",
      en = "The variance of a sample; texts count as 0.",
      zh = "基于样本估算方差，文本按 0 计算。")
  static double varianceWithTexts(Calculation calculation, Value... values) {
    return variance(Numbers.withTexts(values, calculation.dateSystem()), 1);
  }

  @SheetFunction(
      value = "VARPA",
      en = "The variance of all members; texts count as 0.",
      zh = "基于总体计算方差，文本按 0 计算。")
  static double varianceOfAllWithTexts(Calculation calculation, Value... values) {
    return variance(Numbers.withTexts(values, calculation.dateSystem()), 0);
  }

  /** The squares over the count less some degrees of freedom. */
  static double variance(Numbers numbers, int fewer) {
    if (numbers.size() <= fewer) {
      throw FunctionError.divisionByZero();
    }
    return numbers.squares() / (numbers.size() - fewer);
  }

  @SheetFunction(
      value = "DEVSQ",
      sparse = true,
      en = "The sum of squared distances from the mean.",
      zh = "返回与平均值偏差的平方和。")
  static double squares(Calculation calculation, Value... numbers) {
    return Numbers.of(numbers, calculation.dateSystem()).orNum().squares();
  }

  @SheetFunction(
      value = "AVEDEV",
      sparse = true,
      en = "The mean distance from the mean.",
      zh = "返回与平均值的绝对偏差的平均值。")
  static double meanDistance(Calculation calculation, Value... numbers) {
    Numbers all = Numbers.of(numbers, calculation.dateSystem()).orNum();
    double mean = all.mean();
    double sum = 0;
    for (int i = 0; i < all.size(); i++) {
      sum += Math.abs(all.get(i) - mean);
    }
    return sum / all.size();
  }

  @SheetFunction(value = "GEOMEAN", en = "The geometric mean.", zh = "返回几何平均值。")
  static double geometricMean(Calculation calculation, Value... numbers) {
    Numbers logs = new Numbers();
    for (double number : sorted(numbers, calculation)) {
      logs.add(Math.log(positive(number)));
    }
    return Math.exp(logs.mean());
  }

  @SheetFunction(value = "HARMEAN", en = "The harmonic mean.", zh = "返回调和平均值。")
  static double harmonicMean(Calculation calculation, Value... numbers) {
    Numbers inverses = new Numbers();
    for (double number : sorted(numbers, calculation)) {
      inverses.add(1 / positive(number));
    }
    return 1 / inverses.mean();
  }

  private static double positive(double number) {
    if (number <= 0) {
      throw FunctionError.num();
    }
    return number;
  }

  @SheetFunction(
      value = "TRIMMEAN",
      en = "The mean without a share of the extremes.",
      zh = "返回去除一定比例极值后的平均值。")
  static double trimmedMean(Grid array, double percent) {
    double[] sorted = Numbers.of(array).sorted();
    if (percent < 0 || percent >= 1 || sorted.length == 0) {
      throw FunctionError.num();
    }
    int cut = (int) Math.floor(sorted.length * percent / 2);
    Numbers kept = new Numbers();
    for (int i = cut; i < sorted.length - cut; i++) {
      kept.add(sorted[i]);
    }
    return kept.mean();
  }

  @SheetFunction(value = "LARGE", en = "The k-th greatest number.", zh = "返回第 k 个最大值。")
  static double large(Grid array, double k) {
    double[] sorted = Numbers.of(array).sorted();
    return at(sorted, sorted.length - Math.ceil(k));
  }

  @SheetFunction(value = "SMALL", en = "The k-th least number.", zh = "返回第 k 个最小值。")
  static double small(Grid array, double k) {
    return at(Numbers.of(array).sorted(), Math.floor(k) - 1);
  }

  private static double at(double[] sorted, double index) {
    if (index < 0 || index >= sorted.length) {
      throw FunctionError.num();
    }
    return sorted[(int) index];
  }

  @SheetFunction(
      value = "RANK.EQ",
      older = "RANK",
      since = Excel.V2010,
      en = "A number's rank in a list; equal ones share the best.",
      zh = "返回数字在列表中的排位，相同值取最佳排位。")
  static double rank(double number, Grid ref, @Default("FALSE") boolean order) {
    return rank(number, ref, order, 0);
  }

  @SheetFunction(
      value = "RANK.AVG",
      since = Excel.V2010,
      en = "A number's rank in a list; equal ones share the mean.",
      zh = "返回数字在列表中的排位，相同值取平均排位。")
  static double rankAverage(double number, Grid ref, @Default("FALSE") boolean order) {
    return rank(number, ref, order, 0.5);
  }

  private static double rank(double number, Grid ref, boolean ascending, double share) {
    Numbers numbers = Numbers.of(ref);
    int better = 0;
    int equal = 0;
    for (int i = 0; i < numbers.size(); i++) {
      int compared = Compare.numbers(numbers.get(i), number);
      equal += compared == 0 ? 1 : 0;
      better += (ascending ? compared < 0 : compared > 0) ? 1 : 0;
    }
    if (equal == 0) {
      throw FunctionError.notAvailable();
    }
    return better + 1 + share * (equal - 1);
  }
}
