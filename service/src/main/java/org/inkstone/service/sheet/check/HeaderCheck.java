package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;

/** A header inside a range is counted or listed like data; shown by blanking it. */
final class HeaderCheck implements FormulaCheck {
  @Override
  public String name() {
    return "header_left_out";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    Set<Area> seen = new LinkedHashSet<>();
    List<FormulaFinding> found = new ArrayList<>();
    subject
        .calls()
        .flatMap(call -> FunctionKinds.rows(call).stream())
        .flatMap(argument -> subject.area(argument).flatMap(subject::filled).stream())
        .filter(seen::add)
        .forEach(area -> check(area, subject, found));
    return found;
  }

  private void check(Area area, FormulaSubject subject, List<FormulaFinding> found) {
    CellRange range = area.range();
    for (Table table : subject.tables(area)) {
      CellRange data = table.data();
      boolean takesData = range.firstRow() < data.firstRow() && range.lastRow() >= data.firstRow();
      int header = data.firstRow() - 1;
      if (table.headerRows() == 0 || !takesData || header < range.firstRow()) {
        continue;
      }
      for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
        SheetCell cell = subject.cell(area, header, column);
        CellAddress at = new CellAddress(header, column);
        if (!(cell.value() instanceof Scalar.Blank)
            && subject.changesWith(area.sheet(), Map.of(at, SheetCell.blank()))) {
          found.add(finding(area, at, cell));
          return;
        }
      }
    }
  }

  private FormulaFinding finding(Area area, CellAddress at, SheetCell header) {
    Wording wording =
        new Wording(
            area.range()
                + " takes in the header "
                + Shown.of(header.value())
                + " in "
                + at
                + ", which changes the value",
            area.range() + " 把 " + at + " 的表头 " + Shown.of(header.value()) + " 也算进去了，结果因此改变");
    return new FormulaFinding(name(), Severity.DOUBT, wording, List.of(area.cell(at)));
  }
}
