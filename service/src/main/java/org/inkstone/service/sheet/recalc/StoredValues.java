package org.inkstone.service.sheet.recalc;

import java.time.Clock;
import java.util.SplittableRandom;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.FormulaArea;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.eval.WorkbookEvaluation;
import org.inkstone.service.sheet.eval.WorkbookEvaluation.Outcome;
import org.inkstone.service.sheet.recalc.WorkbookComparison.CellDifference;
import org.jspecify.annotations.Nullable;

/**
 * Compares the computed value of every formula cell, and of every cell that an array formula fills,
 * with the value that the workbook stores for it.
 */
public final class StoredValues {
  /** Numbers that differ by less than this part of their size are the same. */
  private static final double RELATIVE = 1e-9;

  /** Numbers nearer to 0 than this are 0. */
  private static final double ABSOLUTE = 1e-12;

  private final Workbook workbook;
  private final WorkbookEvaluation evaluation;
  private final WorkbookComparison.Builder found = new WorkbookComparison.Builder();

  private StoredValues(Workbook workbook, WorkbookEvaluation evaluation) {
    this.workbook = workbook;
    this.evaluation = evaluation;
  }

  /** Compares all cells of a workbook. */
  public static WorkbookComparison compare(Workbook workbook, Clock clock) {
    EvaluationContext context =
        EvaluationContext.of(
            workbook,
            workbook.sheets().getFirst().name(),
            new CellAddress(0, 0),
            clock,
            new SplittableRandom(1));
    return WorkbookEvaluation.run(
        context, evaluation -> new StoredValues(workbook, evaluation).all());
  }

  private WorkbookComparison all() {
    for (int i = 0; i < workbook.sheets().size(); i++) {
      int number = i;
      Sheet sheet = workbook.sheets().get(i);
      sheet
          .cells()
          .forEach((address, cell) -> {
            if (cell.formula() != null) {
              compare(number, sheet, address, cell.formula());
            }
          });
      for (FormulaArea area : sheet.areas()) {
        area(number, sheet, area);
      }
    }
    return found.build();
  }

  /** The cells of an area that have no formula of their own. */
  private void area(int number, Sheet sheet, FormulaArea area) {
    CellRange range = area.range();
    String formula = sheet.cell(range.firstRow(), range.firstColumn()).formula();
    CellRange used = sheet.used().orElse(range);
    for (int row = range.firstRow(); row <= Math.min(range.lastRow(), used.lastRow()); row++) {
      for (int column = range.firstColumn();
          column <= Math.min(range.lastColumn(), used.lastColumn());
          column++) {
        SheetCell cell = sheet.cell(row, column);
        CellAddress address = new CellAddress(row, column);
        if (cell.formula() == null && area.kind() == FormulaArea.Kind.DATA_TABLE) {
          found.notComputed(
              new CellDifference(
                  sheet.name(),
                  address,
                  "TABLE()",
                  null,
                  cell.value(),
                  "it is a cell of a what-if table, which is not computed"));
        } else if (cell.formula() == null && formula != null) {
          compare(number, sheet, address, "{" + formula + "}");
        }
      }
    }
  }

  private void compare(int number, Sheet sheet, CellAddress address, String formula) {
    Scalar stored = sheet.cell(address.row(), address.column()).value();
    if (stored instanceof Scalar.Blank) {
      found.unstored();
      return;
    }
    Outcome outcome;
    try {
      outcome = evaluation.cell(number, address.row(), address.column());
    } catch (RuntimeException e) {
      outcome = new Outcome(stored, false, "the calculation failed: " + e);
    }
    if (outcome.unstable()) {
      found.unstable();
    } else if (outcome.gap() != null) {
      found.notComputed(
          new CellDifference(sheet.name(), address, formula, null, stored, outcome.gap()));
    } else {
      String reason = difference(outcome.value(), stored);
      if (reason == null) {
        found.agree();
      } else {
        found.differs(
            new CellDifference(sheet.name(), address, formula, outcome.value(), stored, reason));
      }
    }
  }

  /** Why two values are not the same; null if they are. */
  static @Nullable String difference(Scalar ours, Scalar stored) {
    if (ours instanceof Scalar.Num a && stored instanceof Scalar.Num b) {
      double apart = Math.abs(a.value() - b.value());
      double size = Math.max(Math.abs(a.value()), Math.abs(b.value()));
      return apart <= Math.max(ABSOLUTE, RELATIVE * size) ? null : "the numbers differ by " + apart;
    } else if (ours.getClass() != stored.getClass()) {
      return "expected " + kind(stored) + " but computed " + kind(ours);
    }
    return ours.equals(stored) ? null : "the " + plural(stored) + " differ";
  }

  private static String kind(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Num n -> "a number";
      case Scalar.Text t -> "a text";
      case Scalar.Bool b -> "a truth value";
      case Scalar.Err e -> "an error";
      case Scalar.Blank b -> "nothing";
    };
  }

  private static String plural(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Text t -> "texts";
      case Scalar.Bool b -> "truth values";
      default -> "errors";
    };
  }
}
