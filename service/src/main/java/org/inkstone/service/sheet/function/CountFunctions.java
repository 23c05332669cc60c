package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.NumberText;
import org.inkstone.service.sheet.value.Tally;
import org.inkstone.service.sheet.value.Value;

/** How many, the mean, the least and the greatest. */
@InCategory(Category.STATISTICAL)
final class CountFunctions {
  private CountFunctions() {}

  @SheetFunction(
      value = "COUNT",
      sparse = true,
      en = "How many values are numbers.",
      zh = "计算数字的个数。")
  static double count(Calculation calculation, Value... values) {
    long count = 0;
    for (Value value : values) {
      if (value instanceof Value.Single single) {
        count += isNumber(single.scalar(), calculation) ? 1 : 0;
      } else {
        count += Numbers.tally(value).numbers();
      }
    }
    return count;
  }

  private static boolean isNumber(Scalar scalar, Calculation calculation) {
    return switch (scalar) {
      case Scalar.Text t -> NumberText.parse(t.value(), calculation.dateSystem()).isPresent();
      case Scalar.Err e -> false;
      default -> true;
    };
  }

  @SheetFunction(
      value = "COUNTA",
      sparse = true,
      en = "How many values are not blank.",
      zh = "计算非空值的个数。")
  static double countAll(Value... values) {
    long count = 0;
    for (Value value : values) {
      count += value instanceof Value.Single ? 1 : Numbers.tally(value).filled();
    }
    return count;
  }

  @SheetFunction(
      value = "COUNTBLANK",
      sparse = true,
      en = "How many cells are blank or hold an empty text.",
      zh = "计算空白单元格的个数。")
  static double countBlank(Grid range) {
    Tally tally = new Tally();
    range.tally(tally);
    return range.size() - tally.filled() + tally.emptyTexts();
  }

  @SheetFunction(value = "AVERAGE", sparse = true, en = "The mean of numbers.", zh = "返回数字的平均值。")
  static double average(Calculation calculation, Value... numbers) {
    return Numbers.tally(numbers, calculation.dateSystem()).mean();
  }

  @SheetFunction(
      value = "AVERAGEA",
      en = "The mean of values; texts count as 0.",
      zh = "返回平均值，文本按 0 计算。")
  static double averageAll(Calculation calculation, Value... values) {
    return Numbers.withTexts(values, calculation.dateSystem()).mean();
  }

  @SheetFunction(value = "MAX", sparse = true, en = "The greatest number.", zh = "返回最大值。")
  static double max(Calculation calculation, Value... numbers) {
    return Numbers.tally(numbers, calculation.dateSystem()).greatest();
  }

  @SheetFunction(
      value = "MAXA",
      en = "The greatest value; texts count as 0.",
      zh = "返回最大值，文本按 0 计算。")
  static double maxAll(Calculation calculation, Value... values) {
    return max(Numbers.withTexts(values, calculation.dateSystem()));
  }

  @SheetFunction(value = "MIN", sparse = true, en = "The least number.", zh = "返回最小值。")
  static double min(Calculation calculation, Value... numbers) {
    return Numbers.tally(numbers, calculation.dateSystem()).least();
  }

  @SheetFunction(value = "MINA", en = "The least value; texts count as 0.", zh = "返回最小值，文本按 0 计算。")
  static double minAll(Calculation calculation, Value... values) {
    return min(Numbers.withTexts(values, calculation.dateSystem()));
  }

  /** The greatest number; 0 if there is none. */
  static double max(Numbers numbers) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < numbers.size(); i++) {
      max = Math.max(max, numbers.get(i));
    }
    return numbers.size() == 0 ? 0 : max;
  }

  /** The least number; 0 if there is none. */
  static double min(Numbers numbers) {
    double min = Double.POSITIVE_INFINITY;
    for (int i = 0; i < numbers.size(); i++) {
      min = Math.min(min, numbers.get(i));
    }
    return numbers.size() == 0 ? 0 : min;
  }
}
