package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Sums, counts and means over the cells that fulfil conditions. */
@InCategory(Category.STATISTICAL)
final class ConditionalFunctions {
  private ConditionalFunctions() {}

  @SheetFunction(value = "COUNTIF", en = "How many cells fulfil a condition.", zh = "计算满足条件的单元格个数。")
  static Value countIf(Calculation calculation, Value range, Value criteria) {
    return countIfs(calculation, range, criteria);
  }

  @SheetFunction(
      value = "COUNTIFS",
      since = Excel.V2007,
      en = "How many places fulfil several conditions.",
      zh = "计算同时满足多个条件的单元格个数。")
  static Value countIfs(Calculation calculation, Value... rangesAndCriteria) {
    return Conditions.of(rangesAndCriteria)
        .result(null, calculation, matching -> Scalar.of((double) matching.numbers()));
  }

  @SheetFunction(
      value = "SUMIF",
      en = "Adds the numbers whose cells fulfil a condition.",
      zh = "对满足条件的单元格求和。")
  static Value sumIf(
      Calculation calculation, Value range, Value criteria, @Default @Nullable Value sumRange) {
    Grid values = values(range, sumRange);
    return Conditions.of(new Value[] {range, criteria})
        .result(values, calculation, matching -> Scalar.of(matching.sum()));
  }

  @SheetFunction(
      value = "SUMIFS",
      since = Excel.V2007,
      en = "Adds the numbers whose places fulfil several conditions.",
      zh = "对同时满足多个条件的单元格求和。")
  static Value sumIfs(Calculation calculation, Value sumRange, Value... rangesAndCriteria) {
    return Conditions.of(rangesAndCriteria)
        .result(Conditions.range(sumRange), calculation, matching -> Scalar.of(matching.sum()));
  }

  @SheetFunction(
      value = "AVERAGEIF",
      since = Excel.V2007,
      en = "The mean of the numbers whose cells fulfil a condition.",
      zh = "返回满足条件的单元格的平均值。")
  static Value averageIf(
      Calculation calculation, Value range, Value criteria, @Default @Nullable Value averageRange) {
    Grid values = values(range, averageRange);
    return Conditions.of(new Value[] {range, criteria})
        .result(values, calculation, matching -> Scalar.of(matching.mean()));
  }

  @SheetFunction(
      value = "AVERAGEIFS",
      since = Excel.V2007,
      en = "The mean of the numbers whose places fulfil several conditions.",
      zh = "返回同时满足多个条件的单元格的平均值。")
  static Value averageIfs(Calculation calculation, Value averageRange, Value... rangesAndCriteria) {
    return Conditions.of(rangesAndCriteria)
        .result(
            Conditions.range(averageRange), calculation, matching -> Scalar.of(matching.mean()));
  }

  @SheetFunction(
      value = "MAXIFS",
      since = Excel.V2019,
      en = "The greatest number whose place fulfils several conditions.",
      zh = "返回同时满足多个条件的最大值。")
  static Value maxIfs(Calculation calculation, Value maxRange, Value... rangesAndCriteria) {
    return Conditions.of(rangesAndCriteria)
        .result(
            Conditions.range(maxRange), calculation, matching -> Scalar.of(matching.greatest()));
  }

  @SheetFunction(
      value = "MINIFS",
      since = Excel.V2019,
      en = "The least number whose place fulfils several conditions.",
      zh = "返回同时满足多个条件的最小值。")
  static Value minIfs(Calculation calculation, Value minRange, Value... rangesAndCriteria) {
    return Conditions.of(rangesAndCriteria)
        .result(Conditions.range(minRange), calculation, matching -> Scalar.of(matching.least()));
  }

  private static Grid values(Value range, @Nullable Value values) {
    Grid like = Conditions.range(range);
    if (values == null) {
      return like;
    }
    Conditions.range(values);
    return Conditions.sized(values, like);
  }
}
