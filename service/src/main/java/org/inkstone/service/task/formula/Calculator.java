package org.inkstone.service.task.formula;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.check.FormulaSubject;
import org.inkstone.service.sheet.eval.Budget;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.eval.FormulaEvaluator;
import org.inkstone.service.sheet.eval.Traced;
import org.inkstone.service.sheet.formula.Expr;

/** Runs formulas of one request, each time with the same time and chance. */
final class Calculator {
  static final String ENGINE = "inkstone-calc 0.1";

  /** Enough for a formula over a hundred thousand rows; a candidate that needs more is dropped. */
  private static final Budget BUDGET = new Budget(20_000_000);

  private final FormulaEvaluator evaluator = new FormulaEvaluator();
  private final Clock clock;

  Calculator(Clock clock) {
    this.clock = clock;
  }

  /** Runs a formula on the request's own data. */
  Computed compute(Expr formula, Schema schema, Place place) {
    List<Table> tables = schema.tables().stream().map(TableView::table).toList();
    return compute(formula, schema.workbook(), tables, place);
  }

  /** Runs a formula on other data. */
  Computed compute(Expr formula, Workbook workbook, List<Table> tables, Place place) {
    EvaluationContext context = context(workbook, tables, place);
    return place.fillDown()
        ? new Computed(evaluator.fillDown(formula, context, place.rows()))
        : new Computed(List.of(evaluator.evaluate(formula, context)));
  }

  /** Runs a formula, keeping the value of every part; with fill-down those of the first row. */
  Traced trace(Expr formula, Schema schema, Place place) {
    List<Table> tables = schema.tables().stream().map(TableView::table).toList();
    return evaluator.trace(formula, context(schema.workbook(), tables, place));
  }

  /** A formula as the checks of any formula see it. */
  FormulaSubject subject(Expr formula, Schema schema, Place place) {
    List<Table> tables = schema.tables().stream().map(TableView::table).toList();
    return new FormulaSubject(formula, context(schema.workbook(), tables, place), place.rows());
  }

  private EvaluationContext context(Workbook workbook, List<Table> tables, Place place) {
    return new EvaluationContext(
        workbook, tables, place.sheet(), place.cell(), clock, new Random(1), BUDGET);
  }
}
