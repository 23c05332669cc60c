package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.inkstone.sdk.model.FormulaProof;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.verify.Finding;
import org.jspecify.annotations.Nullable;

/** Runs an answer on changed data and judges how its value reacts. */
final class VariantRuns {
  static final String CHANGED_DATA = "changed_data";
  static final String DEPENDS_ON_DATA = "depends_on_data";

  private static final String SUSPICIOUS = "suspicious";

  private final Answer answer;
  private final Calculator calculator;
  private final List<FormulaProof.Variant> variants = new ArrayList<>();
  private boolean changed;

  private VariantRuns(Answer answer, Calculator calculator) {
    this.answer = answer;
    this.calculator = calculator;
  }

  /** The runs, and the findings of the two checks that rest on them. */
  record Result(List<FormulaProof.Variant> variants, List<Finding> findings) {}

  static Result run(Answer answer, Calculator calculator) {
    VariantRuns runs = new VariantRuns(answer, calculator);
    DataVariants.of(answer).forEach(runs::run);
    return new Result(List.copyOf(runs.variants), List.of(runs.reactions(), runs.dependence()));
  }

  private void run(DataVariant variant) {
    Computed value = compute(variant.schema(), variant.place());
    String verdict = value == null ? SUSPICIOUS : verdict(variant, value);
    changed |= value != null && !value.sameAs(answer.computed());
    variants.add(
        new FormulaProof.Variant(
            variant.change(),
            variant.description(),
            value == null ? null : CellValues.of(value.first()),
            verdict));
  }

  private @Nullable Computed compute(Schema schema, Place place) {
    try {
      return calculator.compute(new Names(schema, place).toRanges(answer.named()), schema, place);
    } catch (EvaluationException e) {
      return null; // the budget is spent
    }
  }

  private String verdict(DataVariant variant, Computed value) {
    boolean same = value.sameAs(answer.computed());
    boolean suspicious =
        switch (variant.expected()) {
          case NO_NEW_ERROR -> value.hasError() && !answer.computed().hasError() && isAggregate();
          case CHANGES -> same;
          case SAME_VALUES -> !sameInAnyOrder(value) && !dependsOnOrder();
        };
    return suspicious ? SUSPICIOUS : same ? "unchanged" : "changed_as_expected";
  }

  /** A blank divisor is an error in its own row only; over many rows it must not be. */
  private boolean isAggregate() {
    return !answer.question().fillDown();
  }

  private boolean dependsOnOrder() {
    Links links = answer.question().links();
    return links.has(Cue.ORDINAL) && links.has(Cue.LOOKUP);
  }

  private boolean sameInAnyOrder(Computed value) {
    List<Scalar> left = new ArrayList<>(value.values());
    List<Scalar> right = new ArrayList<>(answer.computed().values());
    if (answer.question().fillDown()) {
      Collections.reverse(left);
      return Computed.same(left, right);
    }
    Comparator<Scalar> byText = Comparator.comparing(Scalar::toString);
    left.sort(byText);
    right.sort(byText);
    return Computed.same(left, right);
  }

  private Finding reactions() {
    List<String> suspicious =
        variants.stream()
            .filter(v -> v.verdict().equals(SUSPICIOUS))
            .map(v -> v.change() + " (" + v.description() + ")")
            .toList();
    return suspicious.isEmpty()
        ? Finding.passed(CHANGED_DATA, "reacts as it should to " + variants.size() + " changes")
        : Finding.fault(CHANGED_DATA, "reacts wrongly to " + suspicious);
  }

  private Finding dependence() {
    boolean depends = changed;
    for (int way = 0; way < DataVariants.WAYS && !depends; way++) {
      Computed shaken = compute(DataVariants.shaken(answer, way), answer.question().place());
      depends = shaken != null && !shaken.sameAs(answer.computed());
    }
    return depends
        ? Finding.passed(DEPENDS_ON_DATA, "other data give another value")
        : Finding.fault(DEPENDS_ON_DATA, "the value is the same whatever the data are");
  }
}
