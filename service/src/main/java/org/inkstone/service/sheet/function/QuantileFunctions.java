package org.inkstone.service.sheet.function;

import java.util.Arrays;
import java.util.Comparator;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;

/** Percentiles, quartiles and frequencies. */
@InCategory(Category.STATISTICAL)
final class QuantileFunctions {
  private QuantileFunctions() {}

  @SheetFunction(
      value = "PERCENTILE.INC",
      older = "PERCENTILE",
      since = Excel.V2010,
      en = "The number below which a share of the numbers lies, ends included.",
      zh = "返回第 k 个百分点的值，包含端点。")
  static double percentile(Grid array, double k) {
    return Quantiles.inclusive(Numbers.of(array).sorted(), k);
  }

  @SheetFunction(
      value = "PERCENTILE.EXC",
      since = Excel.V2010,
      en = "The number below which a share of the numbers lies, ends excluded.",
      zh = "返回第 k 个百分点的值，不含端点。")
  static double percentileExclusive(Grid array, double k) {
    return Quantiles.exclusive(Numbers.of(array).sorted(), k);
  }

  @SheetFunction(
      value = "QUARTILE.INC",
      older = "QUARTILE",
      since = Excel.V2010,
      en = "A quartile, ends included.",
      zh = "返回四分位数，包含端点。")
  static double quartile(Grid array, double quart) {
    return Quantiles.inclusive(Numbers.of(array).sorted(), Math.floor(quart) / 4);
  }

  @SheetFunction(
      value = "QUARTILE.EXC",
      since = Excel.V2010,
      en = "A quartile, ends excluded.",
      zh = "返回四分位数，不含端点。")
  static double quartileExclusive(Grid array, double quart) {
    return Quantiles.exclusive(Numbers.of(array).sorted(), Math.floor(quart) / 4);
  }

  @SheetFunction(
      value = "PERCENTRANK.INC",
      older = "PERCENTRANK",
      since = Excel.V2010,
      en = "Which share of the numbers lies below one, ends included.",
      zh = "返回值的百分比排位，包含端点。")
  static double percentRank(Grid array, double x, @Default("3") int significance) {
    double[] sorted = Numbers.of(array).sorted();
    if (sorted.length == 1 && sorted[0] == x) {
      return 1;
    }
    return cut(place(sorted, x) / (sorted.length - 1), significance);
  }

  @SheetFunction(
      value = "PERCENTRANK.EXC",
      since = Excel.V2010,
      en = "Which share of the numbers lies below one, ends excluded.",
      zh = "返回值的百分比排位，不含端点。")
  static double percentRankExclusive(Grid array, double x, @Default("3") int significance) {
    double[] sorted = Numbers.of(array).sorted();
    return cut((place(sorted, x) + 1) / (sorted.length + 1), significance);
  }

  private static double place(double[] sorted, double x) {
    if (sorted.length == 0 || x < sorted[0] || x > sorted[sorted.length - 1]) {
      throw FunctionError.notAvailable();
    }
    int below = 0;
    while (sorted[below] < x) {
      below++;
    }
    return sorted[below] == x
        ? below
        : below - 1 + (x - sorted[below - 1]) / (sorted[below] - sorted[below - 1]);
  }

  private static double cut(double share, int digits) {
    if (digits < 1) {
      throw FunctionError.num();
    }
    return RoundingFunctions.roundDown(share, digits);
  }

  @SheetFunction(
      value = "FREQUENCY",
      array = true,
      en = "How many numbers lie in each of several bins.",
      zh = "计算数值在各区间内出现的次数。")
  static Value frequency(Grid dataArray, Grid binsArray) {
    double[] bins = Numbers.of(binsArray).toArray();
    Integer[] order = new Integer[bins.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> bins[i]));
    int[] counts = new int[bins.length + 1];
    Numbers data = Numbers.of(dataArray);
    for (int i = 0; i < data.size(); i++) {
      counts[bin(data.get(i), bins, order)]++;
    }
    return ArrayValue.compute(counts.length, 1, (row, column) -> Scalar.of(counts[row]));
  }

  /** The first of the least bins that are not below a number; the count of bins if all are. */
  private static int bin(double number, double[] bins, Integer[] order) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) / 2;
      if (bins[order[middle]] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < order.length ? order[low] : bins.length;
  }

  @SheetFunction(
      value = "PERMUT",
      en = "In how many orders some of a number of things can stand.",
      zh = "返回给定数目对象的排列数。")
  static double permutations(double number, double numberChosen) {
    double n = Math.floor(number);
    double k = Math.floor(numberChosen);
    if (n < 0 || k < 0 || k > n) {
      throw FunctionError.num();
    }
    double result = 1;
    for (double i = 0; i < k && result < Double.POSITIVE_INFINITY; i++) {
      result *= n - i;
    }
    return result;
  }
}
