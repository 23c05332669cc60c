package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;

/** Totals over the records of a table that fulfil the conditions of a criteria range. */
@InCategory(Category.DATABASE)
final class DatabaseFunctions {
  private DatabaseFunctions() {}

  @SheetFunction(
      value = "DSUM",
      en = "Adds a field of the records that fulfil criteria.",
      zh = "对数据库中满足条件的记录的字段求和。")
  static double sum(Calculation calculation, Grid database, Scalar field, Value criteria) {
    return numbers(calculation, database, field, criteria).sum();
  }

  @SheetFunction(
      value = "DAVERAGE",
      en = "The mean of a field of the records that fulfil criteria.",
      zh = "返回数据库中满足条件的记录的字段平均值。")
  static double average(Calculation calculation, Grid database, Scalar field, Value criteria) {
    return numbers(calculation, database, field, criteria).mean();
  }

  @SheetFunction(
      value = "DCOUNT",
      en = "How many records fulfil criteria and have a number in a field.",
      zh = "计算满足条件的记录中字段为数字的个数。")
  static double count(Calculation calculation, Grid database, Scalar field, Value criteria) {
    return cells(calculation, database, field, criteria).stream()
        .filter(cell -> field instanceof Scalar.Blank || cell instanceof Scalar.Num)
        .count();
  }

  @SheetFunction(
      value = "DCOUNTA",
      en = "How many records fulfil criteria and have a value in a field.",
      zh = "计算满足条件的记录中字段非空的个数。")
  static double countAll(Calculation calculation, Grid database, Scalar field, Value criteria) {
    return cells(calculation, database, field, criteria).stream()
        .filter(cell -> field instanceof Scalar.Blank || !(cell instanceof Scalar.Blank))
        .count();
  }

  @SheetFunction(
      value = "DGET",
      en = "A field of the one record that fulfils criteria.",
      zh = "返回数据库中唯一满足条件的记录的字段值。")
  static Scalar single(Calculation calculation, Grid database, Scalar field, Value criteria) {
    requireField(field);
    List<Scalar> cells = cells(calculation, database, field, criteria);
    if (cells.isEmpty()) {
      throw FunctionError.value();
    } else if (cells.size() > 1) {
      throw FunctionError.num();
    }
    return cells.getFirst();
  }

  @SheetFunction(
      value = "DMAX",
      en = "The greatest number of a field of the records that fulfil criteria.",
      zh = "返回满足条件的记录中字段的最大值。")
  static double max(Calculation calculation, Grid database, Scalar field, Value criteria) {
    return CountFunctions.max(numbers(calculation, database, field, criteria));
  }

  @SheetFunction(
      value = "DMIN",
      en = "The least number of a field of the records that fulfil criteria.",
      zh = "返回满足条件的记录中字段的最小值。")
  static double min(Calculation calculation, Grid database, Scalar field, Value criteria) {
    return CountFunctions.min(numbers(calculation, database, field, criteria));
  }

  @SheetFunction(
      value = "DPRODUCT",
      en = "The product of a field of the records that fulfil criteria.",
      zh = "返回满足条件的记录中字段的乘积。")
  static double product(Calculation calculation, Grid database, Scalar field, Value criteria) {
    return SubtotalFunctions.product(numbers(calculation, database, field, criteria));
  }

  @SheetFunction(
      value = "DSTDEV",
      en = "The standard deviation, by a sample, of a field of records that fulfil criteria.",
      zh = "基于样本返回满足条件的记录中字段的标准偏差。")
  static double deviation(Calculation calculation, Grid database, Scalar field, Value criteria) {
    return Math.sqrt(variance(calculation, database, field, criteria));
  }

  @SheetFunction(
      value = "DSTDEVP",
      en = "The standard deviation of a field of all records that fulfil criteria.",
      zh = "基于总体返回满足条件的记录中字段的标准偏差。")
  static double deviationOfAll(
      Calculation calculation, Grid database, Scalar field, Value criteria) {
    return Math.sqrt(varianceOfAll(calculation, database, field, criteria));
  }

  @SheetFunction(
      value = "DVAR",
      en = "The variance, by a sample, of a field of records that fulfil criteria.",
      zh = "基于样本返回满足条件的记录中字段的方差。")
  static double variance(Calculation calculation, Grid database, Scalar field, Value criteria) {
    return StatisticFunctions.variance(numbers(calculation, database, field, criteria), 1);
  }

  @SheetFunction(
      value = "DVARP",
      en = "The variance of a field of all records that fulfil criteria.",
      zh = "基于总体返回满足条件的记录中字段的方差。")
  static double varianceOfAll(
      Calculation calculation, Grid database, Scalar field, Value criteria) {
    return StatisticFunctions.variance(numbers(calculation, database, field, criteria), 0);
  }

  private static Numbers numbers(
      Calculation calculation, Grid database, Scalar field, Value criteria) {
    requireField(field);
    Numbers numbers = new Numbers();
    for (Scalar cell : cells(calculation, database, field, criteria)) {
      FunctionError.check(cell);
      if (cell instanceof Scalar.Num n) {
        numbers.add(n.value());
      }
    }
    return numbers;
  }

  private static void requireField(Scalar field) {
    if (field instanceof Scalar.Blank) {
      throw FunctionError.value();
    }
  }

  /** The field's cells of the matching records; without a field those of the first column. */
  private static List<Scalar> cells(
      Calculation calculation, Grid database, Scalar field, Value criteria) {
    int column = column(database, field);
    List<Scalar> cells = new ArrayList<>();
    for (int row : new DatabaseCriteria(calculation, database, criteria).matching()) {
      cells.add(database.at(row, column));
    }
    return cells;
  }

  private static int column(Grid database, Scalar field) {
    int column =
        switch (field) {
          case Scalar.Blank b -> 0;
          case Scalar.Num n -> (int) n.value() - 1;
          default -> DatabaseCriteria.field(database, field);
        };
    if (column < 0 || column >= database.columns()) {
      throw FunctionError.value();
    }
    return column;
  }
}
