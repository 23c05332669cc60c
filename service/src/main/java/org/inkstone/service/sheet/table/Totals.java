package org.inkstone.service.sheet.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;

/** Finds totals and notes at the bottom of a table. */
final class Totals {
  private static final int MOST = 4;
  private static final Pattern WORD =
      Pattern.compile(
          "(?:grand |sub-?|overall )?(?:total|sum)s?|average|avg\\.?|mean|max(?:imum)?|min(?:imum)?"
              + "|[合总小共累]\\s*计|总\\s*[和额数]|平\\s*均(?:值|数)?|均值|最大值?|最小值?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEGINS_WITH_WORD =
      Pattern.compile(
          "(?:(?:grand |sub-?)?totals?\\b|average\\b|[合总小共]\\s*计).{0,40}|.{1,30}(?:total|[合总小]计)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AGGREGATE =
      Pattern.compile(
          "(?:SUM|AVERAGE|COUNTA?|MIN|MAX|SUBTOTAL\\(\\d+,|AGGREGATE\\(\\d+,\\d+,)\\(?"
              + "\\$?([A-Z]{1,3})\\$?(\\d+):\\$?([A-Z]{1,3})\\$?(\\d+)\\)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOTE =
      Pattern.compile(
          "(?:\\*|notes?\\b|source\\b|remarks?\\b|注|备注|说明|资料来源|数据来源|来源|制表|审核|填表).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final int LONG_NOTE = 25;

  private final SheetView view;
  private final CellRange area;
  private final int firstDataRow;

  Totals(SheetView view, CellRange area, int headerRows) {
    this.view = view;
    this.area = area;
    this.firstDataRow = area.firstRow() + headerRows;
  }

  /** The last row that is no note. */
  int lastRow() {
    int last = area.lastRow();
    while (last > firstDataRow && (isNote(last) || view.fill(last, area) == 0)) {
      last--;
    }
    return last;
  }

  private boolean isNote(int row) {
    int column = view.firstFilled(row, area);
    if (area.columns() < 2
        || view.fill(row, area) != 1
        || view.kind(row, column) != CellClass.TEXT
        || view.cell(row, column).formula() != null) {
      return false;
    }
    String text = view.text(row, column);
    CellRange merged = view.mergedAt(row, column);
    boolean wide = merged != null && merged.columns() > 1;
    boolean tall = text.length() > LONG_NOTE && area.columns() > 2;
    return !WORD.matcher(label(text)).matches() && (wide || tall || NOTE.matcher(text).matches());
  }

  /** How many rows up to the last one are totals, blank rows above them included. */
  int count(int lastRow) {
    int row = lastRow;
    int top = lastRow + 1;
    while (row > firstDataRow && lastRow - row < MOST) {
      if (isTotal(row)) {
        top = row;
      } else if (view.fill(row, area) > 0) {
        break;
      }
      row--;
    }
    while (top <= lastRow && top - 1 > firstDataRow && view.fill(top - 1, area) == 0) {
      top--;
    }
    return lastRow - top + 1;
  }

  private boolean isTotal(int row) {
    boolean computed = isComputed(row);
    int column = view.firstFilled(row, area);
    if (column < 0 || view.kind(row, column) != CellClass.TEXT) {
      return computed;
    }
    String label = label(view.text(row, column));
    boolean word = WORD.matcher(label).matches() && holdsNumber(row);
    boolean begins = BEGINS_WITH_WORD.matcher(label).matches() && (computed || equalsSum(row));
    return word || begins || (computed && view.fill(row, area) > 1);
  }

  private static String label(String text) {
    return text.replaceAll("[:：]\\s*$", "").replaceAll("^[\\s*]+", "").strip();
  }

  private boolean holdsNumber(int row) {
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      boolean formula = view.cell(row, c).formula() != null;
      if (formula || view.cell(row, c).value() instanceof Scalar.Num) {
        return true;
      }
    }
    return false;
  }

  /** Whether all numbers of the row are formulas over the column above. */
  private boolean isComputed(int row) {
    int formulas = 0;
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      String formula = view.cell(row, c).formula();
      if (formula == null) {
        if (view.cell(row, c).value() instanceof Scalar.Num) {
          return false;
        }
      } else if (!aggregatesAbove(formula, row, c)) {
        return false;
      } else {
        formulas++;
      }
    }
    return formulas > 0;
  }

  private boolean aggregatesAbove(String formula, int row, int column) {
    Matcher call = AGGREGATE.matcher(formula);
    if (!call.matches() || !call.group(1).equalsIgnoreCase(call.group(3))) {
      return false;
    }
    int first = Integer.parseInt(call.group(2)) - 1;
    int last = Integer.parseInt(call.group(4)) - 1;
    return CellAddress.columnOf(call.group(1)) == column
        && first <= firstDataRow + 1
        && last < row
        && last >= row - MOST - 1
        && last > first;
  }

  /** Whether a number of the row is the sum of its column, as far as that can be told quickly. */
  private boolean equalsSum(int row) {
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      if (view.cell(row, c).value() instanceof Scalar.Num total) {
        double sum = 0;
        for (int r = firstDataRow; r < row; r++) {
          sum += view.cell(r, c).value() instanceof Scalar.Num number ? number.value() : 0;
        }
        if (Math.abs(sum - total.value()) <= Math.abs(sum) * 1e-9 + 1e-9) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a row begins with a word for a total and has a number. */
  boolean beginsTotal(int row, CellRange part) {
    int column = view.firstFilled(row, part);
    return column >= 0
        && view.kind(row, column) == CellClass.TEXT
        && WORD.matcher(label(view.text(row, column))).matches()
        && holdsNumber(row);
  }
}
