package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;
import org.inkstone.service.sheet.formula.Expr;

/** A range that takes nearly all rows of its table probably means all of them. */
final class RangeCompleteCheck implements FormulaCheck {
  private static final int FEWEST_ROWS = 4;
  private static final int SHARE = 5;

  @Override
  public String name() {
    return "range_complete";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    Set<Area> seen = new LinkedHashSet<>();
    List<FormulaFinding> found = new ArrayList<>();
    subject
        .calls()
        .flatMap(call -> FunctionKinds.rows(call).stream())
        .filter(Expr.RangeRef.class::isInstance)
        .map(Expr.RangeRef.class::cast)
        .filter(range -> !isRunning(range))
        .forEach(range ->
            subject
                .area(range)
                .filter(seen::add)
                .ifPresent(area -> check(range, area, subject, found)));
    return found;
  }

  /** {@code B$2:B5} grows as it is filled down. */
  private static boolean isRunning(Expr.RangeRef range) {
    return range.firstRow().absolute() != range.lastRow().absolute();
  }

  private void check(
      Expr.RangeRef ref, Area area, FormulaSubject subject, List<FormulaFinding> found) {
    for (Table table : subject.tables(area)) {
      CellRange data = table.data();
      CellRange range = area.range();
      boolean columns =
          range.firstColumn() >= data.firstColumn() && range.lastColumn() <= data.lastColumn();
      if (columns && !isBesideItself(ref, range, data, subject)) {
        missed(range, data)
            .filter(missed -> count(missed) > 0 && isLeftOutByMistake(area, missed, data, subject))
            .forEach(missed -> found.add(finding(area, missed, table)));
      }
    }
  }

  private static java.util.stream.Stream<int[]> missed(CellRange range, CellRange data) {
    boolean starts = range.firstRow() <= data.firstRow();
    boolean ends = range.lastRow() >= data.lastRow();
    if (starts == ends) {
      return java.util.stream.Stream.of();
    }
    return java.util.stream.Stream.of(
        starts
            ? new int[] {range.lastRow() + 1, data.lastRow()}
            : new int[] {data.firstRow(), range.firstRow() - 1});
  }

  private static int count(int[] missed) {
    return missed[1] - missed[0] + 1;
  }

  /** A formula right below or above its range, or moving along with it, is a subtotal. */
  private static boolean isBesideItself(
      Expr.RangeRef ref, CellRange range, CellRange data, FormulaSubject subject) {
    CellAddress cell = subject.cell();
    boolean here = ref.sheet() == null;
    boolean below = cell.row() > range.firstRow() && cell.row() <= range.lastRow() + 2;
    boolean above = cell.row() >= range.firstRow() - 2 && cell.row() <= range.firstRow();
    boolean inColumns =
        cell.column() >= data.firstColumn() && cell.column() <= data.lastColumn() + 1;
    return here && inColumns && (below || above);
  }

  /** A few rows at one end, with values of the kind that the range holds, none of them a total. */
  private static boolean isLeftOutByMistake(
      Area area, int[] missed, CellRange data, FormulaSubject subject) {
    int count = count(missed);
    if (data.rows() < FEWEST_ROWS || count > Math.max(1, data.rows() / SHARE)) {
      return false;
    }
    int column = area.range().firstColumn();
    int inside = area.range().lastRow() < missed[0] ? missed[0] - 1 : missed[1] + 1;
    SheetCell like = subject.cell(area, inside, column);
    for (int row = missed[0]; row <= missed[1]; row++) {
      SheetCell cell = subject.cell(area, row, column);
      boolean sameKind =
          cell.value().getClass() == like.value().getClass()
              && (cell.formula() == null) == (like.formula() == null);
      if (!sameKind || cell.value() instanceof Scalar.Blank) {
        return false;
      }
    }
    return true;
  }

  private FormulaFinding finding(Area area, int[] missed, Table table) {
    CellRange range = area.range();
    CellRange left = new CellRange(missed[0], range.firstColumn(), missed[1], range.lastColumn());
    boolean below = missed[0] > range.lastRow();
    String end =
        below ? "ends at row " + (range.lastRow() + 1) : "begins at row " + (range.firstRow() + 1);
    String chineseEnd =
        below ? "只到第 " + (range.lastRow() + 1) + " 行" : "从第 " + (range.firstRow() + 1) + " 行才开始";
    CellRange data = table.data();
    Wording wording =
        new Wording(
            range
                + " "
                + end
                + ", but the data of the table go from row "
                + (data.firstRow() + 1)
                + " to row "
                + (data.lastRow() + 1)
                + ": "
                + left
                + " is left out",
            range
                + " "
                + chineseEnd
                + "，而表中数据为第 "
                + (data.firstRow() + 1)
                + " 至 "
                + (data.lastRow() + 1)
                + " 行，漏掉了 "
                + left);
    return new FormulaFinding(name(), Severity.DOUBT, wording, List.of(area.sheet() + "!" + left));
  }
}
