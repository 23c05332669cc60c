package org.inkstone.service.sheet.recalc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.inkstone.service.sheet.CellRange;

/**
 * Runs of formulas by levels: what a level reads is computed in earlier ones, except that a run may
 * read its own cells. Runs that wait for each other, that are computed at every change, or that
 * read such runs are in no level.
 */
final class Levels {
  /** With more pairs of runs, finding the levels would cost more than they save. */
  private static final int MOST_PAIRS = 2_000_000;

  private final List<List<Integer>> levels = new ArrayList<>();
  private final BitSet readsItself = new BitSet();

  /** For each run those that read it, one number for each range. */
  private final List<List<Integer>> readers = new ArrayList<>();

  private final int[] waitingFor;
  private int pairs;

  private Levels(DependencyGraph graph) {
    int runs = graph.runs();
    waitingFor = new int[runs];
    for (int i = 0; i < runs; i++) {
      readers.add(List.of());
    }
    for (int sheet = 0; sheet < graph.sheets() && pairs <= MOST_PAIRS; sheet++) {
      pair(graph, sheet);
    }
    if (pairs <= MOST_PAIRS) {
      sort(graph);
    }
    readers.clear();
  }

  static Levels of(DependencyGraph graph) {
    return new Levels(graph);
  }

  private void pair(DependencyGraph graph, int sheet) {
    List<Integer> runs = new ArrayList<>();
    List<CellRange> ranges = new ArrayList<>();
    for (int i = 0; i < graph.runs(); i++) {
      FormulaRun run = graph.run(i);
      if (run.sheet() == sheet) {
        runs.add(i);
        ranges.add(new CellRange(run.firstRow(), run.column(), run.lastRow(), run.column()));
      }
    }
    RangeIndex index = new RangeIndex(ranges);
    graph.eachEdge(
        sheet,
        (reader, range) -> {
          if (pairs <= MOST_PAIRS) {
            index.overlapping(range, i -> add(runs.get(i), reader));
          }
        });
  }

  private void add(int read, int reader) {
    pairs++;
    if (read == reader) {
      readsItself.set(read);
      return;
    }
    if (readers.get(read).isEmpty()) {
      readers.set(read, new ArrayList<>(2));
    }
    readers.get(read).add(reader);
    waitingFor[reader]++;
  }

  private void sort(DependencyGraph graph) {
    for (int run : graph.always()) {
      waitingFor[run]++; // for ever
    }
    List<Integer> next = new ArrayList<>();
    for (int run = 0; run < waitingFor.length; run++) {
      if (waitingFor[run] == 0) {
        next.add(run);
      }
    }
    while (!next.isEmpty()) {
      levels.add(next);
      List<Integer> after = new ArrayList<>();
      for (int run : next) {
        for (int reader : readers.get(run)) {
          if (--waitingFor[reader] == 0) {
            after.add(reader);
          }
        }
      }
      next = after;
    }
  }

  /** The runs of each level. */
  List<List<Integer>> levels() {
    return levels;
  }

  /** Whether a run reads cells of its own, so that it is computed from its first row down. */
  boolean readsItself(int run) {
    return readsItself.get(run);
  }
}
