package org.inkstone.service.task.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.CellOrRows;
import org.inkstone.sdk.model.EvaluateRequest;
import org.inkstone.sdk.model.EvaluateResult;
import org.inkstone.sdk.model.ExplainResult;
import org.inkstone.sdk.model.ExplanationPart;
import org.inkstone.sdk.model.FormulaProof;
import org.inkstone.sdk.model.SheetContext;
import org.inkstone.sdk.model.Verification;
import org.inkstone.service.task.TaskContext;
import org.junit.jupiter.api.Test;

/** A given formula: its value, what was checked about it, its values on changed data. */
class FormulaEvaluationTest {
  private static final TaskContext CONTEXT = new TaskContext("acme", "r-1", null);

  private static SheetContext sheet(Object[]... rows) {
    List<List<Cell>> cells = new ArrayList<>();
    for (Object[] row : rows) {
      List<Cell> line = new ArrayList<>();
      for (Object value : row) {
        line.add(
            value instanceof Number n
                ? Cell.of(n.doubleValue())
                : value.toString().startsWith("=")
                    ? new Cell.FormulaCell(value.toString(), null)
                    : Cell.of(value.toString()));
      }
      cells.add(line);
    }
    return SheetContext.of("Orders", cells);
  }

  private static Object[] row(Object... values) {
    return values;
  }

  private static SheetContext orders() {
    return sheet(
        row("Region", "Units", "Price", "Amount"),
        row("North", 4, 120, "=B2*C2"),
        row("South", 6, 75, "=B3*C3"),
        row("North", 3, 70, "=B4*C4"),
        row("West", 2, 120, "=B5*C5"));
  }

  private static EvaluateResult evaluate(EvaluateRequest.Builder request) {
    return new FormulaEvaluation(new FormulaScoring.NoWorkbooks(), Runnable::run, SamplesTest.CLOCK)
        .run(CONTEXT, request.build())
        .toCompletableFuture()
        .join();
  }

  private static EvaluateResult evaluate(String formula) {
    return evaluate(EvaluateRequest.builder(formula).sheet(orders()));
  }

