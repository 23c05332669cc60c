package org.inkstone.service.plan.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.Budget;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.eval.FormulaEvaluator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.function.Product;
import org.junit.jupiter.api.Test;

/** The printed formula and the plan's own meaning check each other. */
class PlanPrinterTest {
  private static final int PLANS = 6_000;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-15T08:00:00Z"), ZoneOffset.UTC);

  private final FormulaEvaluator evaluator = new FormulaEvaluator();

  @Test
  void thePrintedFormulaGivesThePlansOwnMeaning() {
    Random random = new Random(20261125);
    RandomPlans plans = new RandomPlans(random);
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> kinds = new HashMap<>();
    for (int i = 0; i < PLANS; i++) {
      Schema schema = plans.table(i % 3 != 0);
      TableView table = schema.tables().getFirst();
      Plan plan = i % 3 == 1 ? plans.rowPlan(table) : plans.plan(table);
      kinds.merge(plan.getClass().getSimpleName(), 1, Integer::sum);
      Product product =
          List.of(Product.EXCEL_365, Product.EXCEL_365, Product.EXCEL_2021, Product.EXCEL_2016)
              .get(i % 4);
      compare(plan, schema, product, wrong);
    }
    assertEquals(List.of(), wrong.stream().limit(12).toList());
    assertTrue(kinds.size() >= 18, "kinds of plans: " + kinds);
  }

  private void compare(Plan plan, Schema schema, Product product, List<String> wrong) {
    TableView table = schema.tables().getFirst();
    if (product == Product.EXCEL_2016 && needsSpills(plan)) {
      return; // a list of any length has no place there
    }
    boolean down = plan.shape() == Plan.Shape.ROW;
    PlanMeaning meaning = new PlanMeaning(schema);
    List<List<Scalar>> expected =
        down ? meaning.down(plan, table).stream().map(List::of).toList() : meaning.rows(plan);
    String formula =
        FormulaPrinter.print(PlanPrinter.print(plan, new PrintSite(product, "Data", 1)));
    List<List<Scalar>> given = evaluate(formula, schema, down);
    if (!same(expected, given)) {
      String cells =
          schema.workbook().sheets().getFirst().cells().entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue().value())
              .toList()
              .toString();
      wrong.add(formula + "\n  meant " + expected + "\n  gives " + given + "\n  " + cells);
    }
  }

  private static boolean needsSpills(Plan plan) {
    return plan.shape() == Plan.Shape.LIST
        || plan instanceof Plan.BestGroup
        || plan instanceof Plan.Aggregate a && a.function() == AggregateFunction.COUNT_DISTINCT;
  }

  private List<List<Scalar>> evaluate(String formula, Schema schema, boolean down) {
    TableView table = schema.tables().getFirst();
    Expr parsed = FormulaParser.parse("=" + formula);
    EvaluationContext context =
        new EvaluationContext(
            schema.workbook(),
            List.of(table.table()),
            "Data",
            new CellAddress(1, 9),
            CLOCK,
            new Random(1),
            Budget.DEFAULT);
    if (!down) {
      return evaluator.evaluate(parsed, context).rows();
    }
    List<List<Scalar>> rows = new ArrayList<>();
    for (Evaluation one : evaluator.fillDown(parsed, context, table.table().data().rows())) {
      rows.add(List.of(one.scalar()));
    }
    return rows;
  }

  static boolean same(List<List<Scalar>> expected, List<List<Scalar>> given) {
    if (expected.getFirst().getFirst() instanceof Scalar.Err && expected.size() == 1) {
      return given.getFirst().getFirst() instanceof Scalar.Err; // a list without rows
    } else if (expected.size() != given.size()) {
      return false;
    }
    for (int r = 0; r < expected.size(); r++) {
      for (int c = 0; c < expected.get(r).size(); c++) {
        if (given.get(r).size() <= c || !same(expected.get(r).get(c), given.get(r).get(c))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean same(Scalar expected, Scalar given) {
    if (expected instanceof Scalar.Num a && given instanceof Scalar.Num b) {
      return Math.abs(a.value() - b.value()) <= 1e-9 * Math.max(1, Math.abs(a.value()));
    } else if (expected instanceof Scalar.Err) {
      return given instanceof Scalar.Err; // which error is not promised
    } else if (expected instanceof Scalar.Blank) {
      return Values.isEmpty(given) || given.equals(Scalar.of(0.0)); // a blank is shown as 0
    }
    return expected.equals(given);
  }
}
