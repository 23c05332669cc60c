package org.inkstone.service.task.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.plan.Linker;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.function.Product;
import org.inkstone.service.verify.Verdict;
import org.junit.jupiter.api.Test;

/** What the checks let through: right formulas often, wrong ones hardly ever. */
class VerifierTest {
  private final List<Sample> samples = SampleReader.folder(SamplesTest.FOLDER);
  private final Calculator calculator = new Calculator(SamplesTest.CLOCK);
  private final SampleJudge judge = new SampleJudge(calculator);
  private final FormulaVerifier verifier = new FormulaVerifier(calculator);

  static Question question(Sample sample) {
    SheetInput input =
        SheetInputReader.read(
            SampleJudge.workbook(sample),
            new SheetInputReader.Source(
                sample.sheets().getFirst(),
                null,
                null,
                null,
                null,
                null,
                sample.cell(),
                sample.fillDown()));
    return new Question(
        Linker.linkByWords(sample.instruction(), input.schema()),
        input.schema(),
        input.place(),
        Product.EXCEL_365,
        null);
  }

  private Sample sample(String id) {
    return samples.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  private Verdict verdict(String id, String formula) {
    return verifier.examine(question(sample(id)), new Candidate(formula, 0, "test")).verdict();
  }

  @Test
  void mostRightFormulasAreAccepted() {
    int accepted = 0;
    int all = 0;
    List<String> rejected = new ArrayList<>();
    for (Sample sample : samples) {
      if (sample.mustBeRefused()) {
        continue;
      }
      all++;
      Verdict verdict =
          verifier
              .examine(
                  question(sample), new Candidate(String.valueOf(sample.reference()), 0, "test"))
              .verdict();
      accepted += verdict instanceof Verdict.Accepted ? 1 : 0;
      if (!(verdict instanceof Verdict.Accepted)) {
        rejected.add(
            sample.id()
                + " "
                + sample.instruction()
                + " "
                + sample.reference()
                + " -> "
                + verdict.findings().stream()
                    .filter(f -> !f.passed())
                    .map(f -> f.severity() + " " + f.check() + ": " + f.detail())
                    .toList());
      }
    }
    assertTrue(
        accepted * 100 >= all * 55,
        accepted + " of " + all + " right formulas are accepted, not these: " + rejected);
  }

  @Test
  void nearMissesThatGiveAnotherValueAreNotAccepted() {
    int misses = 0;
    List<String> passed = new ArrayList<>();
    for (Sample sample : samples) {
      if (sample.mustBeRefused()) {
        continue;
      }
      Question question = question(sample);
      Names names = new Names(question.schema(), question.place());
      Expr right = names.toNames(FormulaParser.parse(String.valueOf(sample.reference())));
      for (Expr miss : NearMisses.of(question, right)) {
        String formula = "=" + FormulaPrinter.print(miss);
        if (isWrong(sample, names, miss)) {
          misses++;
          Verdict verdict = verifier.examine(question, new Candidate(formula, 0, "test")).verdict();
          if (verdict instanceof Verdict.Accepted) {
            passed.add(sample.id() + " " + sample.instruction() + " " + formula);
          }
        }
      }
    }
    assertTrue(misses > 500, "near misses: " + misses);
    assertTrue(
        passed.size() * 200 <= misses, passed.size() + " of " + misses + " accepted: " + passed);
  }

  private boolean isWrong(Sample sample, Names names, Expr named) {
    try {
      return !judge.isRight(sample, FormulaPrinter.print(names.toRanges(named)));
    } catch (EvaluationException e) {
      return true;
    }
  }

  @Test
  void nothingIsAcceptedWithTheChecksSwitchedOff() {
    FormulaVerifier off = new FormulaVerifier(calculator, List.of());
    for (Sample sample : samples) {
      if (!sample.mustBeRefused()) {
        Candidate right = new Candidate(String.valueOf(sample.reference()), 0, "test");
        assertFalse(
            off.examine(question(sample), right).verdict() instanceof Verdict.Accepted,
            sample.id());
      }
    }
  }

  @Test
  @SuppressWarnings("ReferenceEquality") // each check is one object
  void nothingIsAcceptedWithoutAnyOneOfTheChecks() {
    Sample sample = sample("sales-orders-02");
    Candidate right = new Candidate(String.valueOf(sample.reference()), 0, "test");
    assertTrue(verifier.examine(question(sample), right).verdict() instanceof Verdict.Accepted);
    for (Check left : FormulaVerifier.CHECKS) {
      List<Check> others = FormulaVerifier.CHECKS.stream().filter(c -> c != left).toList();
      Verdict verdict =
          new FormulaVerifier(calculator, others).examine(question(sample), right).verdict();
      assertTrue(verdict instanceof Verdict.Doubtful, left.name());
    }
  }

  @Test
  void namesTheCheckThatFailed() {
    assertFails(
        "sales-orders-02",
        "=SUMIFS(G2:G15,C2:C15,\"North\",H2:H15,\"Shipped\")",
        "constants_justified");
    assertFails("sales-orders-02", "=SUMIFS(E2:E15,C2:C15,\"North\")", "columns_asked");
    assertFails("sales-orders-02", "=SUMIFS(G2:G14,C2:C14,\"North\")", "range_covers_data");
    assertFails("sales-orders-04", "=COUNTIFS(E2:E15,\">8\")", "conditions_asked");
    assertFails("sales-orders-01", "=AVERAGE(G2:G15)", "operations_asked");
    assertFails("sales-orders-01", "=5895", "depends_on_data", "shape", "constants_justified");
    assertFails("sales-orders-08", "=SUM(G2:G15)", "shape");
    assertFails("sales-orders-01", "=SUM(", "parses");
    assertFails("sales-orders-01", "=SUM(Orders[Profit])", "names_resolve");
    assertFails("sales-orders-01", "=RAND()*SUM(G2:G15)", "functions_computed");
  }

  @Test
  void aJoinHasNoMoreSeparatorsThanItNeeds() {
    assertFails("invoices-08", "=B2&\"-\"&G2&\"-\"", "constants_justified");
  }

  @Test
  void differentSortedAndFirstNameAreCarriedOutByFunctionsMadeForThem() {
    assertFails("timesheet-04", "=COUNTA(C2:C10)", "operations_done");
    assertFails("staff-11", "=FILTER(B2:B12,C2:C12=\"Sales\")", "operations_done");
    assertFails("marks-08", "=LEFT(A2,FIND(\" \",A2)-1)&RIGHT(A2,2)", "operations_asked");
  }

  @Test
  void orNotIsNoDenial() {
    assertFails(
        "invoices-02", "=SUMIFS(E2:E9,B2:B9,\"Blue Bird Ltd\",F2:F9,\"no\")", "conditions_asked");
  }

  private void assertFails(String id, String formula, String... checks) {
    List<String> failed =
        verdict(id, formula).findings().stream()
            .filter(f -> !f.passed())
            .map(f -> f.check())
            .toList();
    assertTrue(List.of(checks).stream().anyMatch(failed::contains), formula + " failed " + failed);
  }

  @Test
  void theValueIsOfTheKindThatIsAskedFor() {
    assertFails("marks-07", "=MAX(F2:F11)", "result_kind");
    assertFails(
        "marks-zh-06",
        "=COUNTIFS(C2:C11,\"一班\",D2:D11,\">80\")=COUNTIFS(C2:C11,\"一班\")",
        "result_kind");
    assertFails("budget-zh-03", "=YEAR(2)-(YEAR(2)-C3-(D3-C3))", "result_kind");
  }

  @Test
  void aFunctionThatTheTargetLacksIsRejected() {
    Question question = question(sample("sales-orders-10"));
    Question old =
        new Question(
            question.links(), question.schema(), question.place(), Product.EXCEL_2016, null);
    Verdict verdict = verifier.examine(old, new Candidate("=UNIQUE(D2:D15)", 0, "test")).verdict();
    assertEquals(
        List.of("dialect"),
        verdict.findings().stream().filter(f -> !f.passed()).map(f -> f.check()).toList());
  }
}
