package org.inkstone.service.sheet.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
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
  private final Map<Integer, Map<CellAddress, SheetCell>> changes = new HashMap<>();

  /**
   * What became of a cell.
   *
   * @param value what the cell shows
   * @param unstable whether it changes with time or chance, by itself or through what it read
   * @param gap why it could not be computed, so that the value is the stored one; null if it was
   */
  public record Outcome(Scalar value, boolean unstable, @Nullable String gap) {}

  private WorkbookEvaluation(EvaluationContext context, WorkbookFormulas formulas, int deepest) {
    session = new Session(context, deepest, true, formulas);
  }

  /** The formulas of a workbook, for use on usual stacks; deep formulas get another one. */
  public static WorkbookEvaluation open(EvaluationContext context, WorkbookFormulas formulas) {
    return new WorkbookEvaluation(context, formulas, FormulaEvaluator.DEEPEST);
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
    return LargeStack.run(() ->
        work.on(
            new WorkbookEvaluation(
                context, WorkbookFormulas.of(context.workbook()), Effort.DEEPEST_OF_ALL)));
  }

  /** The value of a cell's formula, or of a cell that another one fills. */
  public Outcome cell(int sheet, int row, int column) {
    SheetView view = session.view(sheet);
    int slot = view.results().slot(view.content().indexOf(row, column), SheetView.key(row, column));
    session.effort().reset();
    try {
      Scalar value =
          view.isFormula(row, column)
              ? session.demand().reading(() -> formula(view, row, column))
              : session.demand().reading(() -> view.value(row, column));
      return new Outcome(value, view.results().isUnstable(slot), view.results().gap(slot));
    } catch (LimitException e) {
      Scalar stored = view.cell(row, column).value();
      view.results().put(slot, Value.of(stored));
      view.results().gap(slot, String.valueOf(e.getMessage()));
      return new Outcome(stored, false, e.getMessage());
    }
  }

  /** Begins a calculation at the clock's time; what was computed stays. */
  public void begin() {
    session.begin();
  }

  /** Forgets what was computed for a cell. */
  public void forget(int sheet, int row, int column) {
    session.view(sheet).forget(row, column);
  }

  /**
   * Exchanges what a sheet holds in a cell, and forgets what was computed for it.
   *
   * @param template its formula; null if it has none
   */
  public void change(
      int sheet, CellAddress cell, SheetCell content, @Nullable FormulaTemplate template) {
    changes.computeIfAbsent(sheet, s -> new TreeMap<>()).put(cell, content);
    session.view(sheet).change(cell.row(), cell.column(), content, template);
    if (template != null && PossibleArrays.mayGive(template.expr())) {
      session.view(sheet).spills().reopen(cell.row(), cell.column());
    }
  }

  /**
   * Makes ready for helpers, if they can be of use: not where formulas fill other cells.
   *
   * @return whether they can
   */
  public boolean readyForHelpers() {
    return session.readyForHelpers();
  }

  /** One that computes cells in another thread while this calculation waits. */
  public CellWorker helper() {
    return new CellWorker(session);
  }

  /** Computes a cell's formula unless it is known; a spent budget leaves its stored value. */
  public Scalar compute(int sheet, int row, int column) {
    try {
      return cell(sheet, row, column).value();
    } catch (DepthExceeded e) {
      session.effort().deepest(Effort.DEEPEST_OF_ALL);
      try {
        return LargeStack.run(() -> cell(sheet, row, column).value());
      } finally {
        session.effort().deepest(FormulaEvaluator.DEEPEST);
      }
    }
  }

  /** What a cell shows. */
  public Scalar value(int sheet, int row, int column) {
    return compute(sheet, row, column);
  }

  /** All cells of the array that a cell's formula has filled, or the cell alone. */
  public CellRange filled(int sheet, int row, int column) {
    CellRange range = session.view(sheet).spills().filled(row, column);
    return range == null ? new CellRange(row, column, row, column) : range;
  }

  /** The formulas of a sheet that fill a cell, or would if nothing were in the way. */
  public List<CellAddress> spillingInto(int sheet, int row, int column) {
    return session.view(sheet).spills().spillingInto(row, column);
  }

  /** Whether any formula of a sheet fills other cells. */
  public boolean fills(int sheet) {
    return !session.view(sheet).spills().isEmpty();
  }

  /** Cells whose formulas lead back to themselves, in the form {@code Sheet1!A1}. */
  public Set<String> circles() {
    return Set.copyOf(session.circles());
  }

  /** The cells of a sheet that were changed or have a formula, with their values. */
  public Map<CellAddress, SheetCell> changed(int sheet) {
    Map<CellAddress, SheetCell> cells = new TreeMap<>(changes.getOrDefault(sheet, Map.of()));
    SheetView view = session.view(sheet);
    view.content()
        .cells()
        .forEach((address, cell) -> {
          if (cell.formula() != null) {
            cells.putIfAbsent(address, cell);
          }
        });
    cells.replaceAll((address, cell) ->
        cell.formula() == null
            ? cell
            : new SheetCell(
                compute(sheet, address.row(), address.column()), cell.formula(), cell.format()));
    return cells;
  }

  private Scalar formula(SheetView view, int row, int column) {
    return SheetView.shown(session.demand().of(view, row, column, null));
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
