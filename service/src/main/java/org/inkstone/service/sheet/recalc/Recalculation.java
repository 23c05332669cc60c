package org.inkstone.service.sheet.recalc;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.FormulaArea;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Budget;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.eval.FormulaTemplate;
import org.inkstone.service.sheet.eval.WorkbookEvaluation;
import org.inkstone.service.sheet.eval.WorkbookFormulas;
import org.inkstone.service.sheet.recalc.DependencyGraph.Changed;
import org.jspecify.annotations.Nullable;

/**
 * A workbook whose formulas are kept computed while its cells change. A change computes only the
 * cells that depend on it, those whose function changes with time or chance, and those whose
 * references only the calculation knows (OFFSET, INDIRECT). A formula that can't be computed here,
 * such as one that refers to another workbook, keeps its stored value. Not for several callers at
 * once; {@link Helpers} are other threads that it calls itself.
 */
public final class Recalculation {
  /** So often at most arrays may change their size within one recalculation. */
  private static final int MOST_ROUNDS = 10;

  private final Workbook workbook;
  private final WorkbookFormulas formulas;
  private final DependencyGraph graph;
  private final WorkbookEvaluation evaluation;
  private final Map<String, Integer> sheets = new HashMap<>();
  private Helpers helpers = Helpers.NONE;
  private @Nullable Levels levels;

  /**
   * What a recalculation did.
   *
   * @param computed how many formulas were computed
   */
  public record Outcome(long computed) {}

  private Recalculation(Workbook workbook, EvaluationContext context) {
    this.workbook = workbook;
    this.formulas = WorkbookFormulas.of(workbook);
    this.graph = DependencyGraph.of(workbook, formulas);
    this.evaluation = WorkbookEvaluation.open(context, formulas);
    for (int i = 0; i < workbook.sheets().size(); i++) {
      sheets.put(workbook.sheets().get(i).name().toLowerCase(Locale.ROOT), i);
    }
  }

  /**
   * Reads the formulas of a workbook and what they depend on; nothing is computed yet.
   *
   * @param budget what one cell may cost
   */
  public static Recalculation of(
      Workbook workbook, Clock clock, RandomGenerator random, Budget budget) {
    EvaluationContext context =
        new EvaluationContext(
            workbook,
            workbook.tables(),
            workbook.sheets().getFirst().name(),
            new CellAddress(0, 0),
            clock,
            random,
            budget);
    return new Recalculation(workbook, context);
  }

  /** Lets other threads help where many cells are to be computed; values stay the same. */
  public Recalculation with(Helpers threads) {
    helpers = threads;
    return this;
  }

  /** Computes every formula anew. */
  public Outcome all() {
    DirtyCells dirty = new DirtyCells();
    for (int run = 0; run < graph.runs(); run++) {
      dirty.mark(run, 0, graph.run(run).rows() - 1, (r, from, to) -> {});
    }
    return compute(dirty);
  }

  /**
   * Puts a constant into a cell and computes what depends on it.
   *
   * @throws IllegalArgumentException if there is no such sheet or the cell is part of an array
   */
  public Outcome set(String sheet, CellAddress cell, Scalar value) {
    return change(sheet, cell, SheetCell.of(value), null);
  }

  /**
   * Puts a formula into a cell and computes it and what depends on it.
   *
   * @param formula in canonical en-US form
   * @throws org.inkstone.service.sheet.formula.FormulaSyntaxException if it is none
   * @throws IllegalArgumentException if there is no such sheet or the cell is part of an array
   */
  public Outcome setFormula(String sheet, CellAddress cell, String formula) {
    FormulaTemplate template = formulas.written(formula, cell);
    return change(sheet, cell, new SheetCell(Scalar.blank(), formula, null), template);
  }

  private Outcome change(
      String name, CellAddress cell, SheetCell content, @Nullable FormulaTemplate template) {
    int sheet = sheet(name);
    requireOwn(sheet, cell);
    List<Changed> roots = new ArrayList<>();
    roots.add(new Changed(sheet, evaluation.filled(sheet, cell.row(), cell.column())));
    boolean formula = graph.runOf(sheet, cell.row(), cell.column()) >= 0;
    List<CellAddress> spilling = evaluation.spillingInto(sheet, cell.row(), cell.column());
    evaluation.change(sheet, cell, content, template);
    if (formula || template != null) {
      graph.change(sheet, cell, template);
      levels = null;
    }
    DirtyCells dirty = new DirtyCells();
    if (template != null) {
      dirty.mark(graph.runOf(sheet, cell.row(), cell.column()), 0, 0, (r, from, to) -> {});
    }
    for (CellAddress first : spilling) {
      int run = graph.runOf(sheet, first.row(), first.column());
      if (run >= 0 && !first.equals(cell)) {
        int row = first.row() - graph.run(run).firstRow();
        dirty.mark(run, row, row, (r, from, to) -> {});
        roots.add(new Changed(sheet, evaluation.filled(sheet, first.row(), first.column())));
      }
    }
    graph.dependents(roots, evaluation, dirty);
    return compute(dirty);
  }

