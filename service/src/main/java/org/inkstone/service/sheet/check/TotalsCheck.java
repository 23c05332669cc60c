package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;

/** A total inside a range counts the rows that it sums once more; shown by blanking it. */
final class TotalsCheck implements FormulaCheck {
  private static final Set<String> SUMMING = Set.of("SUM", "SUBTOTAL", "AGGREGATE", "SUMIFS");
  private static final Set<String> SKIPS_SUBTOTALS = Set.of("SUBTOTAL", "AGGREGATE");
  private static final int MOST_SHOWN = 5;
  private static final int MOST_FORMULAS = 5_000;

  @Override
  public String name() {
    return "totals_left_out";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    if (halves(subject.formula())) {
      return List.of();
    }
    Set<Area> seen = new LinkedHashSet<>();
    List<FormulaFinding> found = new ArrayList<>();
    subject
        .calls()
        .forEach(call ->
            FunctionKinds.numbers(call).stream()
                .flatMap(argument -> subject.area(argument).flatMap(subject::filled).stream())
                .filter(area -> area.range().rows() > 1 && seen.add(area))
                .forEach(area -> check(call, area, subject, found)));
    return found;
  }

  /** The sum of rows and their totals, divided by two, is meant. */
  private static boolean halves(Expr formula) {
    return Parts.of(formula, Expr.Binary.class)
        .anyMatch(b ->
            b.operator() == BinaryOperator.DIVIDE && b.right().equals(new Expr.NumberLiteral(2)));
  }

  private void check(
      Expr.Call call, Area area, FormulaSubject subject, List<FormulaFinding> found) {
    Map<CellAddress, SheetCell> totals = new LinkedHashMap<>();
    CellRange range = area.range();
    int formulas = 0;
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
        SheetCell cell = subject.cell(area, row, column);
        CellAddress at = new CellAddress(row, column);
        formulas += cell.formula() == null ? 0 : 1;
        boolean own = at.equals(subject.cell()) && area.isOn(subject.context().sheet());
        if (!own && formulas < MOST_FORMULAS && isTotal(call, area, at, cell, subject)) {
          totals.put(at, SheetCell.blank());
        }
      }
    }
    if (!totals.isEmpty() && subject.changesWith(area.sheet(), totals)) {
      found.add(finding(area, List.copyOf(totals.keySet())));
    }
  }

  private static boolean isTotal(
      Expr.Call call, Area area, CellAddress at, SheetCell cell, FormulaSubject subject) {
    if (cell.formula() != null) {
      return sumsWithin(call, area, at, cell.formula(), subject);
    }
    return cell.value() instanceof Scalar.Num && isInTotalsRow(area, at, subject);
  }

  /** Whether a formula sums other cells of the same area, and only such. */
  private static boolean sumsWithin(
      Expr.Call outer, Area area, CellAddress at, String formula, FormulaSubject subject) {
    Expr.Call call =
        SUMMING.stream().anyMatch(formula.toUpperCase(java.util.Locale.ROOT)::startsWith)
                && FormulaSubject.parsed(formula).orElse(null) instanceof Expr.Call c
            ? c
            : null;
    boolean skipped =
        call != null
            && SKIPS_SUBTOTALS.contains(outer.function())
            && SKIPS_SUBTOTALS.contains(call.function());
    if (call == null || skipped || !SUMMING.contains(call.function())) {
      return false;
    }
    List<Area> summed =
        FunctionKinds.numbers(call).stream()
            .map(argument -> local(argument, area, subject))
            .flatMap(Optional::stream)
            .toList();
    Area own = new Area(area.sheet(), new CellRange(at.row(), at.column(), at.row(), at.column()));
    return !summed.isEmpty() && summed.stream().allMatch(a -> area.contains(a) && !a.overlaps(own));
  }

  /** An argument of a formula on the area's own sheet. */
  private static Optional<Area> local(Expr argument, Area area, FormulaSubject subject) {
    boolean here = argument instanceof Expr.RangeRef r && r.sheet() == null;
    return subject
        .area(argument)
        .map(found -> here ? new Area(area.sheet(), found.range()) : found);
  }

  private static boolean isInTotalsRow(Area area, CellAddress at, FormulaSubject subject) {
    for (Table table : subject.tables(area)) {
      CellRange data = table.data();
      boolean total = at.row() > data.lastRow() && at.row() <= table.range().lastRow();
      if (total && area.range().firstRow() <= data.lastRow()) {
        return true;
      }
    }
    return false;
  }

  private FormulaFinding finding(Area area, List<CellAddress> totals) {
    List<String> shown = totals.stream().limit(MOST_SHOWN).map(CellAddress::toString).toList();
    String more = totals.size() > shown.size() ? ", …" : "";
    Wording wording =
        new Wording(
            area.range()
                + " takes in "
                + (totals.size() == 1 ? "a total" : totals.size() + " totals")
                + " ("
                + String.join(", ", shown)
                + more
                + ") beside the cells that are in it: these count twice",
            area.range()
                + " 既包含明细又包含合计（"
                + String.join("、", shown)
                + (more.isEmpty() ? "" : " 等")
                + "），重复计算");
    List<String> cells = totals.stream().limit(MOST_SHOWN).map(area::cell).toList();
    return new FormulaFinding(name(), Severity.DOUBT, wording, cells);
  }
}