  private static FormulaProof.Variant variant(EvaluateResult result, String change) {
    FormulaProof proof = result.verification().formula();
    assertNotNull(proof);
    return proof.variants().stream()
        .filter(v -> v.change().equals(change))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + change + " in " + proof.variants()));
  }

  private static List<String> failed(EvaluateResult result) {
    return result.verification().checks().stream()
        .filter(check -> !check.passed())
        .map(Verification.Check::name)
        .toList();
  }

  private static CellOrRows number(double value) {
    return CellOrRows.of(Cell.of(value));
  }

  @Test
  void cellsThatAreReadAreListedWithAsFewRangesAsPossible() {
    EvaluateResult result =
        evaluate(EvaluateRequest.builder("=B2*C2+D2").sheet(orders()).cell("F2").fillDown(true));
    FormulaProof proof = result.verification().formula();
    assertNotNull(proof);
    assertEquals(List.of("Orders!B2:D5"), proof.rangesRead());
    assertEquals(12, proof.cellsRead());
    assertEquals(12, result.cellsRead());
  }

  @Test
  void aBlankAndATextNumberSayWhatWasChangedAndWhy() {
    EvaluateResult result = evaluate("=SUM(B2:B5)");
    FormulaProof.Variant blank = variant(result, "blank");
    assertEquals("Orders!B2 made blank", blank.description());
    assertEquals(
        List.of(new FormulaProof.CellChange("Orders!B2", Cell.of(4), Cell.blank())),
        blank.changes());
    assertEquals(number(15), blank.before());
    assertEquals(number(11), blank.result());
    assertEquals("changed_as_expected", blank.verdict());
    assertEquals("the blank counts as 0", blank.reason());
    assertEquals("the blank is left out", variant(evaluate("=AVERAGE(B2:B5)"), "blank").reason());
    FormulaProof.Variant text = variant(result, "text_number");
    assertEquals("warning", text.verdict());
    assertEquals("the text number '4' is not counted, and no error says so", text.reason());
    assertEquals(
        "the text number '4' still counts as a number",
        variant(evaluate("=B2*C2"), "text_number").reason());
  }

  @Test
  void chineseRequestsGetChineseWords() {
    EvaluateResult result =
        evaluate(EvaluateRequest.builder("=SUM(B2:B4)").sheet(orders()).language("zh"));
    FormulaProof.Variant text = variant(result, "text_number");
    assertEquals("文本数字 '4' 没有计入结果，也不报错", text.reason());
    assertEquals("把 Orders!B2 改成文本 \"4\"", text.description());
    assertEquals(List.of("range_complete"), failed(result));
    assertEquals(
        "B2:B4 只到第 4 行，而表中数据为第 2 至 5 行，漏掉了 B5",
        result.verification().checks().stream()
            .filter(c -> !c.passed())
            .findFirst()
            .orElseThrow()
            .detail());
  }

  @Test
  void aRowInsideIsCountedAndOneBelowAFixedRangeIsNot() {
    EvaluateResult result = evaluate("=SUMIFS(D2:D5,A2:A5,\"North\")");
    FormulaProof.Variant inside = variant(result, "extra_row");
    assertEquals("row 5 inserted like row 2", inside.description());
    assertEquals("changed_as_expected", inside.verdict());
    assertEquals(number(480 + 210 + 5 * 121), inside.result(), "its formula is computed too");
    FormulaProof.Variant below = variant(result, "extra_row_below");
    assertEquals("warning", below.verdict());
    assertEquals(
        "an extra row below the table is not counted: the range ends at row 5", below.reason());
    assertEquals(number(690), below.result());
    assertEquals(
        "changed_as_expected",
        variant(evaluate("=SUMIFS(D:D,A:A,\"North\")"), "extra_row_below").verdict());
  }

  @Test
  void aDuplicateCountsTwiceUnlessDifferentValuesAreMeant() {
    assertEquals("changed_as_expected", variant(evaluate("=SUM(B2:B5)"), "duplicate").verdict());
    assertEquals("unchanged", variant(evaluate("=ROWS(UNIQUE(A2:A5))"), "duplicate").verdict());
  }

  @Test
  void anEmptyGroupIsAWarningWhereItMakesAnError() {
    FormulaProof.Variant sum = variant(evaluate("=SUMIFS(D2:D5,A2:A5,\"North\")"), "empty_group");
    assertEquals("no Orders[Region] is \"North\" any more", sum.description());
    assertEquals(number(0), sum.result());
    FormulaProof.Variant average =
        variant(evaluate("=AVERAGEIFS(D2:D5,A2:A5,\"North\")"), "empty_group");
    assertEquals("warning", average.verdict());
    assertEquals("the value becomes #DIV/0!", average.reason());
  }

  @Test
  void theOrderOfRowsMatters() {
    assertEquals("unchanged", variant(evaluate("=SUM(D2:D5)"), "reordered_rows").verdict());
    FormulaProof.Variant first =
        variant(evaluate("=XLOOKUP(\"North\",A2:A5,B2:B5)"), "reordered_rows");
    assertEquals("warning", first.verdict());
    assertEquals(number(3), first.result());
  }

  @Test
  void onlyOneBadCellThatSpoilsAValueOverManyRowsIsAFailure() {
    assertEquals("warning", variant(evaluate("=C2/B2"), "blank").verdict(), "in its own row");
    EvaluateResult ratios = evaluate("=SUMPRODUCT(C2:C5/B2:B5)");
    assertEquals("failed", variant(ratios, "blank").verdict());
    assertEquals(
        "this one change makes the whole value #DIV/0!", variant(ratios, "blank").reason());
    for (String formula :
        List.of(
            "=SUM(D2:D5)",
            "=AVERAGEIFS(D2:D5,A2:A5,\"West\")",
            "=XLOOKUP(4,B2:B5,D2:D5)",
            "=VLOOKUP(\"West\",A2:D5,4,FALSE)",
            "=INDEX(D2:D5,MATCH(MAX(B2:B5),B2:B5,0))",
            "=FILTER(A2:A5,B2:B5=2)",
            "=SORT(UNIQUE(A2:A5))",
            "=COUNTIF(A2:A5,\"North\")/COUNTA(A2:A5)",
            "=STDEV.S(B2:B5)",
            "=LARGE(B2:B5,2)",
            "=TEXTJOIN(\", \",TRUE,A2:A5)")) {
      FormulaProof proof = evaluate(formula).verification().formula();
      assertNotNull(proof);
      assertTrue(
          proof.variants().stream().noneMatch(v -> v.verdict().equals("failed")),
          formula + " " + proof.variants());
    }
  }

  @Test
  void aFilledDownFormulaIsCheckedInEveryRow() {
    EvaluateResult result =
        evaluate(
            EvaluateRequest.builder("=D2/SUM(D2:D5)").sheet(orders()).cell("F2").fillDown(true));
    assertEquals(List.of("anchored_for_fill_down"), failed(result));
    Verification.Check check =
        result.verification().checks().stream().filter(c -> !c.passed()).findFirst().orElseThrow();
    assertEquals("doubt", check.severity());
    EvaluateResult anchored =
        evaluate(
            EvaluateRequest.builder("=D2/SUM(D$2:D$5)").sheet(orders()).cell("F2").fillDown(true));
    assertEquals(List.of(), failed(anchored));
    assertEquals("unchanged", variant(anchored, "reordered_rows").verdict());
  }

  @Test
  void formulasOverNoTableAreCheckedWithoutVariants() {
    FormulaProof proof = evaluate("=1+1").verification().formula();
    assertNotNull(proof);
    assertEquals(List.of(), proof.variants());
    assertEquals(List.of(), failed(evaluate("=1+1")));
  }

  private static ExplainResult explain(String formula, String language) {
    return new FormulaExplanation(
            new FormulaScoring.NoWorkbooks(), Runnable::run, SamplesTest.CLOCK)
        .run(CONTEXT, EvaluateRequest.builder(formula).sheet(orders()).language(language).build())
        .toCompletableFuture()
        .join();
  }

  @Test
  void explanationsAreATreeOfPartsWithTheirValues() {
    ExplainResult told = explain("=IF(SUMIFS(D2:D5,A2:A5,\"North\")>=500,\"good\",\"poor\")", "en");
    ExplanationPart root = told.explanationTree();
    assertEquals(
        "if the sum of Orders[Amount] where Orders[Region] is \"North\" ≥ 500, then \"good\","
            + " else \"poor\"",
        root.meaning());
    assertEquals("good", root.shown());
    ExplanationPart condition = root.parts().getFirst();
    assertEquals("TRUE", condition.shown());
    ExplanationPart sum = condition.parts().getFirst();
    assertEquals("SUMIFS(D2:D5,A2:A5,\"North\")", sum.expression());
    assertEquals("690", sum.shown());
    ExplanationPart amounts = sum.parts().getFirst();
    assertEquals("Orders!D2:D5", amounts.cells());
    assertEquals("Orders[Amount]", amounts.meaning());
    assertEquals("4 rows, first 3: 480, 450, 210", amounts.shown());
    assertNotNull(amounts.role());
    assertEquals(2, sum.parts().size(), "constants are no parts");
  }

  @Test
  void aSumOfThousandsOfTermsIsCheckedAndExplainedInShort() {
    String formula = "=B2" + "+B3".repeat(2_500);
    assertEquals(number(4 + 2_500 * 6), evaluate(formula).result());
    ExplainResult told = explain(formula, "en");
    assertTrue(told.explanation().length() < 10_000, told.explanation());
    assertTrue(told.explanation().endsWith("Result: 15004."), told.explanation());
  }

  @Test
  void explanationsInChinese() {
    ExplainResult told = explain("=AVERAGEIFS(D2:D5,B2:B5,\">=3\")", "zh");
    assertEquals("计算满足Orders[Units] 不少于3的行中Orders[Amount]的平均值。结果：380。", told.explanation());
    assertEquals("4行，前3个：480、450、210", told.explanationTree().parts().getFirst().shown());
  }
}