  private int sheet(String name) {
    Integer number = sheets.get(name.toLowerCase(Locale.ROOT));
    if (number == null) {
      throw new IllegalArgumentException("the workbook has no sheet called " + name);
    }
    return number;
  }

  private void requireOwn(int sheet, CellAddress cell) {
    for (FormulaArea area : workbook.sheets().get(sheet).areas()) {
      CellRange range = area.range();
      boolean first = range.firstRow() == cell.row() && range.firstColumn() == cell.column();
      if (area.kind() == FormulaArea.Kind.FIXED
          && range.contains(cell.row(), cell.column())
          && (!first || range.rows() > 1 || range.columns() > 1)) {
        throw new IllegalArgumentException(
            cell + " is a part of the array in " + range + ", which can't be changed alone");
      }
    }
  }

  private Outcome compute(DirtyCells dirty) {
    long computed = 0;
    evaluation.begin();
    DirtyCells round = dirty;
    for (int i = 0; i < MOST_ROUNDS; i++) {
      List<Changed> resized = new ArrayList<>();
      computed += computeOnce(round, resized);
      if (resized.isEmpty()) {
        break;
      }
      round = new DirtyCells();
      graph.dependents(resized, evaluation, round);
    }
    return new Outcome(computed);
  }

  /**
   * Computes cells.
   *
   * @param resized takes the cells of arrays that have grown or shrunk
   */
  private long computeOnce(DirtyCells dirty, List<Changed> resized) {
    long[] count = {0};
    Set<Changed> before = new HashSet<>();
    dirty.each((run, from, to) -> {
      FormulaRun node = graph.run(run);
      for (int row = node.firstRow() + from; row <= node.firstRow() + to; row++) {
        if (graph.isCurrent(run, row)) {
          if (evaluation.fills(node.sheet())) {
            before.add(filled(node, row));
          }
          evaluation.forget(node.sheet(), row, node.column());
        }
      }
    });
    computeInParallel(dirty);
    dirty.each((run, from, to) -> {
      FormulaRun node = graph.run(run);
      for (int row = node.firstRow() + from; row <= node.firstRow() + to; row++) {
        if (graph.isCurrent(run, row)) {
          count[0]++;
          evaluation.compute(node.sheet(), row, node.column());
          if (evaluation.fills(node.sheet())) {
            Changed now = filled(node, row);
            boolean several = now.range().rows() > 1 || now.range().columns() > 1;
            if (!before.contains(now) && several) {
              resized.add(now);
            }
          }
        }
      }
    });
    return count[0];
  }

  private void computeInParallel(DirtyCells dirty) {
    if (helpers.most() > 0
        && dirty.size() >= Helpers.FEWEST_CELLS
        && evaluation.readyForHelpers()) {
      Levels known = levels == null ? Levels.of(graph) : levels;
      levels = known;
      new ParallelPass(graph, known, evaluation, helpers).compute(dirty);
    }
  }

  private Changed filled(FormulaRun run, int row) {
    return new Changed(run.sheet(), evaluation.filled(run.sheet(), row, run.column()));
  }

  /** The value that a cell shows. */
  public Scalar value(String sheet, CellAddress cell) {
    return evaluation.value(sheet(sheet), cell.row(), cell.column());
  }

  /** Cells whose formulas lead back to themselves, in the form {@code Sheet1!A1}. */
  public Set<String> circles() {
    return evaluation.circles();
  }

  /** What readers of the values must know, in English. */
  public Set<String> warnings() {
    return evaluation.warnings();
  }

  /** How many ranges are kept to know what depends on what. */
  public int edges() {
    return graph.edges();
  }

  /** How many runs of filled-down formulas there are. */
  public int runs() {
    return graph.runs();
  }

  /** The workbook as it is now: cells as they were changed, formulas with their values. */
  public Workbook workbook() {
    Workbook now = workbook;
    for (int i = 0; i < workbook.sheets().size(); i++) {
      Sheet sheet = workbook.sheets().get(i);
      now = now.with(sheet.with(evaluation.changed(i)));
    }
    return now;
  }
}
