package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.LimitException;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Arrays from arrays: taking, choosing, reshaping. */
@InCategory(Category.LOOKUP)
final class ArrayFunctions {
  private static final Scalar NOT_AVAILABLE = Scalar.of(ErrorCode.NA);

  private ArrayFunctions() {}

  @SheetFunction(
      value = "TAKE",
      since = Excel.V2024,
      array = true,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "The first or last rows and columns of an array.",
      zh = "返回数组开头或末尾的若干行或列。")
  static Value take(
      Value array,
      @Default(ifEmpty = true, required = true) @Nullable Integer rows,
      @Default(ifEmpty = true) @Nullable Integer columns) {
    Grid size = checked(array);
    int high = kept(rows, size.rows());
    int wide = kept(columns, size.columns());
    int top = rows != null && rows < 0 ? size.rows() - high : 0;
    int left = columns != null && columns < 0 ? size.columns() - wide : 0;
    return Slices.part(array, top, left, high, wide);
  }

  private static int kept(@Nullable Integer count, int most) {
    int kept = count == null ? most : Math.min(Math.abs(count), most);
    return some(kept);
  }

  private static int some(int count) {
    if (count <= 0) {
      throw FunctionError.of(ErrorCode.CALC);
    }
    return count;
  }

  private static Grid checked(Value array) {
    if (array instanceof Value.Single single) {
      FunctionError.check(single.scalar());
    }
    return Slices.size(array);
  }

  @SheetFunction(
      value = "DROP",
      since = Excel.V2024,
      array = true,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "An array without its first or last rows and columns.",
      zh = "返回去掉开头或末尾若干行或列后的数组。")
  static Value drop(
      Value array,
      @Default(value = "0", ifEmpty = true, required = true) int rows,
      @Default(value = "0", ifEmpty = true) int columns) {
    Grid size = checked(array);
    int high = some(size.rows() - Math.min(Math.abs(rows), size.rows()));
    int wide = some(size.columns() - Math.min(Math.abs(columns), size.columns()));
    return Slices.part(array, Math.max(rows, 0), Math.max(columns, 0), high, wide);
  }

  @SheetFunction(
      value = "EXPAND",
      since = Excel.V2024,
      array = true,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "An array padded to a size.",
      zh = "将数组扩展到指定大小。")
  static Value expand(
      Grid array,
      @Default(ifEmpty = true, required = true) @Nullable Integer rows,
      @Default(ifEmpty = true) @Nullable Integer columns,
      @Default(ifEmpty = true) @ErrorsAllowed @Nullable Scalar padWith) {
    int high = rows == null ? array.rows() : rows;
    int wide = columns == null ? array.columns() : columns;
    if (high < array.rows() || wide < array.columns()) {
      throw FunctionError.value();
    }
    Scalar pad = padWith == null ? NOT_AVAILABLE : padWith;
    return ArrayValue.compute(
        high, wide, (r, c) -> r < array.rows() && c < array.columns() ? array.at(r, c) : pad);
  }

  @SheetFunction(
      value = "CHOOSECOLS",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "Some columns of an array, by number.",
      zh = "返回数组中指定的列。")
  static Value chooseColumns(Calculation calculation, Grid array, Value... colNum) {
    int[] places = places(colNum, array.columns(), calculation);
    return ArrayValue.compute(
        array.rows(),
        places.length,
        Math.max(array.filledRows(), 0),
        places.length,
        (r, c) -> array.at(r, places[c]),
        array.fill());
  }

  @SheetFunction(
      value = "CHOOSEROWS",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "Some rows of an array, by number.",
      zh = "返回数组中指定的行。")
  static Value chooseRows(Calculation calculation, Grid array, Value... rowNum) {
    int[] places = places(rowNum, array.rows(), calculation);
    return ArrayValue.compute(places.length, array.columns(), (r, c) -> array.at(places[r], c));
  }

