package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.ReferenceShift;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.LimitException;
import org.inkstone.service.sheet.value.Value;

/**
 * Evaluates formulas on workbooks. It keeps nothing between calls and may be used by several
 * threads. Formulas of the workbook are computed when they are needed; their stored values are not
 * used. An error value is a result; only a spent budget is an exception.
 */
public final class FormulaEvaluator {
  /** Nesting that a usual thread's stack bears. */
  static final int DEEPEST = 600;

  /**
   * The value of a formula's text.
   *
   * @throws org.inkstone.service.sheet.formula.FormulaSyntaxException if it is no formula
   * @throws EvaluationException if the budget is spent
   */
  public Evaluation evaluate(String formula, EvaluationContext context) {
    return evaluate(FormulaParser.parse(formula), context);
  }

  /**
   * The value of a formula.
   *
   * @throws EvaluationException if the budget is spent
   */
  public Evaluation evaluate(Expr formula, EvaluationContext context) {
    return fillDown(formula, context, 1).getFirst();
  }

  /**
   * The value of a formula with the values of all its parts.
   *
   * @throws EvaluationException if the budget is spent
   */
  public Traced trace(Expr formula, EvaluationContext context) {
    return deepIfNeeded(
        context,
        deepest -> {
          Session session = new Session(context, deepest);
          SheetView view = place(session, formula, context.cell());
          Tracer tracer = new Tracer();
          Value value =
              session.demand().of(view, context.cell().row(), context.cell().column(), tracer);
          Evaluation evaluation = result(session, formula, value, context.cell());
          return new Traced(evaluation, tracer.root(session));
        });
  }

  /**
   * The values of a formula and its copies below, references shifting as in a spreadsheet. The
   * copies see each other.
   *
   * @param rows how many cells, the first included
   * @throws EvaluationException if the budget is spent
   */
  public List<Evaluation> fillDown(Expr formula, EvaluationContext context, int rows) {
    return deepIfNeeded(context, deepest -> filled(formula, context, rows, deepest));
  }

  private static List<Evaluation> filled(
      Expr formula, EvaluationContext context, int rows, int deepest) {
    Session session = new Session(context, deepest);
    List<Expr> copies = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Expr copy = ReferenceShift.move(formula, i, 0);
      copies.add(copy);
      place(session, copy, below(context.cell(), i));
    }
    List<Evaluation> evaluations = new ArrayList<>();
    SheetView view = place(session, formula, context.cell());
    for (int i = 0; i < rows; i++) {
      CellAddress cell = below(context.cell(), i);
      Value value = session.demand().of(view, cell.row(), cell.column(), null);
      evaluations.add(result(session, copies.get(i), value, cell));
    }
    return evaluations;
  }

  private static CellAddress below(CellAddress cell, int rows) {
    return new CellAddress(cell.row() + rows, cell.column());
  }

  private static SheetView place(Session session, Expr formula, CellAddress cell) {
    SheetView view = session.view(session.context().sheet());
    if (view == null) {
      throw new IllegalStateException("the sheet vanished: " + session.context().sheet());
    }
    view.place(cell.row(), cell.column(), formula);
    return view;
  }

  private static Evaluation result(Session session, Expr formula, Value value, CellAddress cell) {
    Grid grid = session.demand().reading(() -> grid(value));
    List<List<Scalar>> rows = session.demand().reading(() -> rows(grid, session));
    if (rows.size() < grid.rows() || rows.getFirst().size() < grid.columns()) {
      session.warn(
          "the array has "
              + grid.rows()
              + " rows and "
              + grid.columns()
              + " columns; it is shown up to the last used cell");
    }
    return new Evaluation(
        rows,
        !grid.isSingle() || value instanceof ArrayValue,
        ResultFormat.of(formula, session),
        session.underWay().reads(cell),
        List.copyOf(session.warnings()));
  }

  private static Grid grid(Value value) {
    try {
      return value.grid();
    } catch (FunctionError error) {
      return new Value.Single(error.scalar());
    }
  }

  private static List<List<Scalar>> rows(Grid grid, Session session) {
    int rowCount = Math.clamp(grid.filledRows(), 1, grid.rows());
    int columnCount = Math.clamp(grid.filledColumns(), 1, grid.columns());
    session.effort().charge((long) rowCount * columnCount);
    List<List<Scalar>> rows = new ArrayList<>();
    for (int row = 0; row < rowCount; row++) {
      List<Scalar> cells = new ArrayList<>();
      for (int column = 0; column < columnCount; column++) {
        Scalar cell = grid.at(row, column);
        cells.add(cell instanceof Scalar.Blank ? Scalar.of(0) : cell);
      }
      rows.add(cells);
    }
    return rows;
  }

  private static <T> T deepIfNeeded(EvaluationContext context, IntFunction<T> work) {
    try {
      return limited(context, () -> work.apply(DEEPEST));
    } catch (DepthExceeded e) {
      return LargeStack.run(() -> limited(context, () -> work.apply(Effort.DEEPEST_OF_ALL)));
    }
  }

  private static <T> T limited(EvaluationContext context, Supplier<T> work) {
    try {
      return work.get();
    } catch (LimitException e) {
      throw new EvaluationException(
          e.getMessage() + "; formula in " + context.sheet() + "!" + context.cell());
    }
  }
}
