package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.CellOrRows;
import org.inkstone.sdk.model.FormulaProof;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.eval.CellsRead;
import org.inkstone.service.sheet.eval.Evaluation;
import org.jspecify.annotations.Nullable;

/** Makes the proof that goes out of runs. */
final class Proofs {
  private static final int MOST_RANGES = 50;

  private Proofs() {}

  /**
   * The proof of a formula.
   *
   * @param whole whether the values go with it; they may stand beside it
   */
  static FormulaProof of(
      Executed executed, List<Reaction> reactions, boolean whole, boolean chinese) {
    List<Evaluation> evaluations = executed.computed().evaluations();
    Evaluation first = executed.computed().first();
    boolean fillDown = executed.place().fillDown();
    return new FormulaProof(
        Calculator.ENGINE,
        cellsRead(executed.computed()),
        rangesRead(executed.computed()),
        whole ? CellValues.of(first) : null,
        whole ? CellValues.as(first.format()) : null,
        whole && fillDown ? evaluations.stream().map(CellValues::of).toList() : null,
        reactions.stream().map(r -> variant(r, chinese)).toList());
  }

  static int cellsRead(Computed computed) {
    long cells = computed.evaluations().stream().mapToLong(e -> e.reads().cells()).sum();
    return Math.toIntExact(Math.min(cells, Integer.MAX_VALUE));
  }

  /** The ranges that were read, those inside others and neighbours in one column put together. */
  static List<String> rangesRead(Computed computed) {
    List<CellsRead.SheetRange> all = new ArrayList<>();
    for (Evaluation evaluation : computed.evaluations()) {
      all.addAll(evaluation.reads().ranges());
    }
    return CompactRanges.of(all).stream()
        .limit(MOST_RANGES)
        .map(r -> r.sheet() + "!" + r.range())
        .toList();
  }

  private static FormulaProof.Variant variant(Reaction reaction, boolean chinese) {
    Computed after = reaction.after();
    int row = after == null ? 0 : firstDifference(reaction.before(), after);
    return new FormulaProof.Variant(
        reaction.variant().change().wire(),
        reaction.variant().description().in(chinese),
        reaction.variant().changes().stream()
            .map(c -> new FormulaProof.CellChange(c.cell(), cell(c.from()), cell(c.to())))
            .toList(),
        at(reaction.before(), row),
        after == null ? null : at(after, row),
        reaction.verdict().wire(),
        reaction.reason().in(chinese));
  }

  private static @Nullable CellOrRows at(Computed computed, int row) {
    return row < computed.evaluations().size()
        ? CellValues.of(computed.evaluations().get(row))
        : null;
  }

  private static int firstDifference(Computed before, Computed after) {
    int rows = Math.min(before.evaluations().size(), after.evaluations().size());
    for (int row = 0; row < rows; row++) {
      Computed one = new Computed(List.of(before.evaluations().get(row)));
      if (!one.sameAs(new Computed(List.of(after.evaluations().get(row))))) {
        return row;
      }
    }
    return 0;
  }

  private static Cell cell(SheetCell cell) {
    Cell value = CellValues.cell(cell.value());
    return cell.formula() == null ? value : new Cell.FormulaCell("=" + cell.formula(), value);
  }
}
