package org.inkstone.service.sheet.recalc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.FormulaTemplate;
import org.inkstone.service.sheet.eval.WorkbookEvaluation;
import org.inkstone.service.sheet.eval.WorkbookFormulas;
import org.jspecify.annotations.Nullable;

/**
 * Which formulas read which cells of a workbook. Nodes are runs of filled-down formulas, edges are
 * ranges: a range costs the same whether it has one cell or a million.
 */
final class DependencyGraph {
  /** Edges that were added one by one are searched one by one; beyond this number anew packed. */
  private static final int MOST_LOOSE = 200;

  /** A range that a run reads. */
  private record Edge(int run, Precedent precedent, CellRange range) {}

  /** The edges that end at one sheet. */
  private static final class Readers {
    private final List<Edge> edges = new ArrayList<>();
    private RangeIndex packed = new RangeIndex(List.of());
    private int inIndex;

    void pack() {
      packed = new RangeIndex(edges.stream().map(Edge::range).toList());
      inIndex = edges.size();
    }
  }

  private final Workbook workbook;
  private final List<FormulaRun> runs = new ArrayList<>();
  private final List<Readers> readers = new ArrayList<>();
  private final List<Integer> always = new ArrayList<>();

  /** For each sheet the run of each filled cell, -1 for cells without a formula. */
  private final List<int[]> runOf = new ArrayList<>();

  /** Runs of cells that were changed, by place; -1 where a formula was removed. */
  private final Map<Place, Integer> changedCells = new HashMap<>();

  private record Place(int sheet, int row, int column) {}

  private DependencyGraph(Workbook workbook) {
    this.workbook = workbook;
    workbook.sheets().forEach(sheet -> readers.add(new Readers()));
  }

  static DependencyGraph of(Workbook workbook, WorkbookFormulas formulas) {
    DependencyGraph graph = new DependencyGraph(workbook);
    for (int sheet = 0; sheet < workbook.sheets().size(); sheet++) {
      graph.findRuns(sheet, workbook.sheets().get(sheet), formulas);
    }
    for (int run = 0; run < graph.runs.size(); run++) {
      graph.addEdges(run);
    }
    graph.readers.forEach(Readers::pack);
    return graph;
  }

  /** Joins cells of a column, one below the other, that have copies of one formula. */
  @SuppressWarnings("ReferenceEquality") // copies share one template
  private void findRuns(int number, Sheet sheet, WorkbookFormulas formulas) {
    int[] runOfCell = new int[sheet.size()];
    Arrays.fill(runOfCell, -1);
    Map<Integer, Integer> lastOfColumn = new HashMap<>();
    int index = 0;
    for (CellAddress address : sheet.cells().keySet()) {
      FormulaTemplate template = formulas.at(number, index);
      if (template != null) {
        Integer above = lastOfColumn.get(address.column());
        FormulaRun open = above == null ? null : runs.get(above);
        if (above != null
            && open != null
            && open.lastRow() == address.row() - 1
            && open.template() == template) {
          runs.set(
              above,
              new FormulaRun(
                  number, open.column(), open.firstRow(), address.row(), open.template()));
          runOfCell[index] = above;
        } else {
          runOfCell[index] = runs.size();
          lastOfColumn.put(address.column(), runs.size());
          runs.add(
              new FormulaRun(number, address.column(), address.row(), address.row(), template));
        }
      }
      index++;
    }
    runOf.add(runOfCell);
  }

  private void addEdges(int run) {
    FormulaRun node = runs.get(run);
    Precedents.Found found = Precedents.of(node, workbook);
    if (found.always()) {
      always.add(run);
    }
    for (Precedent precedent : found.precedents()) {
      readers.get(precedent.sheet()).edges.add(new Edge(run, precedent, precedent.of(node)));
    }
  }

  FormulaRun run(int number) {
    return runs.get(number);
  }

  int runs() {
    return runs.size();
  }

  int sheets() {
    return readers.size();
  }

  /** Runs that are computed at every change. */
  List<Integer> always() {
    return always;
  }

  /** Takes a run and a range that it reads. */
  interface EdgeConsumer {
    void accept(int run, CellRange range);
  }

  /** Visits the ranges of a sheet that runs read. */
  void eachEdge(int sheet, EdgeConsumer consumer) {
    readers.get(sheet).edges.forEach(edge -> consumer.accept(edge.run, edge.range));
  }

  int edges() {
    return readers.stream().mapToInt(r -> r.edges.size()).sum();
  }

