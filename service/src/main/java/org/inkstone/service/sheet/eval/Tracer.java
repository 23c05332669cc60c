package org.inkstone.service.sheet.eval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.CellsRead.SheetRange;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Lambda;
import org.inkstone.service.sheet.value.Lambdas;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Builds the tree of a formula's parts and their values while it is evaluated. */
final class Tracer {
  private static final int MOST_STEPS = 5_000;

  private record Node(Expr expr, Value value, List<Node> parts) {}

  private final Deque<List<Node>> open = new ArrayDeque<>();
  private int paused;
  private int steps;

  Tracer() {
    reset();
  }

  /** Begins anew. */
  void reset() {
    open.clear();
    open.push(new ArrayList<>());
    paused = 0;
    steps = 0;
  }

  void begin() {
    if (paused == 0) {
      open.push(new ArrayList<>());
    }
  }

  void end(Expr expr, Value value) {
    if (paused == 0) {
      List<Node> parts = open.pop();
      boolean whole = open.size() == 1; // the root comes last and is always kept
      if (steps++ < MOST_STEPS || whole) {
        open.getFirst().add(new Node(expr, value, parts));
      }
    }
  }

  /** Leaves out what is computed until {@link #resume}: the bodies of functions. */
  void pause() {
    paused++;
  }

  void resume() {
    paused--;
  }

  /** The tree; cells that parts refer to are read now, after the formula itself. */
  Step root(Session session) {
    return step(open.getLast().getLast(), session);
  }

  private static Step step(Node node, Session session) {
    List<Step> parts = node.parts().stream().map(part -> step(part, session)).toList();
    Value value = node.value();
    if (value instanceof Lambda || value instanceof Lambdas) {
      return new Step(node.expr(), 0, 0, List.of(), null, parts);
    }
    @Nullable SheetRange range = null;
    if (value instanceof Reference reference) {
      Area area = reference.areas().getFirst();
      range = new SheetRange(area.reader().sheet(), area.range());
    }
    Grid grid = value instanceof Reference r ? r.areas().getFirst() : value.grid();
    List<List<Scalar>> sample = session.demand().reading(() -> sample(grid));
    return new Step(node.expr(), grid.rows(), grid.columns(), sample, range, parts);
  }

  private static List<List<Scalar>> sample(Grid grid) {
    List<List<Scalar>> rows = new ArrayList<>();
    for (int row = 0; row < Math.min(grid.rows(), Step.MOST_ROWS); row++) {
      List<Scalar> values = new ArrayList<>();
      for (int column = 0; column < Math.min(grid.columns(), Step.MOST_COLUMNS); column++) {
        values.add(at(grid, row, column));
      }
      rows.add(values);
    }
    return rows;
  }

  private static Scalar at(Grid grid, int row, int column) {
    try {
      return grid.at(row, column);
    } catch (FunctionError error) {
      return error.scalar();
    }
  }
}
