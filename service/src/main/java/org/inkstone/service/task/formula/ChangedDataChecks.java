package org.inkstone.service.task.formula;

import java.util.List;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.task.formula.DataVariant.Change;
import org.inkstone.service.task.formula.Reaction.Verdict;
import org.inkstone.service.verify.Finding;
import org.jspecify.annotations.Nullable;

/** Runs an answer on changed data and judges how its value reacts, knowing what was asked. */
final class ChangedDataChecks {
  static final String CHANGED_DATA = "changed_data";
  static final String DEPENDS_ON_DATA = "depends_on_data";

  private final Answer answer;
  private final Calculator calculator;
  private final List<Reaction> reactions;

  private ChangedDataChecks(Answer answer, Calculator calculator) {
    this.answer = answer;
    this.calculator = calculator;
    this.reactions =
        VariantRuns.of(answer.executed(), calculator).stream().map(this::asAsked).toList();
  }

  /** The runs, and the findings of the two checks that rest on them. */
  record Result(List<Reaction> reactions, List<Finding> findings) {}

  static Result run(Answer answer, Calculator calculator) {
    ChangedDataChecks checks = new ChangedDataChecks(answer, calculator);
    return new Result(checks.reactions, List.of(checks.reacts(), checks.depends()));
  }

  /** What may be wanted of a formula that nobody explained is wrong in an answer. */
  private Reaction asAsked(Reaction reaction) {
    Computed after = reaction.after();
    Change change = reaction.variant().change();
    boolean same = after != null && after.sameAs(answer.computed());
    boolean wrong =
        switch (change) {
          case EMPTY_GROUP -> same;
          case REORDERED_ROWS -> reaction.verdict() == Verdict.WARNING && !dependsOnOrder();
          default -> false;
        };
    return wrong || after == null
        ? new Reaction(
            reaction.variant(), reaction.before(), after, Verdict.FAILED, reaction.reason())
        : reaction;
  }

  private boolean dependsOnOrder() {
    Links links = answer.question().links();
    return links.has(Cue.ORDINAL) && links.has(Cue.LOOKUP);
  }

  private Finding reacts() {
    boolean chinese = answer.question().language() == Language.CHINESE;
    List<String> failed =
        reactions.stream()
            .filter(r -> r.verdict() == Verdict.FAILED)
            .map(r ->
                r.variant().change().wire() + " (" + r.variant().description().in(chinese) + ")")
            .toList();
    return failed.isEmpty()
        ? Finding.passed(CHANGED_DATA, "reacts as it should to " + reactions.size() + " changes")
        : Finding.fault(CHANGED_DATA, "reacts wrongly to " + failed);
  }

  private Finding depends() {
    boolean depends =
        reactions.stream()
            .map(Reaction::after)
            .anyMatch(after -> after != null && !after.sameAs(answer.computed()));
    for (int way = 0; way < ShakenData.WAYS && !depends; way++) {
      Computed shaken = compute(ShakenData.of(answer, way));
      depends = shaken != null && !shaken.sameAs(answer.computed());
    }
    return depends
        ? Finding.passed(DEPENDS_ON_DATA, "other data give another value")
        : Finding.fault(DEPENDS_ON_DATA, "the value is the same whatever the data are");
  }

  private @Nullable Computed compute(Schema schema) {
    try {
      return calculator.compute(answer.ranges(), schema, answer.question().place());
    } catch (EvaluationException e) {
      return null; // the budget is spent
    }
  }
}
