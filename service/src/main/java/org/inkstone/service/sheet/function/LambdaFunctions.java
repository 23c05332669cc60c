package org.inkstone.service.sheet.function;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Broadcast;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Lambda;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;

/** Functions that apply functions. */
@InCategory(Category.LOGICAL)
final class LambdaFunctions {
  private LambdaFunctions() {}

  @SheetFunction(
      value = "MAP",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "Applies a function to each value of arrays.",
      zh = "将函数应用于数组的每个值。")
  static Value map(Calculation calculation, Value... arraysAndLambda) {
    int last = arraysAndLambda.length - 1;
    if (last < 1 || !(arraysAndLambda[last] instanceof Lambda lambda)) {
      throw FunctionError.value();
    }
    List<Value> values = List.of(arraysAndLambda).subList(0, last);
    List<Grid> grids = values.stream().map(Value::grid).toList();
    if (values.stream().noneMatch(Reference.class::isInstance)) {
      return Broadcast.map(
          grids,
          calculation,
          scalars -> single(lambda.call(Stream.of(scalars).map(Value::of).toList())));
    }
    return overCells(values, grids, lambda);
  }

  /** The function gets the cells of ranges themselves, so that it may ask where they stand. */
  private static Value overCells(List<Value> values, List<Grid> grids, Lambda lambda) {
    ToIntFunction<ToIntFunction<Grid>> most = size -> grids.stream().mapToInt(size).max().orElse(1);
    return ArrayValue.compute(
        most.applyAsInt(Grid::rows),
        most.applyAsInt(Grid::columns),
        most.applyAsInt(Grid::filledRows),
        most.applyAsInt(Grid::filledColumns),
        (row, column) ->
            single(lambda.call(values.stream().map(value -> cell(value, row, column)).toList())),
        Scalar.blank());
  }

  /** The value at a place: of a range it is a reference; {@code #N/A} outside. */
  private static Value cell(Value value, int row, int column) {
    Grid size = Slices.size(value);
    int r = size.rows() == 1 ? 0 : row;
    int c = size.columns() == 1 ? 0 : column;
    if (r >= size.rows() || c >= size.columns()) {
      throw FunctionError.notAvailable();
    }
    return value instanceof Reference ? Slices.part(value, r, c, 1, 1) : Value.of(size.at(r, c));
  }

  private static Scalar single(Value value) {
    Grid grid = value.grid();
    if (!grid.isSingle()) {
      throw FunctionError.of(ErrorCode.CALC);
    }
    return grid.at(0, 0);
  }

  @SheetFunction(
      value = "REDUCE",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "Folds an array into one value.",
      zh = "将数组逐项累积为一个值。")
  static Value reduce(Value initialValue, Value array, Lambda lambda) {
    Grid grid = array.grid();
    boolean all = !(grid.fill() instanceof Scalar.Blank);
    int rows = all ? grid.rows() : grid.filledRows();
    int columns = all ? grid.columns() : grid.filledColumns();
    Value result = initialValue;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        boolean none = row == 0 && column == 0 && isBlank(result);
        Value next = cell(array, row, column);
        result = none ? next : lambda.call(List.of(result, next));
      }
    }
    return result;
  }

  @SheetFunction(
      value = "SCAN",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "Folds an array and keeps each step.",
      zh = "将数组逐项累积并返回每个中间值。")
  static Value scan(Value initialValue, Value array, Lambda lambda) {
    Grid grid = array.grid();
    Value[] result = {initialValue};
    return ArrayValue.compute(
        grid.rows(),
        grid.columns(),
        (row, column) -> {
          Value next = cell(array, row, column);
          boolean none = row == 0 && column == 0 && isBlank(result[0]);
          result[0] = none ? next : lambda.call(List.of(result[0], next));
          return single(result[0]);
        });
  }

  private static boolean isBlank(Value value) {
    return value instanceof Value.Single single && single.scalar() instanceof Scalar.Blank;
  }

  @SheetFunction(
      value = "BYROW",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "Applies a function to each row.",
      zh = "将函数应用于数组的每一行。")
  static Value byRow(Value array, Lambda lambda) {
    Grid size = Slices.size(array);
    return ArrayValue.compute(
        size.rows(),
        1,
        (row, column) ->
            single(lambda.call(List.of(Slices.part(array, row, 0, 1, size.columns())))));
  }

  @SheetFunction(
      value = "BYCOL",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "Applies a function to each column.",
      zh = "将函数应用于数组的每一列。")
  static Value byColumn(Value array, Lambda lambda) {
    Grid size = Slices.size(array);
    return ArrayValue.compute(
        1,
        size.columns(),
        (row, column) ->
            single(lambda.call(List.of(Slices.part(array, 0, column, size.rows(), 1)))));
  }

  @SheetFunction(
      value = "MAKEARRAY",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "An array that a function computes from row and column.",
      zh = "用函数按行号和列号生成数组。")
  static Value make(int rows, int columns, Lambda lambda) {
    if (rows < 1 || columns < 1) {
      throw FunctionError.value();
    }
    return ArrayValue.compute(
        rows,
        columns,
        (row, column) -> single(lambda.call(List.of(Value.of(row + 1), Value.of(column + 1)))));
  }
}
