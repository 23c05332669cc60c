package org.inkstone.service.task.formula;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.inkstone.sdk.model.EvaluateRequest;
import org.inkstone.sdk.model.ExplainResult;
import org.inkstone.service.plan.Language;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.sheet.eval.Traced;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.task.Task;
import org.inkstone.service.task.TaskContext;
import org.inkstone.service.task.TaskException;
import org.inkstone.service.task.WorkbookStore;

/** What a given formula computes, in words and step by step, from its tree and its values. */
public final class FormulaExplanation implements Task<EvaluateRequest, ExplainResult> {
  private final SheetInputReader inputs;
  private final Calculator calculator;
  private final Executor work;

  /**
   * @param work runs the CPU work
   */
  public FormulaExplanation(WorkbookStore workbooks, Executor work, Clock clock) {
    this.inputs = new SheetInputReader(workbooks);
    this.calculator = new Calculator(clock);
    this.work = work;
  }

  @Override
  public CompletionStage<ExplainResult> run(TaskContext context, EvaluateRequest request) {
    try {
      SheetInputReader.Source source = FormulaEvaluation.source(request);
      return inputs
          .workbook(context, source)
          .thenApplyAsync(w -> explain(request, SheetInputReader.read(w, source)), work);
    } catch (TaskException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private ExplainResult explain(EvaluateRequest request, SheetInput input) {
    Expr formula = FormulaEvaluation.parse(request.formula(), input.product());
    return LargeStack.run(formula, () -> explain(request, input, formula));
  }

  private ExplainResult explain(EvaluateRequest request, SheetInput input, Expr formula) {
    Names names = new Names(input.schema(), input.place());
    FormulaExplainer explainer =
        new FormulaExplainer(language(request), input.schema(), input.place());
    try {
      Traced traced = calculator.trace(names.toRanges(formula), input.schema(), input.place());
      return new ExplainResult(
          explainer.explain(traced, input.place().fillDown()),
          CellValues.of(traced.evaluation()),
          explainer.steps(traced),
          explainer.tree(traced));
    } catch (EvaluationException e) {
      throw new TaskException("/formula", String.valueOf(e.getMessage()));
    }
  }

  static Language language(EvaluateRequest request) {
    String language = request.language();
    if (language == null || language.equals("en")) {
      return Language.ENGLISH;
    } else if (language.equals("zh")) {
      return Language.CHINESE;
    }
    throw new TaskException("/language", "must be en or zh, was " + language);
  }
}
