package org.inkstone.service.sheet.eval;

import java.util.Optional;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.LimitException;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of a whole workbook, computed cell by cell as they are asked for, each once. The
 * budget is that of one cell. A formula that can't be computed here, such as one that refers to
 * another workbook, keeps its stored value. Not for several threads.
 */
public final class WorkbookEvaluation {
  private final Session session;

  /**
   * What became of a cell.
   *
   * @param value what the cell shows
   * @param unstable whether it changes with time or chance, by itself or through what it read
   * @param gap why it could not be computed, so that the value is the stored one; null if it was
   */
  public record Outcome(Scalar value, boolean unstable, @Nullable String gap) {}

  private WorkbookEvaluation(EvaluationContext context) {
    session = new Session(context, Session.DEEPEST_OF_ALL, true);
  }

  /** A part of a calculation that computes cells. */
  @FunctionalInterface
  public interface Work<T> {
    /** Its result. */
    T on(WorkbookEvaluation evaluation);
  }

  /**
   * Runs work on a workbook, on a stack that deep formulas need.
   *
   * @param context its sheet and cell don't matter
   */
  public static <T> T run(EvaluationContext context, Work<T> work) {
    return LargeStack.run(() -> work.on(new WorkbookEvaluation(context)));
  }

  /** The value of a cell's formula, or of a cell that another one fills. */
  public Outcome cell(int sheet, int row, int column) {
    SheetView view = session.view(sheet);
    int slot = view.results().slot(view.content().indexOf(row, column), SheetView.key(row, column));
    session.resetSteps();
    try {
      Scalar value =
          view.isFormula(row, column)
              ? session.reading(() -> formula(view, row, column))
              : session.reading(() -> view.value(row, column));
      return new Outcome(value, view.results().isUnstable(slot), view.results().gap(slot));
    } catch (LimitException e) {
      Scalar stored = view.cell(row, column).value();
      view.results().put(slot, Value.of(stored));
      view.results().gap(slot, String.valueOf(e.getMessage()));
      return new Outcome(stored, false, e.getMessage());
    }
  }

  private Scalar formula(SheetView view, int row, int column) {
    return SheetView.shown(session.demand(view, row, column, null));
  }

  /** The cells that a cell's dynamic array fills; empty if it is none. */
  public Optional<CellRange> spilled(int sheet, int row, int column) {
    return Optional.ofNullable(session.view(sheet).spills().spilled(row, column));
  }

  /** What readers of the values must know, in English. */
  public Set<String> warnings() {
    return Set.copyOf(session.warnings());
  }

  /** Whether a cell has a formula. */
  public boolean isFormula(int sheet, CellAddress cell) {
    return session.view(sheet).isFormula(cell.row(), cell.column());
  }
}
