package org.inkstone.service.sheet.eval;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Asks for cells from outside of any formula; what is nested too deep is computed first. */
final class Demand {
  private final Session session;

  Demand(Session session) {
    this.session = session;
  }

  /** The value of a formula that is put into a cell, with all its parts noted if asked. */
  Value of(SheetView view, int row, int column, @Nullable Tracer parts) {
    session.underWay().tracer(parts);
    try {
      return view.whole(row, column);
    } catch (Pending first) {
      return deep(view, row, column);
    }
  }

  private Value deep(SheetView view, int row, int column) {
    resetTracer();
    Deque<Pending> waiting = new ArrayDeque<>();
    waiting.push(new Pending(view, row, column));
    Set<String> places = new LinkedHashSet<>();
    while (true) {
      Pending next = waiting.getFirst();
      try {
        Value value = next.view().whole(next.row(), next.column());
        waiting.pop();
        places.remove(place(next));
        if (waiting.isEmpty()) {
          return value;
        }
      } catch (Pending first) {
        resetTracer();
        if (places.add(place(first))) {
          waiting.push(first);
        } else {
          first.view().settle(first.row(), first.column());
        }
      }
    }
  }

  private void resetTracer() {
    Tracer tracer = session.underWay().tracer();
    if (tracer != null) {
      tracer.reset();
    }
  }

  private static String place(Pending cell) {
    return cell.view().index() + "!" + cell.row() + "," + cell.column();
  }

  /** Reads cells. */
  <T> T reading(Supplier<T> read) {
    while (true) {
      try {
        return read.get();
      } catch (Pending cell) {
        of(cell.view(), cell.row(), cell.column(), null);
      }
    }
  }
}
