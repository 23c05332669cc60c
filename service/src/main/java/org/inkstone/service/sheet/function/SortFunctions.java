package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Compare;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Lazy;
import org.inkstone.service.sheet.value.NumberText;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Filtering, sorting, and distinct values. */
@InCategory(Category.LOOKUP)
final class SortFunctions {
  private SortFunctions() {}

  @SheetFunction(
      value = "FILTER",
      since = Excel.V2021,
      array = true,
      en = "The rows or columns for which a condition holds.",
      zh = "返回满足条件的行或列。")
  static Value filter(
      Calculation calculation,
      Grid array,
      Grid include,
      @Default(ifEmpty = true) @Nullable Lazy ifEmpty) {
    boolean byRow = include.columns() == 1 && include.rows() == array.rows();
    if (!byRow && !(include.rows() == 1 && include.columns() == array.columns())) {
      throw FunctionError.value();
    }
    int count = byRow ? array.rows() : array.columns();
    boolean outside = Convert.bool(include.fill());
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < (outside ? count : Math.min(count, include.filledLength())); i++) {
      if (isIncluded(include.at(i), calculation)) {
        kept.add(i);
      }
    }
    if (kept.isEmpty()) {
      if (ifEmpty == null) {
        throw FunctionError.of(ErrorCode.CALC);
      }
      return ifEmpty.get();
    }
    return picked(array, kept, byRow);
  }

  private static boolean isIncluded(Scalar scalar, Calculation calculation) {
    return scalar instanceof Scalar.Bool b
        ? b.value()
        : Convert.number(scalar, calculation.dateSystem()) != 0;
  }

  private static Value picked(Grid array, List<Integer> places, boolean rows) {
    return rows
        ? ArrayValue.compute(places.size(), array.columns(), (r, c) -> array.at(places.get(r), c))
        : ArrayValue.compute(array.rows(), places.size(), (r, c) -> array.at(r, places.get(c)));
  }

  @SheetFunction(
      value = "SORT",
      since = Excel.V2021,
      array = true,
      en = "The rows or columns of an array in order.",
      zh = "对数组的行或列排序。")
  static Value sort(
      Calculation calculation,
      Grid array,
      @Default(value = "1", ifEmpty = true) Grid sortIndex,
      @Default(value = "1", ifEmpty = true) Grid sortOrder,
      @Default(value = "FALSE", ifEmpty = true) boolean byCol) {
    Comparator<Integer> order = null;
    for (int i = 0; i < sortIndex.length(); i++) {
      int index = (int) Convert.number(sortIndex.at(i), calculation.dateSystem()) - 1;
      if (index < 0 || index >= (byCol ? array.rows() : array.columns())) {
        throw FunctionError.value();
      }
      Grid keys = byCol ? Slices.row(array, index) : Slices.column(array, index);
      Scalar direction = sortOrder.at(Math.min(i, sortOrder.length() - 1));
      order = then(order, keys, direction, calculation);
    }
    return sorted(array, order, !byCol);
  }

  @SheetFunction(
      value = "SORTBY",
      since = Excel.V2021,
      array = true,
      en = "An array in the order of other ranges.",
      zh = "按其他区域的值对数组排序。")
  static Value sortBy(Calculation calculation, Grid array, Value... byArraysAndOrders) {
    Comparator<Integer> order = null;
    boolean rows = true;
    for (int i = 0; i < byArraysAndOrders.length; i += 2) {
      Grid keys = byArraysAndOrders[i].grid();
      rows = keys.columns() == 1 && keys.rows() == array.rows();
      if (!rows && !(keys.rows() == 1 && keys.columns() == array.columns())) {
        throw FunctionError.value();
      }
      boolean given = i + 1 < byArraysAndOrders.length;
      Scalar direction = given ? byArraysAndOrders[i + 1].grid().at(0, 0) : Scalar.of(1);
      order = then(order, keys, direction, calculation);
    }
    return sorted(array, order, rows);
  }

  private static Comparator<Integer> then(
      @Nullable Comparator<Integer> before, Grid keys, Scalar direction, Calculation calculation) {
    double sign =
        direction instanceof Scalar.Blank ? 1 : Convert.number(direction, calculation.dateSystem());
    if (sign != 1 && sign != -1) {
      throw FunctionError.value();
    }
    Comparator<Integer> order =
        (a, b) -> {
          Scalar x = keys.at(a);
          Scalar y = keys.at(b);
          boolean blank = x instanceof Scalar.Blank || y instanceof Scalar.Blank;
          return blank || sign > 0 ? Compare.sorting(x, y) : Compare.sorting(y, x);
        };
    return before == null ? order : before.thenComparing(order);
  }

  private static Value sorted(Grid array, @Nullable Comparator<Integer> order, boolean rows) {
    if (order == null) {
      throw FunctionError.value();
    }
    int filled = rows ? array.filledRows() : array.filledColumns();
    List<Integer> places = IntStream.range(0, Math.max(filled, 1)).boxed().sorted(order).toList();
    return rows
        ? ArrayValue.compute(
            array.rows(),
            array.columns(),
            places.size(),
            array.columns(),
            (r, c) -> array.at(places.get(r), c),
            array.fill())
        : ArrayValue.compute(
            array.rows(),
            array.columns(),
            array.rows(),
            places.size(),
            (r, c) -> array.at(r, places.get(c)),
            array.fill());
  }

  @SheetFunction(
      value = "UNIQUE",
      since = Excel.V2021,
      array = true,
      en = "The distinct rows or columns of an array.",
      zh = "返回数组中不重复的行或列。")
  static Value unique(
      Grid array,
      @Default(value = "FALSE", ifEmpty = true) boolean byCol,
      @Default(value = "FALSE", ifEmpty = true) boolean exactlyOnce) {
    if (array.length() == 1) {
      FunctionError.check(array.at(0, 0)); // of an error there is nothing to list
    }
    int filled = byCol ? array.filledColumns() : array.filledRows();
    int all = byCol ? array.columns() : array.rows();
    Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
    // one line behind the filled ones stands for all of them
    for (int i = 0; i < Math.min(all, filled + 1); i++) {
      groups.computeIfAbsent(key(array, i, byCol), k -> new ArrayList<>()).add(i);
    }
    List<Integer> kept = new ArrayList<>();
    for (List<Integer> group : groups.values()) {
      boolean many = group.size() > 1 || group.getFirst() == filled && all > filled + 1;
      if (!exactlyOnce || !many) {
        kept.add(group.getFirst());
      }
    }
    if (kept.isEmpty()) {
      throw FunctionError.of(ErrorCode.CALC);
    }
    return picked(array, kept, !byCol);
  }

  private static List<Object> key(Grid array, int line, boolean byCol) {
    List<Object> key = new ArrayList<>();
    for (int i = 0; i < (byCol ? array.rows() : array.columns()); i++) {
      key.add(key(byCol ? array.at(i, line) : array.at(line, i)));
    }
    return key;
  }

  private static Object key(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Num n -> NumberText.digits15(n.value());
      case Scalar.Text t -> t.value().toLowerCase(Locale.ROOT);
      default -> scalar;
    };
  }
}
