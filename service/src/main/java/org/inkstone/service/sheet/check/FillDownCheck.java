package org.inkstone.service.sheet.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.ReferenceShift;

/**
 * A range that should stay where it is but has no {@code $} moves when the formula is filled down;
 * shown by running the copies with and without it.
 */
final class FillDownCheck implements FormulaCheck {
  private static final int MOST_ROWS = 500;

  @Override
  public String name() {
    return "anchored_for_fill_down";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    int rows = subject.rows() > 1 ? Math.min(subject.rows(), MOST_ROWS) : rowsBelow(subject);
    Set<Expr> loose = rows < 2 ? Set.of() : LooseReferences.of(subject);
    if (loose.isEmpty()) {
      return List.of();
    }
    Expr anchored = LooseReferences.anchored(subject.formula(), loose);
    List<Evaluation> moving = subject.resultsOf(subject.formula(), rows);
    List<Evaluation> fixed = subject.resultsOf(anchored, rows);
    for (int row = 1; row < rows; row++) {
      if (!Sameness.same(moving.get(row), fixed.get(row))) {
        return List.of(finding(subject, loose, row, moving.get(row), fixed.get(row)));
      }
    }
    return List.of();
  }

  /** How many rows a formula beside a table would fill; 0 if it does not go row by row. */
  private static int rowsBelow(FormulaSubject subject) {
    CellAddress cell = subject.cell();
    boolean rowWise =
        Parts.of(subject.formula(), Expr.CellRef.class)
            .anyMatch(c -> !c.row().absolute() && c.row().index() == cell.row());
    Optional<CellRange> data =
        subject.context().tables().stream()
            .filter(t -> t.sheet().equalsIgnoreCase(subject.context().sheet()))
            .map(Table::data)
            .filter(d -> cell.row() >= d.firstRow() && cell.row() < d.lastRow())
            .findFirst();
    return rowWise && !hasOtherBelow(subject)
        ? data.map(d -> Math.min(d.lastRow() - cell.row() + 1, MOST_ROWS)).orElse(0)
        : 0;
  }

  /** Whether the cell below holds a formula of its own, so that nothing was filled down. */
  private static boolean hasOtherBelow(FormulaSubject subject) {
    String below =
        subject
            .sheet(subject.context().sheet())
            .map(s -> s.cell(subject.cell().row() + 1, subject.cell().column()).formula())
            .orElse(null);
    return below != null
        && !FormulaSubject.parsed(below)
            .equals(Optional.of(ReferenceShift.move(subject.formula(), 1, 0)));
  }

  private FormulaFinding finding(
      FormulaSubject subject, Set<Expr> loose, int row, Evaluation moving, Evaluation fixed) {
    Expr first = loose.iterator().next();
    String written = FormulaPrinter.print(first);
    String moved = FormulaPrinter.print(ReferenceShift.move(first, row, 0));
    String meant = FormulaPrinter.print(LooseReferences.anchored(first, Set.of(first)));
    int at = subject.cell().row() + row + 1;
    Scalar got = moving.scalar();
    Scalar wanted = fixed.scalar();
    Wording wording =
        new Wording(
            "filled down, "
                + written
                + " moves along: in row "
                + at
                + " it is "
                + moved
                + " and gives "
                + Shown.of(got)
                + "; held as "
                + meant
                + " it gives "
                + Shown.of(wanted),
            "向下填充时 "
                + written
                + " 会跟着移动：第 "
                + at
                + " 行变成 "
                + moved
                + "，结果为 "
                + Shown.of(got)
                + "；固定为 "
                + meant
                + " 时结果为 "
                + Shown.of(wanted));
    return new FormulaFinding(
        name(), subject.rows() > 1 ? Severity.DOUBT : Severity.NOTE, wording, List.of());
  }
}
