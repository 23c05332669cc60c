package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;

/** An error in a cell that is read becomes the error of the whole formula. */
final class ErrorCellCheck implements FormulaCheck {
  private static final int MOST_SHOWN = 5;

  @Override
  public String name() {
    return "no_error_cells";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    Scalar result = subject.results().getFirst().scalar();
    if (!(result instanceof Scalar.Err error)) {
      return List.of();
    }
    List<String> cells = new ArrayList<>();
    Parts.of(subject.formula())
        .filter(FormulaChecks::isReference)
        .flatMap(part -> subject.area(part).flatMap(subject::filled).stream())
        .forEach(area -> collect(area, error, subject, cells));
    if (cells.isEmpty()) {
      return List.of();
    }
    String first = String.join(", ", cells);
    Wording wording =
        new Wording(
            "the value is "
                + error.code().literal()
                + " because "
                + first
                + (cells.size() == 1 ? " holds" : " hold")
                + " this error",
            "结果为 " + error.code().literal() + "，因为 " + first + " 中就是这个错误值");
    return List.of(new FormulaFinding(name(), Severity.DOUBT, wording, cells));
  }

  private static void collect(
      Area area, Scalar.Err error, FormulaSubject subject, List<String> cells) {
    CellRange range = area.range();
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
        String cell = area.cell(new CellAddress(row, column));
        if (cells.size() < MOST_SHOWN
            && !cells.contains(cell)
            && subject.value(area, row, column).equals(error)) {
          cells.add(cell);
        }
      }
    }
  }
}
