package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Lambdas;
import org.inkstone.service.sheet.value.Value;

/** One array of several. */
@InCategory(Category.LOOKUP)
final class StackFunctions {
  private static final Scalar NOT_AVAILABLE = Scalar.of(ErrorCode.NA);

  private StackFunctions() {}

  @SheetFunction(
      value = "VSTACK",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "Arrays one below the other.",
      zh = "按垂直方向依次拼接数组。")
  static Value stackDown(Value... arrays) {
    if (Lambdas.isAny(arrays)) {
      return Lambdas.of(arrays, true);
    }
    int columns = 0;
    List<Grid> grids = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (Grid array : grids(arrays)) {
      columns = Math.max(columns, array.columns());
      for (int row = 0; row < usedRows(array); row++) {
        grids.add(array);
        places.add(row);
      }
    }
    return ArrayValue.compute(
        grids.size(),
        columns,
        (r, c) -> {
          Grid grid = grids.get(r);
          return c < grid.columns() ? grid.at(places.get(r), c) : NOT_AVAILABLE;
        });
  }

  private static List<Grid> grids(Value[] arrays) {
    return Stream.of(arrays).map(Value::grid).toList();
  }

  /** All rows, but of whole columns only those up to the last used one. */
  private static int usedRows(Grid grid) {
    return grid.rows() > ArrayValue.MOST_CELLS / 8 ? Math.max(1, grid.filledRows()) : grid.rows();
  }

  @SheetFunction(
      value = "HSTACK",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "Arrays side by side.",
      zh = "按水平方向依次拼接数组。")
  static Value stackAcross(Value... arrays) {
    if (Lambdas.isAny(arrays)) {
      return Lambdas.of(arrays, false);
    }
    int rows = 0;
    List<Grid> columns = new ArrayList<>();
    for (Grid array : grids(arrays)) {
      rows = Math.max(rows, usedRows(array));
      for (int column = 0; column < array.columns(); column++) {
        columns.add(Slices.column(array, column));
      }
    }
    return ArrayValue.compute(
        rows,
        columns.size(),
        (r, c) -> r < columns.get(c).rows() ? columns.get(c).at(r, 0) : NOT_AVAILABLE);
  }
}
