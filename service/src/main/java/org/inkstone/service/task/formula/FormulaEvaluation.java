package org.inkstone.service.task.formula;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.inkstone.sdk.model.CellOrRows;
import org.inkstone.sdk.model.EvaluateRequest;
import org.inkstone.sdk.model.EvaluateResult;
import org.inkstone.sdk.model.Verification;
import org.inkstone.service.plan.Language;
import org.inkstone.service.sheet.dialect.Dialect;
import org.inkstone.service.sheet.dialect.Fit;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.sheet.function.Product;
import org.inkstone.service.task.Task;
import org.inkstone.service.task.TaskContext;
import org.inkstone.service.task.TaskException;
import org.inkstone.service.task.WorkbookStore;
import org.inkstone.service.verify.Finding;
import org.jspecify.annotations.Nullable;

/** The value of a given formula over a sheet: no model is asked. */
public final class FormulaEvaluation implements Task<EvaluateRequest, EvaluateResult> {
  private final SheetInputReader inputs;
  private final Calculator calculator;
  private final Executor work;

  /**
   * @param work runs the CPU work
   */
  public FormulaEvaluation(WorkbookStore workbooks, Executor work, Clock clock) {
    this.inputs = new SheetInputReader(workbooks);
    this.calculator = new Calculator(clock);
    this.work = work;
  }

  @Override
  public CompletionStage<EvaluateResult> run(TaskContext context, EvaluateRequest request) {
    try {
      SheetInputReader.Source source = source(request);
      return inputs
          .workbook(context, source)
          .thenApplyAsync(w -> evaluate(request, SheetInputReader.read(w, source)), work);
    } catch (TaskException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  static SheetInputReader.Source source(EvaluateRequest request) {
    return new SheetInputReader.Source(
        request.sheet(),
        request.sheets(),
        request.workbookId(),
        request.sheetName(),
        null,
        request.target(),
        request.cell(),
        Boolean.TRUE.equals(request.fillDown()));
  }

  private EvaluateResult evaluate(EvaluateRequest request, SheetInput input) {
    Expr formula = parse(request.formula(), input.product());
    return LargeStack.run(formula, () -> evaluate(request, input, formula));
  }

  private EvaluateResult evaluate(EvaluateRequest request, SheetInput input, Expr formula) {
    Names names = new Names(input.schema(), input.place());
    Expr ranges = names.toRanges(formula);
    try {
      Computed computed = calculator.compute(ranges, input.schema(), input.place());
      List<Evaluation> all = computed.evaluations();
      List<CellOrRows> results =
          input.place().fillDown() ? all.stream().map(CellValues::of).toList() : null;
      return new EvaluateResult(
          CellValues.of(computed.first()),
          results,
          CellValues.as(computed.first().format()),
          Proofs.cellsRead(computed),
          Calculator.ENGINE,
          computed.first().warnings(),
          verification(executed(ranges, names, computed, input), chinese(request)));
    } catch (EvaluationException e) {
      throw new TaskException("/formula", String.valueOf(e.getMessage()));
    }
  }

  private static Executed executed(Expr ranges, Names names, Computed computed, SheetInput input) {
    Expr named = names.toNames(ranges);
    return new Executed(
        named, ranges, computed, ConditionReader.read(named, names), input.schema(), input.place());
  }

  private Verification verification(Executed executed, boolean chinese) {
    List<Finding> findings =
        new ArrayList<>(new SheetChecks(calculator, chinese).ofGiven(executed));
    boolean quick = VariantRuns.isQuick(executed);
    List<Reaction> reactions = quick ? VariantRuns.of(executed, calculator) : List.of();
    if (!quick) {
      String detail =
          chinese
              ? "工作表过大，没有用改动后的数据试算"
              : "not run: the sheet is too large to be tried with changes";
      findings.add(Finding.note(ChangedDataChecks.CHANGED_DATA, detail, List.of()));
    }
    List<Verification.Check> checks = findings.stream().map(Finding::toCheck).toList();
    return new Verification(checks, Proofs.of(executed, reactions, false, chinese));
  }

  private static boolean chinese(EvaluateRequest request) {
    return FormulaExplanation.language(request) == Language.CHINESE;
  }

  /** Reads a formula; fails where it is none, or has a function that is refused or not there. */
  static Expr parse(@Nullable String text, Product product) {
    if (text == null || text.isBlank()) {
      throw new TaskException("/formula", "must be a formula such as =SUM(A1:A9), was empty");
    }
    try {
      Expr formula = FormulaParser.parse(text.strip());
      Set<String> functions =
          ExprTree.nodes(formula, Expr.Call.class)
              .map(Expr.Call::function)
              .collect(java.util.stream.Collectors.toSet());
      functions.forEach(FormulaEvaluation::requireComputed);
      if (Dialect.fit(formula, product) instanceof Fit.Refused refused) {
        throw new TaskException("/formula", product.spoken() + " has no " + refused.missing());
      }
      return formula;
    } catch (FormulaSyntaxException e) {
      throw new TaskException("/formula", String.valueOf(e.getMessage()));
    }
  }

  private static void requireComputed(String name) {
    FunctionInfo info = FunctionCatalog.standard().find(name).orElse(null);
    if (info == null) {
      return; // an unknown function is the value #NAME?, as in a spreadsheet
    } else if (!info.computed()) {
      throw new TaskException("/formula", name + " is refused: " + info.refusal());
    }
  }
}
