package org.inkstone.service.sheet.function;

import java.util.List;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Tables of totals, as pivot tables have them. */
@InCategory(Category.LOOKUP)
final class GroupFunctions {
  private static final int RELATIVE_TO_ALL = 2;

  private GroupFunctions() {}

  @SheetFunction(
      value = "GROUPBY",
      since = Excel.V365,
      array = true,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "Results of a function over the groups of rows that have the same keys.",
      zh = "按行字段分组并用函数汇总数值。")
  static Value groupBy(
      Calculation calculation,
      Grid rowFields,
      Grid values,
      Value function,
      @Default(ifEmpty = true) @Nullable Integer fieldHeaders,
      @Default(value = "1", ifEmpty = true) int totalDepth,
      @Default(ifEmpty = true) @Nullable Grid sortOrder,
      @Default(ifEmpty = true) @Nullable Grid filterArray,
      @Default(value = "0", ifEmpty = true) int fieldRelationship) {
    int height = height(rowFields, values);
    Aggregates aggregates = Aggregates.of(function, values.columns());
    GroupSource source = GroupSource.of(fieldHeaders, values);
    boolean flat = fieldRelationship == 1;
    if (!flat && fieldRelationship != 0 || flat && Math.abs(totalDepth) > 1) {
      throw FunctionError.value();
    }
    DateSystem dates = calculation.dateSystem();
    List<Integer> rows = source.rows(height, filterArray, dates);
    calculation.charge((long) rows.size() * (rowFields.columns() + 1));
    int results = aggregates.across();
    GroupSide down =
        side(rowFields, rows, sortOrder(sortOrder, rowFields, results, dates), totalDepth, flat);
    Group all = Group.all(rows);
    GroupSide whole = new GroupSide(rowFields, all, GroupOrder.of(null, 0, 0, dates), 0, false);
    GroupTable.Labels labels =
        new GroupTable.Labels(
            source.names(rowFields, "Row Field"),
            List.of(),
            source.names(values, "Value"),
            aggregates,
            source.isShown(aggregates));
    GroupResults computed = new GroupResults(calculation, values, aggregates, all, RELATIVE_TO_ALL);
    return new GroupTable(down, whole, computed, labels, false).value();
  }

  @SheetFunction(
      value = "PIVOTBY",
      since = Excel.V365,
      array = true,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "Results of a function where groups of rows meet groups of columns.",
      zh = "按行字段和列字段交叉分组并用函数汇总数值。")
  static Value pivotBy(
      Calculation calculation,
      Grid rowFields,
      Grid colFields,
      Grid values,
      Value function,
      @Default(ifEmpty = true) @Nullable Integer fieldHeaders,
      @Default(value = "1", ifEmpty = true) int rowTotalDepth,
      @Default(ifEmpty = true) @Nullable Grid rowSortOrder,
      @Default(value = "1", ifEmpty = true) int colTotalDepth,
      @Default(ifEmpty = true) @Nullable Grid colSortOrder,
      @Default(ifEmpty = true) @Nullable Grid filterArray,
      @Default(value = "0", ifEmpty = true) int relativeTo) {
    int height = height(rowFields, values);
    if (height(colFields, values) != height || relativeTo < 0 || relativeTo > 4) {
      throw FunctionError.value();
    }
    Aggregates aggregates = Aggregates.of(function, values.columns());
    GroupSource source = GroupSource.of(fieldHeaders, values);
    DateSystem dates = calculation.dateSystem();
    List<Integer> rows = source.rows(height, filterArray, dates);
    calculation.charge((long) rows.size() * (rowFields.columns() + colFields.columns() + 1));
    int results = aggregates.across();
    GroupOrder rowOrder = sortOrder(rowSortOrder, rowFields, results, dates);
    GroupSide down = side(rowFields, rows, rowOrder, rowTotalDepth, false);
    GroupOrder columnOrder = sortOrder(colSortOrder, colFields, 1, dates);
    GroupSide across = side(colFields, rows, columnOrder, colTotalDepth, false);
    GroupTable.Labels labels =
        new GroupTable.Labels(
            source.names(rowFields, "Row Field"),
            source.names(colFields, "Column Field"),
            source.names(values, "Value"),
            aggregates,
            source.isShown(aggregates));
    GroupResults computed =
        new GroupResults(calculation, values, aggregates, down.root(), relativeTo);
    return new GroupTable(down, across, computed, labels, true).value();
  }

  /** The rows of both; of those behind the last filled one, all blank, one stands for all. */
  private static int height(Grid fields, Grid values) {
    if (fields.rows() != values.rows()) {
      throw FunctionError.value();
    }
    int filled = Math.max(fields.filledRows(), values.filledRows());
    return Math.min(fields.rows(), filled + 1);
  }

  private static GroupOrder sortOrder(
      @Nullable Grid argument, Grid fields, int results, DateSystem dates) {
    return GroupOrder.of(argument, fields.columns(), results, dates);
  }

  private static GroupSide side(
      Grid fields, List<Integer> rows, GroupOrder order, int depth, boolean flat) {
    if (Math.abs(depth) > Math.max(1, fields.columns())) {
      throw FunctionError.value();
    }
    return new GroupSide(fields, Group.tree(fields, rows), order, depth, flat);
  }
}