  private static int[] places(Value[] numbers, int count, Calculation calculation) {
    List<Integer> places = new ArrayList<>();
    for (Value number : numbers) {
      Numbers.areas(
          number,
          cell -> {
            double place = Convert.number(cell, calculation.dateSystem());
            int index = (int) (place < 0 ? count + Math.ceil(place) : Math.floor(place) - 1);
            if (index < 0 || index >= count) {
              throw FunctionError.value();
            }
            places.add(index);
          });
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  @SheetFunction(
      value = "TOCOL",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "All values of an array in one column.",
      zh = "将数组转换为一列。")
  static Value toColumn(
      Grid array,
      @Default(value = "0", ifEmpty = true) int ignore,
      @Default(value = "FALSE", ifEmpty = true) boolean scanByColumn) {
    return ArrayValue.column(flat(array, ignore, scanByColumn));
  }

  @SheetFunction(
      value = "TOROW",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "All values of an array in one row.",
      zh = "将数组转换为一行。")
  static Value toRow(
      Grid array,
      @Default(value = "0", ifEmpty = true) int ignore,
      @Default(value = "FALSE", ifEmpty = true) boolean scanByColumn) {
    return ArrayValue.row(flat(array, ignore, scanByColumn));
  }

  private static List<Scalar> flat(Grid array, int ignore, boolean byColumn) {
    if (ignore < 0 || ignore > 3) {
      throw FunctionError.value();
    }
    boolean noBlanks = ignore == 1 || ignore == 3;
    int rows = noBlanks ? array.filledRows() : array.rows();
    int columns = noBlanks ? array.filledColumns() : array.columns();
    if ((long) rows * columns > ArrayValue.MOST_CELLS) {
      throw new LimitException(
          "an array of "
              + (long) rows * columns
              + " cells, expected at most "
              + ArrayValue.MOST_CELLS);
    }
    List<Scalar> flat = new ArrayList<>();
    for (int i = 0; i < (byColumn ? columns : rows); i++) {
      for (int j = 0; j < (byColumn ? rows : columns); j++) {
        Scalar cell = byColumn ? array.at(j, i) : array.at(i, j);
        boolean skipped =
            cell instanceof Scalar.Blank && noBlanks || cell instanceof Scalar.Err && ignore >= 2;
        if (!skipped) {
          flat.add(cell);
        }
      }
    }
    return flat;
  }

  @SheetFunction(
      value = "WRAPROWS",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "A vector broken into rows.",
      zh = "将一行或一列按指定个数换行为多行。")
  static Value wrapRows(
      Grid vector,
      int wrapCount,
      @Default(ifEmpty = true) @ErrorsAllowed @Nullable Scalar padWith) {
    int rows = wraps(vector, wrapCount);
    return ArrayValue.compute(
        rows, wrapCount, (r, c) -> wrapped(vector, r * wrapCount + c, padWith));
  }

  @SheetFunction(
      value = "WRAPCOLS",
      since = Excel.V2024,
      array = true,
      notIn = Product.LIBREOFFICE,
      en = "A vector broken into columns.",
      zh = "将一行或一列按指定个数换列为多列。")
  static Value wrapColumns(
      Grid vector,
      int wrapCount,
      @Default(ifEmpty = true) @ErrorsAllowed @Nullable Scalar padWith) {
    int columns = wraps(vector, wrapCount);
    return ArrayValue.compute(
        wrapCount, columns, (r, c) -> wrapped(vector, c * wrapCount + r, padWith));
  }

  private static int wraps(Grid vector, int count) {
    if (!vector.isVector()) {
      throw FunctionError.value();
    } else if (count < 1) {
      throw FunctionError.num();
    }
    return (vector.length() + count - 1) / count;
  }

  private static Scalar wrapped(Grid vector, int index, @Nullable Scalar pad) {
    if (index < vector.length()) {
      return vector.at(index);
    }
    return pad == null ? NOT_AVAILABLE : pad;
  }
}
