package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.check.Wording;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.task.formula.DataVariant.Change;
import org.jspecify.annotations.Nullable;

/** Runs a formula on changed data. */
final class VariantRuns {
  /** Sheets above this size take seconds. */
  private static final int MOST_CELLS = 200_000;

  /** Columns in which a cell is changed; the one that says most is shown. */
  private static final int MOST_COLUMNS = 3;

  private final Executed executed;
  private final Calculator calculator;
  private final DataVariants variants;
  private final VariantJudge judge;
  private final List<Reaction> reactions = new ArrayList<>();

  private VariantRuns(Executed executed, Calculator calculator, TableView view) {
    this.executed = executed;
    this.calculator = calculator;
    this.variants = new DataVariants(executed, view);
    this.judge = new VariantJudge(executed, view);
  }

  /** Whether the data can be copied again and again in little time. */
  static boolean isQuick(Executed executed) {
    return executed.schema().workbook().sheets().stream()
        .allMatch(s -> s.cells().size() <= MOST_CELLS);
  }

  /** How the value reacts to each change that makes sense; nothing where no table is read. */
  static List<Reaction> of(Executed executed, Calculator calculator) {
    return executed
        .mainTable()
        .map(v -> new VariantRuns(executed, calculator, v).run())
        .orElse(List.of());
  }

  private List<Reaction> run() {
    List<CellAddress> telling = tellingCells();
    telling.stream()
        .map(this::changed)
        .max(Comparator.comparing(made -> made.getFirst().verdict()))
        .ifPresent(reactions::addAll);
    if (!judge.readsRows()) {
      return reactions;
    }
    int like = telling.isEmpty() ? variants.data().lastRow() : telling.getFirst().row();
    variants.inside(Change.DUPLICATE, like).ifPresent(this::add);
    Optional<DataVariant> inside = variants.inside(Change.EXTRA_ROW, like);
    inside.ifPresent(this::add);
    boolean counts = inside.isPresent() && last().verdict() != Reaction.Verdict.UNCHANGED;
    variants.below(like).ifPresent(v -> reactions.add(judge.below(v, compute(v), counts)));
    variants.emptyGroup().ifPresent(this::add);
    if (variants.data().rows() > 1) {
      add(variants.reordered());
    }
    return reactions;
  }

  private Reaction last() {
    return reactions.getLast();
  }

  private void add(DataVariant variant) {
    reactions.add(judge.reaction(variant, compute(variant)));
  }

  /** The reactions to a cell's being blank, and to its number's being a text. */
  private List<Reaction> changed(CellAddress at) {
    DataVariant blank = variants.blank(at);
    Computed blanked = compute(blank);
    if (!(variants.cell(at).value() instanceof Scalar.Num number)) {
      return List.of(judge.blank(blank, blanked, null));
    }
    Computed zero = compute(variants.zero(at));
    DataVariant text = variants.textNumber(at, number.value());
    return List.of(
        judge.blank(blank, blanked, zero), judge.textNumber(text, compute(text), blanked, zero));
  }

  /**
   * In each of a few columns a cell whose change shows in the value, else the first that is read.
   */
  private List<CellAddress> tellingCells() {
    List<CellAddress> candidates = variants.candidates();
    Map<Integer, CellAddress> found = new LinkedHashMap<>();
    for (CellAddress at : candidates) {
      boolean wanted = found.size() < MOST_COLUMNS && !found.containsKey(at.column());
      if (wanted && isTelling(at)) {
        found.put(at.column(), at);
      }
    }
    return found.isEmpty() ? candidates.stream().limit(1).toList() : List.copyOf(found.values());
  }

  private boolean isTelling(CellAddress at) {
    SheetCell cell = variants.cell(at);
    SheetCell other =
        cell.value() instanceof Scalar.Num number
            ? new SheetCell(Scalar.of(number.value() * 2 + 1000), null, cell.format())
            : SheetCell.blank();
    Computed value = compute(variants.cell(Change.BLANK, new Wording("", ""), at, other));
    return value != null && !value.sameAs(executed.computed());
  }

  private @Nullable Computed compute(DataVariant variant) {
    try {
      return calculator.compute(variant.formula(), variant.schema(), variant.place());
    } catch (EvaluationException e) {
      return null; // the budget is spent
    }
  }
}
