package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Broadcast;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Lambda;
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
    List<Grid> grids = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      grids.add(arraysAndLambda[i].grid());
    }
    return Broadcast.map(
        grids,
        calculation,
        scalars -> {
          List<Value> arguments = new ArrayList<>(scalars.length);
          for (Scalar scalar : scalars) {
            arguments.add(Value.of(scalar));
          }
          return single(lambda.call(arguments));
        });
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
  static Value reduce(Value initialValue, Grid array, Lambda lambda) {
    Value[] result = {initialValue};
    boolean[] none = {isBlank(initialValue)};
    Numbers.cells(
        array,
        cell -> {
          Value next = Value.of(cell);
          result[0] = none[0] ? next : lambda.call(List.of(result[0], next));
          none[0] = false;
        });
    return result[0];
  }

  @SheetFunction(
      value = "SCAN",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "Folds an array and keeps each step.",
      zh = "将数组逐项累积并返回每个中间值。")
  static Value scan(Value initialValue, Grid array, Lambda lambda) {
    Value[] result = {initialValue};
    return ArrayValue.compute(
        array.rows(),
        array.columns(),
        (row, column) -> {
          Scalar cell = array.at(row, column);
          boolean first = row == 0 && column == 0;
          boolean none = first && isBlank(result[0]);
          result[0] = none ? Value.of(cell) : lambda.call(List.of(result[0], Value.of(cell)));
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