  /** Gives a cell another formula; null takes it away. */
  void change(int sheet, CellAddress cell, @Nullable FormulaTemplate to) {
    Place place = new Place(sheet, cell.row(), cell.column());
    if (to == null) {
      changedCells.put(place, -1);
      return;
    }
    changedCells.put(place, runs.size());
    runs.add(new FormulaRun(sheet, cell.column(), cell.row(), cell.row(), to));
    addEdges(runs.size() - 1);
    for (Readers of : readers) {
      if (of.edges.size() - of.inIndex > MOST_LOOSE) {
        of.pack();
      }
    }
  }

  /** Whether a cell of a run still has the run's formula. */
  boolean isCurrent(int run, int row) {
    if (changedCells.isEmpty()) {
      return true;
    }
    FormulaRun node = runs.get(run);
    Integer now = changedCells.get(new Place(node.sheet(), row, node.column()));
    return now == null ? !isChangedRun(run) : now == run;
  }

  private boolean isChangedRun(int run) {
    FormulaRun node = runs.get(run);
    int index = workbook.sheets().get(node.sheet()).indexOf(node.firstRow(), node.column());
    return index < 0 || runOf.get(node.sheet())[index] != run;
  }

  /** A range of a sheet whose values have changed. */
  record Changed(int sheet, CellRange range) {}

  /**
   * All cells that read changed ones, or read such cells, and those that are computed always.
   *
   * @param dirty takes them; what is in it already is not visited again
   */
  void dependents(List<Changed> roots, WorkbookEvaluation filled, DirtyCells dirty) {
    Deque<Changed> waiting = new ArrayDeque<>(roots);
    DirtyCells.Rows fresh =
        (run, from, to) -> {
          FormulaRun node = runs.get(run);
          int top = node.firstRow() + from;
          int bottom = node.firstRow() + to;
          waiting.add(
              new Changed(node.sheet(), new CellRange(top, node.column(), bottom, node.column())));
          if (filled.fills(node.sheet())) {
            for (int row = top; row <= bottom; row++) {
              CellRange range = filled.filled(node.sheet(), row, node.column());
              if (range.rows() > 1 || range.columns() > 1) {
                waiting.add(new Changed(node.sheet(), range));
              }
            }
          }
        };
    for (int run : always) {
      dirty.mark(run, 0, runs.get(run).rows() - 1, fresh);
    }
    while (!waiting.isEmpty()) {
      Changed next = waiting.poll();
      readersOf(next, edge -> markReaders(edge, next.range, dirty, fresh));
    }
  }

  private interface EdgeVisitor {
    void accept(Edge edge);
  }

  private void readersOf(Changed change, EdgeVisitor visitor) {
    Readers of = readers.get(change.sheet);
    of.packed.overlapping(change.range, i -> visitor.accept(of.edges.get(i)));
    for (int i = of.inIndex; i < of.edges.size(); i++) {
      Edge edge = of.edges.get(i);
      if (overlap(edge.range, change.range)) {
        visitor.accept(edge);
      }
    }
  }

  private static boolean overlap(CellRange a, CellRange b) {
    return a.firstRow() <= b.lastRow()
        && b.firstRow() <= a.lastRow()
        && a.firstColumn() <= b.lastColumn()
        && b.firstColumn() <= a.lastColumn();
  }

  private void markReaders(Edge edge, CellRange changed, DirtyCells dirty, DirtyCells.Rows fresh) {
    FormulaRun node = runs.get(edge.run);
    Precedent precedent = edge.precedent;
    int first =
        Math.max(node.firstRow(), precedent.firstReader(changed.firstRow(), changed.lastRow()));
    int last =
        Math.min(node.lastRow(), precedent.lastReader(changed.firstRow(), changed.lastRow()));
    if (changedCells.isEmpty()) {
      if (first <= last) {
        dirty.mark(edge.run, first - node.firstRow(), last - node.firstRow(), fresh);
      }
      return;
    }
    for (int row = first; row <= last; row++) {
      if (isCurrent(edge.run, row)) {
        dirty.mark(edge.run, row - node.firstRow(), row - node.firstRow(), fresh);
      }
    }
  }

  /** The run of a cell's formula; -1 if it has none. */
  int runOf(int sheet, int row, int column) {
    Integer now = changedCells.get(new Place(sheet, row, column));
    if (now != null) {
      return now;
    }
    int index = workbook.sheets().get(sheet).indexOf(row, column);
    return index < 0 ? -1 : runOf.get(sheet)[index];
  }
}
