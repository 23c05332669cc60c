package org.inkstone.service.sheet.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.format.FormatKind;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.table.ColumnHeader;

/** Finds the units of a formula's parts: in headers, in number formats, behind the numbers. */
final class UnitReader {
  private static final Set<String> SAME_AS_FIRST =
      Set.of("ROUND", "ROUNDUP", "ROUNDDOWN", "ABS", "INT", "TRUNC", "N", "IFERROR", "VALUE");

  private final FormulaSubject subject;

  UnitReader(FormulaSubject subject) {
    this.subject = subject;
  }

  /** The units of a part by their keys, each with a cell that has it. */
  Map<Unit, String> units(Expr expr) {
    Map<Unit, String> units = new LinkedHashMap<>();
    switch (expr) {
      case Expr.Call call -> ofCall(call, units);
      case Expr.Unary unary -> units.putAll(units(unary.operand()));
      case Expr.Binary binary -> {
        if (binary.operator() == BinaryOperator.ADD
            || binary.operator() == BinaryOperator.SUBTRACT) {
          units.putAll(units(binary.left()));
          units.putAll(units(binary.right()));
        }
      }
      default -> subject.area(expr).flatMap(subject::filled).ifPresent(area -> ofArea(area, units));
    }
    return units;
  }

  private void ofCall(Expr.Call call, Map<Unit, String> units) {
    if (FunctionKinds.keepsUnit(call.function())) {
      FunctionKinds.numbers(call).forEach(argument -> units.putAll(units(argument)));
    } else if (SAME_AS_FIRST.contains(call.function()) && !call.arguments().isEmpty()) {
      units.putAll(units(call.arguments().getFirst()));
    }
  }

  private void ofArea(Area area, Map<Unit, String> units) {
    CellRange range = area.range();
    for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
      Optional<Unit> ofHeader = ofHeader(area, column);
      for (int row = range.firstRow(); row <= range.lastRow(); row++) {
        Unit unit = ofCell(subject.cell(area, row, column), ofHeader).orElse(null);
        if (unit != null && units.keySet().stream().noneMatch(u -> u.key().equals(unit.key()))) {
          units.put(unit, area.cell(new CellAddress(row, column)));
        }
      }
    }
  }

  private Optional<Unit> ofHeader(Area area, int column) {
    List<Table> tables = subject.tables(area);
    return tables.stream()
        .filter(t -> column >= t.range().firstColumn() && column <= t.range().lastColumn())
        .filter(t -> t.headerRows() > 0)
        .findFirst()
        .map(t -> ColumnHeader.of(t.columns().get(column - t.range().firstColumn())).unit())
        .flatMap(Unit::of);
  }

  /** Its own unit, else that of the header; nothing for a cell that holds no amount. */
  private static Optional<Unit> ofCell(SheetCell cell, Optional<Unit> header) {
    if (cell.value() instanceof Scalar.Text text) {
      return Unit.ofQuantity(text.value());
    } else if (!(cell.value() instanceof Scalar.Num)) {
      return Optional.empty();
    } else if (header.isPresent()) {
      return header;
    } else if (FormatKind.of(cell.format()) == FormatKind.PERCENT) {
      return Optional.of(Unit.PERCENT);
    }
    String currency = FormatKind.currencyOf(cell.format());
    return currency == null ? Optional.empty() : Unit.of(currency);
  }

  /** Whether an area has plain numbers, of no unit at all, beside percentages. */
  Optional<String> plainBesidePercent(Expr expr) {
    Area area = subject.area(expr).flatMap(subject::filled).orElse(null);
    if (area == null
        || area.range().columns() > 1
        || ofHeader(area, area.range().firstColumn()).isPresent()) {
      return Optional.empty();
    }
    int column = area.range().firstColumn();
    String plain = null;
    boolean percent = false;
    for (int row = area.range().firstRow(); row <= area.range().lastRow(); row++) {
      SheetCell cell = subject.cell(area, row, column);
      if (cell.value() instanceof Scalar.Num number && cell.formula() == null) {
        boolean isPercent = FormatKind.of(cell.format()) == FormatKind.PERCENT;
        percent |= isPercent;
        boolean large = Math.abs(number.value()) > 1;
        plain =
            plain == null && !isPercent && large ? area.cell(new CellAddress(row, column)) : plain;
      }
    }
    return percent ? Optional.ofNullable(plain) : Optional.empty();
  }
}
