package org.inkstone.service.sheet.check;

import java.util.List;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;

/** A formula whose range takes in its own cell is a circular reference. */
final class SelfReferenceCheck implements FormulaCheck {
  @Override
  public String name() {
    return "no_self_reference";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    CellAddress cell = subject.cell();
    Area own =
        new Area(
            subject.context().sheet(),
            new CellRange(cell.row(), cell.column(), cell.row(), cell.column()));
    return Parts.of(subject.formula())
        .filter(FormulaChecks::isReference)
        .flatMap(part -> subject.area(part).stream())
        .filter(area -> area.overlaps(own) && !readsNoValue(subject))
        .findFirst()
        .map(area -> finding(area, cell))
        .stream()
        .toList();
  }

  /** ROW and its kin look at the place only. */
  private static boolean readsNoValue(FormulaSubject subject) {
    return subject
        .calls()
        .map(c -> c.function())
        .anyMatch(f -> f.matches("ROWS?|COLUMNS?|OFFSET|ADDRESS|CELL|INDEX|SHEET|ISFORMULA"));
  }

  private FormulaFinding finding(Area area, CellAddress cell) {
    Wording wording =
        new Wording(
            area.range() + " takes in " + cell + ", the formula's own cell: it refers to itself",
            area.range() + " 包含公式自身所在的 " + cell + "，形成循环引用");
    return new FormulaFinding(name(), Severity.DOUBT, wording, List.of(area.cell(cell)));
  }
}
