package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
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
  /** Sheets above this size are not copied again and again. */
  private static final int MOST_CELLS = 200_000;

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

  /** How the value reacts to each change that makes sense; nothing where no table is read. */
  static List<Reaction> of(Executed executed, Calculator calculator) {
    boolean small =
        executed.schema().workbook().sheets().stream()
            .allMatch(s -> s.cells().size() <= MOST_CELLS);
    Optional<TableView> view = small ? executed.mainTable() : Optional.empty();
    return view.map(v -> new VariantRuns(executed, calculator, v).run()).orElse(List.of());
  }

  private List<Reaction> run() {
    CellAddress telling = tellingCell();
    if (telling != null) {
      changeCell(telling);
    }
    if (!judge.readsRows()) {
      return reactions;
    }
    int like = telling == null ? variants.data().lastRow() : telling.row();
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

  private void changeCell(CellAddress at) {
    DataVariant blank = variants.blank(at);
    Computed blanked = compute(blank);
    if (variants.cell(at).value() instanceof Scalar.Num number) {
      Computed zero = compute(variants.zero(at));
      reactions.add(judge.blank(blank, blanked, zero));
      DataVariant text = variants.textNumber(at, number.value());
      reactions.add(judge.textNumber(text, compute(text), blanked, zero));
    } else {
      reactions.add(judge.blank(blank, blanked, null));
    }
  }

  /** A cell whose change shows in the value; the first one that is read if there is none. */
  private @Nullable CellAddress tellingCell() {
    List<CellAddress> candidates = variants.candidates();
    for (CellAddress at : candidates) {
      SheetCell cell = variants.cell(at);
      SheetCell other =
          cell.value() instanceof Scalar.Num number
              ? new SheetCell(Scalar.of(number.value() * 2 + 1000), null, cell.format())
              : SheetCell.blank();
      Computed value = compute(variants.cell(Change.BLANK, new Wording("", ""), at, other));
      if (value != null && !value.sameAs(executed.computed())) {
        return at;
      }
    }
    return candidates.isEmpty() ? null : candidates.getFirst();
  }

  private @Nullable Computed compute(DataVariant variant) {
    try {
      return calculator.compute(variant.formula(), variant.schema(), variant.place());
    } catch (EvaluationException e) {
      return null; // the budget is spent
    }
  }
}
