package org.inkstone.service.sheet.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.ReferenceShift;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Tally;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Computes the formulas of cells, one inside the other, and knows about the innermost of them. */
final class ValueUnderWay {
  private final Session session;

  /** Whether a cell that can't be computed here keeps its stored value. */
  private final boolean keepsStored;

  private final Map<CellAddress, ReadLog> logs = new HashMap<>();
  private @Nullable ReadLog log;
  private @Nullable Tracer tracer;
  private boolean unstable;
  private @Nullable String gap;

  ValueUnderWay(Session session, boolean keepsStored) {
    this.session = session;
    this.keepsStored = keepsStored;
  }

  boolean keepsStored() {
    return keepsStored;
  }

  /** Notes that it changes with time or chance. */
  void markUnstable() {
    session.requireCalculation();
    unstable = true;
  }

  /** Notes that it depends on another cell. */
  void depend(Results results, int slot) {
    if (results.isUnstable(slot)) {
      markUnstable();
    }
  }

  /** Notes that it depends on another cell. */
  void depend(SheetView view, int row, int column) {
    depend(
        view.results(),
        view.results().slot(view.content().indexOf(row, column), SheetView.key(row, column)));
  }

  /**
   * Computes a part of it.
   *
   * @param changing takes whether the part changes with time or chance
   */
  Tally watching(Supplier<Tally> part, boolean[] changing) {
    boolean before = unstable;
    unstable = false;
    try {
      return part.get();
    } finally {
      changing[0] = unstable;
      unstable |= before;
    }
  }

  /** Notes that it can't be known here. */
  void gap(String reason) {
    session.requireCalculation();
    gap = reason;
  }

  /** Notes what it reads. */
  void reading(SheetView view, CellRange range) {
    if (log != null) {
      log.add(view, range);
    }
  }

  /** What the formula that was put into a cell has read. */
  CellsRead reads(CellAddress cell) {
    return logs.getOrDefault(cell, new ReadLog()).result();
  }

  @Nullable Tracer tracer() {
    return tracer;
  }

  void tracer(@Nullable Tracer parts) {
    tracer = parts;
  }

  /** Computes a cell's formula; one that was put there is logged and traced. */
  Value compute(SheetView view, int row, int column, int slot) {
    Effort effort = session.effort();
    ReadLog logBefore = log;
    Tracer tracerBefore = tracer;
    int depthBefore = effort.depth();
    long stepsBefore = effort.steps();
    boolean unstableBefore = unstable;
    String gapBefore = gap;
    boolean placed = view.placed(row, column) != null;
    log = placed ? new ReadLog() : null;
    tracer = placed ? tracer : null;
    unstable = false;
    gap = null;
    if (log != null) {
      logs.put(new CellAddress(row, column), log);
    }
    if (keepsStored) {
      // of a workbook's cells each has the whole budget, whoever asks for it first
      effort.reset();
    }
    try {
      return kept(view, row, column, slot, computed(view, new CellAddress(row, column)));
    } finally {
      log = logBefore;
      tracer = tracerBefore;
      unstable |= unstableBefore;
      gap = gapBefore;
      effort.depth(depthBefore);
      if (keepsStored) {
        effort.steps(stepsBefore);
      }
    }
  }

  private Value computed(SheetView view, CellAddress cell) {
    Expr placed = view.placed(cell.row(), cell.column());
    FormulaTemplate shared =
        placed == null ? session.formulas().template(view, cell.row(), cell.column()) : null;
    Expr expr =
        placed != null
            ? placed
            : shared != null ? shared.expr() : session.formulas().parsed(view, cell);
    if (expr == null) {
      return Value.of(view.cell(cell.row(), cell.column()).value());
    }
    CellAddress base = shared == null ? cell : shared.base();
    Value value = held(new Frame(session, view, cell, base).run(expr));
    if (!(value instanceof Value.Single)) {
      session.requireCalculation();
    }
    return view.spills().spill(cell.row(), cell.column(), value);
  }

  /** What a reference holds now, so that a formula's value is read while it is under way. */
  private static Value held(Value value) {
    if (!(value instanceof Reference reference)) {
      return value;
    }
    try {
      Grid grid = reference.grid();
      return grid.isSingle() ? Value.of(grid.at(0, 0)) : ArrayValue.copy(grid);
    } catch (FunctionError error) {
      return Value.of(error.scalar());
    }
  }

  private Value kept(SheetView view, int row, int column, int slot, Value value) {
    if (unstable) {
      view.results().markUnstable(slot);
    }
    Scalar stored = view.cell(row, column).value();
    if (gap == null || !keepsStored || SheetView.shown(value).equals(stored)) {
      return value;
    }
    view.results().gap(slot, gap);
    return stored instanceof Scalar.Blank ? value : Value.of(stored);
  }

  /** The value of a cell's formula with its relative references moved down. */
  Scalar copied(SheetView view, CellAddress cell, int rows) {
    SheetCell stored = view.cell(cell.row(), cell.column());
    Expr expr = stored.formula() == null ? null : session.formulas().parsed(view, cell);
    if (expr == null) {
      return stored.value();
    }
    Tracer paused = tracer;
    tracer = null;
    try {
      return SheetView.shown(
          new Frame(session, view, cell, cell).run(ReferenceShift.move(expr, rows, 0)));
    } finally {
      tracer = paused;
    }
  }
}
