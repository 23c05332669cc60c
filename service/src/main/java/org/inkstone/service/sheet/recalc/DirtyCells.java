package org.inkstone.service.sheet.recalc;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cells of runs that must be computed anew. */
final class DirtyCells {
  private final Map<Integer, BitSet> byRun = new TreeMap<>();

  /** Takes rows as they become dirty. */
  @FunctionalInterface
  interface Rows {
    /** Rows of a run, counted from its first one. */
    void accept(int run, int from, int to);
  }

  /** Marks rows of a run and tells which of them were not marked before. */
  void mark(int run, int from, int to, Rows fresh) {
    BitSet rows = byRun.computeIfAbsent(run, r -> new BitSet());
    int at = rows.nextClearBit(from);
    while (at <= to) {
      int next = rows.nextSetBit(at);
      int end = next < 0 || next > to ? to : next - 1;
      rows.set(at, end + 1);
      fresh.accept(run, at, end);
      at = rows.nextClearBit(end + 1);
    }
  }

  /** The marked rows of a run; null if there are none. */
  @Nullable BitSet rows(int run) {
    return byRun.get(run);
  }

  /** How many rows are marked. */
  long size() {
    return byRun.values().stream().mapToLong(BitSet::cardinality).sum();
  }

  /** Visits all marked rows, run by run. */
  void each(Rows visitor) {
    byRun.forEach((run, rows) -> {
      for (int at = rows.nextSetBit(0); at >= 0; ) {
        int end = rows.nextClearBit(at) - 1;
        visitor.accept(run, at, end);
        at = rows.nextSetBit(end + 1);
      }
    });
  }
}
