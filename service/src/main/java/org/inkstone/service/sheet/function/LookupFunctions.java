package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.regex.Regex;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Lazy;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Finding values in tables. */
@InCategory(Category.LOOKUP)
final class LookupFunctions {
  private LookupFunctions() {}

  @SheetFunction(
      value = "VLOOKUP",
      en = "Finds a value in a table's first column and gives another column's value.",
      zh = "在表格首列查找值，返回同行指定列的值。")
  static Scalar vertical(
      Scalar lookupValue, Grid tableArray, int colIndexNum, @Default("TRUE") boolean rangeLookup) {
    requireIndex(colIndexNum, tableArray.columns());
    int row = place(lookupValue, Slices.column(tableArray, 0), rangeLookup);
    return tableArray.at(row, colIndexNum - 1);
  }

  @SheetFunction(
      value = "HLOOKUP",
      en = "Finds a value in a table's first row and gives another row's value.",
      zh = "在表格首行查找值，返回同列指定行的值。")
  static Scalar horizontal(
      Scalar lookupValue, Grid tableArray, int rowIndexNum, @Default("TRUE") boolean rangeLookup) {
    requireIndex(rowIndexNum, tableArray.rows());
    int column = place(lookupValue, Slices.row(tableArray, 0), rangeLookup);
    return tableArray.at(rowIndexNum - 1, column);
  }

  private static void requireIndex(int index, int most) {
    if (index < 1) {
      throw FunctionError.value();
    } else if (index > most) {
      throw FunctionError.ref();
    }
  }

  private static int place(Scalar lookup, Grid vector, boolean sorted) {
    Scalar value = key(lookup);
    int place = sorted ? Matching.sortedUp(value, vector) : Matching.exact(value, vector, true);
    if (place < 0) {
      throw FunctionError.notAvailable();
    }
    return place;
  }

  private static Scalar key(Scalar lookup) {
    return lookup instanceof Scalar.Blank ? Scalar.of(0) : lookup;
  }

  @SheetFunction(
      value = "LOOKUP",
      en = "Finds a value in a sorted vector and gives the value at that place of another.",
      zh = "在已排序的向量中查找值，返回结果向量中对应的值。")
  static Scalar lookup(
      Scalar lookupValue, Grid lookupVector, @Default @Nullable Grid resultVector) {
    Grid keys = lookupVector;
    Grid results = resultVector == null ? lookupVector : resultVector;
    if (!lookupVector.isVector()) {
      boolean wide = lookupVector.columns() > lookupVector.rows();
      keys = wide ? Slices.row(lookupVector, 0) : Slices.column(lookupVector, 0);
      if (resultVector == null) {
        results =
            wide
                ? Slices.row(lookupVector, lookupVector.rows() - 1)
                : Slices.column(lookupVector, lookupVector.columns() - 1);
      }
    }
    int place = place(lookupValue, keys, true);
    if (!results.isVector()) {
      throw FunctionError.notAvailable();
    } else if (place >= results.length()) {
      throw FunctionError.notAvailable();
    }
    return results.at(place);
  }

  @SheetFunction(
      value = "MATCH",
      en = "The place of a value in a row or column.",
      zh = "返回值在行或列中的相对位置。")
  static double match(Scalar lookupValue, Grid lookupArray, @Default("1") double matchType) {
    if (!lookupArray.isVector()) {
      throw FunctionError.notAvailable();
    }
    Scalar value = key(lookupValue);
    int place =
        matchType == 0
            ? Matching.exact(value, lookupArray, true)
            : matchType > 0
                ? Matching.sortedUp(value, lookupArray)
                : Matching.sortedDown(value, lookupArray);
    return found(place);
  }

  private static int found(int place) {
    if (place < 0) {
      throw FunctionError.notAvailable();
    }
    return place + 1;
  }

  @SheetFunction(
      value = "XMATCH",
      since = Excel.V2021,
      en = "The place of a value in a row or column, with a choice of how to search.",
      zh = "返回值在数组或区域中的相对位置，可选匹配与搜索方式。")
  static double matchAny(
      Calculation calculation,
      Scalar lookupValue,
      Grid lookupArray,
      @Default(value = "0", ifEmpty = true) int matchMode,
      @Default(value = "1", ifEmpty = true) int searchMode) {
    return found(search(lookupValue, lookupArray, matchMode, searchMode, calculation));
  }

  @SheetFunction(
      value = "XLOOKUP",
      since = Excel.V2021,
      en = "Finds a value in a range and gives what stands at its place in another.",
      zh = "在区域中查找值，返回另一区域中对应的内容。")
  static Value lookupAny(
      Calculation calculation,
      Scalar lookupValue,
      Grid lookupArray,
      Value returnArray,
      @Default(ifEmpty = true) @Nullable Lazy ifNotFound,
      @Default(value = "0", ifEmpty = true) int matchMode,
      @Default(value = "1", ifEmpty = true) int searchMode) {
    Grid results = Slices.size(returnArray);
    boolean down = lookupArray.columns() == 1;
    if (lookupArray.length() != (down ? results.rows() : results.columns())) {
      throw FunctionError.value();
    }
    int place = search(lookupValue, lookupArray, matchMode, searchMode, calculation);
    if (place < 0 && ifNotFound != null) {
      return ifNotFound.get();
    }
    found(place);
    return down
        ? Slices.part(returnArray, place, 0, 1, results.columns())
        : Slices.part(returnArray, 0, place, results.rows(), 1);
  }

  private static int search(
      Scalar value, Grid vector, int matchMode, int searchMode, Calculation calculation) {
    boolean known = searchMode == 1 || searchMode == -1 || searchMode == 2 || searchMode == -2;
    if (!vector.isVector() || !known || matchMode < -1 || matchMode > 3) {
      throw FunctionError.value();
    }
    if (Math.abs(searchMode) == 2) {
      if (matchMode >= 2) {
        throw FunctionError.value();
      }
      return Matching.halving(value, vector, matchMode, searchMode < 0);
    }
    boolean fromEnd = searchMode == -1;
    return switch (matchMode) {
      case 3 -> byExpression(value, vector, fromEnd, calculation);
      case 0, 2 ->
          fromEnd
              ? Matching.exactFromEnd(value, vector, matchMode == 2)
              : Matching.exact(value, vector, matchMode == 2);
      default -> Matching.nearest(value, vector, matchMode, fromEnd);
    };
  }

  private static int byExpression(
      Scalar value, Grid vector, boolean fromEnd, Calculation calculation) {
    if (!(value instanceof Scalar.Text text)) {
      return fromEnd
          ? Matching.exactFromEnd(value, vector, false)
          : Matching.exact(value, vector, false);
    }
    Regex regex = RegexFunctions.regex(text.value(), 0);
    return Matching.first(
        vector,
        cell -> cell instanceof Scalar.Text t && regex.find(t.value(), calculation::charge) != null,
        fromEnd);
  }
}
