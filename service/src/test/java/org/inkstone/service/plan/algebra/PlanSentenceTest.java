package org.inkstone.service.plan.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.junit.jupiter.api.Test;

/** What a plan computes is said plainly in both languages. */
class PlanSentenceTest {
  private final Schema schema = new RandomPlans(new Random(7)).table(false);
  private final TableView table = schema.tables().getFirst();

  private Plan field(int column) {
    return Plan.Field.of(table.columns().get(column));
  }

  private void said(Plan plan, String english, String chinese) {
    assertEquals(english, PlanSentence.of(plan, Language.ENGLISH));
    assertEquals(chinese, PlanSentence.of(plan, Language.CHINESE));
  }

  @Test
  void saysAggregatesWithTheirConditions() {
    Condition north = new Condition.Compare(field(1), Comparison.EQUAL, Plan.Literal.of("North"));
    Condition many = new Condition.Compare(field(3), Comparison.AT_LEAST, Plan.Literal.of(8));
    said(
        new Plan.Aggregate(
            AggregateFunction.SUM, table, field(6), Condition.all(List.of(north, many))),
        "the sum of Extra where Group = \"North\" and Units ≥ 8",
        "Group = “North”且Units ≥ 8的行中，Extra的合计");
    said(
        new Plan.Aggregate(
            AggregateFunction.COUNT, table, null, new Condition.Blank(field(2), true)),
        "the number of rows where Name is blank",
        "Name为空的行中，行数");
  }

  @Test
  void saysRowsAndLists() {
    said(
        new Plan.ExtremeRow(table, field(2), field(3), 1, true, Condition.always()),
        "the Name with the highest Units",
        "Units最高的Name");
    said(
        new Plan.Choose(
            List.of(
                new Plan.Case(
                    new Condition.Compare(field(3), Comparison.GREATER, Plan.Literal.of(5)),
                    Plan.Literal.of("many"))),
            Plan.Literal.of("few")),
        "\"many\" if Units > 5, otherwise \"few\"",
        "Units > 5时为“many”，否则为“few”");
  }

  @Test
  void saysPlacesInTheTable() {
    Condition north = new Condition.Compare(field(1), Comparison.EQUAL, Plan.Literal.of("North"));
    said(
        new Plan.Beside(table, field(2), north, 1),
        "the Name right below the row where Group = \"North\"",
        "Group = “North”的行后面第1行的Name");
    said(
        new Plan.AtPlace(table, field(2), north, -1),
        "the Name in row 1 from the bottom where Group = \"North\"",
        "Group = “North”的行中，倒数第1行的Name");
    said(
        new Plan.LongestRun(table, north),
        "the longest run of rows where Group = \"North\"",
        "Group = “North”的最长连续行数");
    said(
        new Plan.Aggregate(
            AggregateFunction.COUNT, table, null, new Condition.Listed(table, north, true)),
        "the number of rows where it is listed after the row where Group = \"North\"",
        "排在Group = “North”的行之后的行中，行数");
  }

  @Test
  void everyPlanHasASentence() {
    RandomPlans plans = new RandomPlans(new Random(11));
    for (int i = 0; i < 2_000; i++) {
      Plan plan = i % 2 == 0 ? plans.plan(table) : plans.rowPlan(table);
      assertFalse(PlanSentence.of(plan, Language.ENGLISH).isBlank());
      assertFalse(PlanSentence.of(plan, Language.CHINESE).isBlank());
    }
  }
}
