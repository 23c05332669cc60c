package org.inkstone.service.task.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.CellOrRows;
import org.inkstone.sdk.model.EvaluateRequest;
import org.inkstone.sdk.model.EvaluateResult;
import org.inkstone.sdk.model.ExplainResult;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaProof;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.FormulaTarget;
import org.inkstone.sdk.model.SheetContext;
import org.inkstone.sdk.model.TaskResult;
import org.inkstone.service.engine.FinishReason;
import org.inkstone.service.engine.Generation;
import org.inkstone.service.engine.GenerationRequest;
import org.inkstone.service.engine.Grammar;
import org.inkstone.service.engine.TextGenerator;
import org.inkstone.service.engine.TokenUsage;
import org.inkstone.service.prompt.PromptCatalog;
import org.inkstone.service.task.RunRecord;
import org.inkstone.service.task.RunStore;
import org.inkstone.service.task.TaskContext;
import org.inkstone.service.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way from a request to a stored result, whatever the writer of candidates writes. */
@SuppressWarnings("unchecked") // assertInstanceOf knows raw classes only
class FormulaTaskTest {
  private static final TaskContext CONTEXT = new TaskContext("acme", "r-1", null);

  private final List<RunRecord> runs = new ArrayList<>();
  private final List<GenerationRequest> asked = new ArrayList<>();

  /** Writes one formula each time it is asked, in turn. */
  private TextGenerator writing(String... formulas) {
    return (request, onText) -> {
      String text = formulas[asked.size() % formulas.length];
      asked.add(request);
      return done(text, onText);
    };
  }

  private static TextGenerator.Running done(String text, Consumer<String> onText) {
    onText.accept(text);
    Generation generation =
        new Generation(text, FinishReason.STOP, -1, new TokenUsage(100, 90, 10, 0, 5, 20));
    return new TextGenerator.Running() {
      @Override
      public CompletionStage<Generation> result() {
        return CompletableFuture.completedFuture(generation);
      }

      @Override
      public void cancel() {}
    };
  }

  /** The model alone. */
  private FormulaTask task(TextGenerator generator) {
    return task(parts(generator).withoutComposer());
  }

  private FormulaTask task(FormulaParts parts) {
    return FormulaTask.create(
        parts, new Runs(), new FormulaScoring.NoWorkbooks(), Runnable::run, SamplesTest.CLOCK);
  }

  private static FormulaParts parts(TextGenerator generator) {
    PromptCatalog prompts =
        PromptCatalog.load(FormulaTaskTest.class.getClassLoader(), FormulaParts.TEMPLATES);
    return new FormulaParts(prompts, generator, null, "model-a", "0".repeat(64));
  }

  private static SheetContext orders() {
    return SheetContext.of(
        "Orders",
        List.of(
            List.of(Cell.of("Order"), Cell.of("Region"), Cell.of("Amount")),
            List.of(Cell.of(1), Cell.of("North"), Cell.of(480)),
            List.of(Cell.of(2), Cell.of("South"), Cell.of(450)),
            List.of(Cell.of(3), Cell.of("North"), Cell.of(210))));
  }

  private static FormulaRequest request(String instruction) {
    return FormulaRequest.builder(instruction).sheet(orders()).build();
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  @Test
  void rightFormulaIsVerifiedExplainedAndStored() {
    TaskResult<FormulaAnswer> result =
        join(
            task(writing("=SUMIFS(Orders[Amount], Orders[Region], \"North\")"))
                .run(CONTEXT, request("total amount in the North")));
    TaskResult.Verified<FormulaAnswer> verified =
        assertInstanceOf(TaskResult.Verified.class, result);
    assertEquals("=SUMIFS($C$2:$C$4,$B$2:$B$4,\"North\")", verified.value().formula());
    assertEquals(
        "The sum of Orders[Amount] where Orders[Region] is \"North\". Result: 690.",
        verified.value().explanation());
    FormulaProof proof = assertNotNullProof(verified);
    assertEquals(CellOrRows.of(Cell.of(690)), proof.result());
    assertTrue(proof.variants().size() >= 5, "variants: " + proof.variants());
    assertTrue(verified.verification().checks().stream().allMatch(c -> c.passed()));
    RunRecord run = runs.getFirst();
    assertEquals(verified.provenance().runId(), run.id());
    assertEquals("acme", run.tenant());
    assertTrue(String.valueOf(run.prompt()).contains("total amount in the North"));
    assertTrue(String.valueOf(run.rawOutput()).contains("=SUMIFS(Orders[Amount]"));
    assertTrue(run.candidatesJson().contains("constants_justified"));
    assertTrue(run.resultJson().contains("\"status\":\"verified\""), run.resultJson());
  }

  private static FormulaProof assertNotNullProof(TaskResult<FormulaAnswer> result) {
    FormulaProof proof = result.verification().formula();
    assertNotNull(proof);
    return proof;
  }

  @Test
  void explainsInChineseWhereTheRequestIsChinese() {
    TaskResult<FormulaAnswer> result =
        join(
            task(writing("=SUMIFS(Orders[Amount], Orders[Region], \"North\")"))
                .run(CONTEXT, request("North 的 Amount 合计")));
    TaskResult.Verified<FormulaAnswer> verified =
        assertInstanceOf(TaskResult.Verified.class, result);
    assertEquals(
        "计算满足Orders[Region] 为\"North\"的行中Orders[Amount]的合计。结果：690。",
        verified.value().explanation());
  }

  @Test
  void theBestCheckedCandidateWinsWhateverItsPlace() {
    TaskResult<FormulaAnswer> result =
        join(
            task(writing(
                    "=AVERAGE(Orders[Amount])",
                    "=SUM(Orders[Order])",
                    "=SUM(Orders[Amount])",
                    "=SUM("))
                .run(CONTEXT, request("total amount")));
    TaskResult.Verified<FormulaAnswer> verified =
        assertInstanceOf(TaskResult.Verified.class, result);
    assertEquals("=SUM($C$2:$C$4)", verified.value().formula());
    assertEquals(4, asked.size());
    assertInstanceOf(Grammar.Gbnf.class, asked.getFirst().grammar());
    assertTrue(asked.getFirst().fixedMessages() > 10, "the worked examples never change");
  }

  @Test
  void whatTheProgramComposesClearlyNeedsNoModel() {
    FormulaTask both = task(parts(writing("=AVERAGE(Orders[Order])")));
    TaskResult<FormulaAnswer> result =
        join(both.run(CONTEXT, request("total amount in the North")));
    TaskResult.Verified<FormulaAnswer> verified =
        assertInstanceOf(TaskResult.Verified.class, result);
    assertEquals("=SUMIFS($C$2:$C$4,$B$2:$B$4,\"North\")", verified.value().formula());
    assertEquals(List.of(), asked);
    assertTrue(runs.getFirst().candidatesJson().contains("composer"));
  }

  @Test
  void theProgramAnswersWithoutAnyModel() {
    PromptCatalog prompts = PromptCatalog.load(getClass().getClassLoader(), FormulaParts.TEMPLATES);
    FormulaTask alone = task(FormulaParts.withoutModel(prompts));
    TaskResult<FormulaAnswer> result = join(alone.run(CONTEXT, request("哪个Region的Amount最多")));
    assertTrue(result instanceof TaskResult.Verified || result instanceof TaskResult.Unverified);
    assertEquals(CellOrRows.of(Cell.of("North")), assertNotNullProof(result).result());
  }

  @Test
  void wrongFormulasAreRefusedWithEvidence() {
    TaskResult<FormulaAnswer> result =
        join(task(writing("=AVERAGE(Orders[Order])")).run(CONTEXT, request("total amount")));
    TaskResult.Refused<FormulaAnswer> refused = assertInstanceOf(TaskResult.Refused.class, result);
    assertEquals("no_candidate_passed", refused.refusal().reason());
    assertTrue(refused.refusal().evidence().contains("=AVERAGE(Orders[Order])"));
    assertEquals(1, runs.size());
  }

  @Test
  void unknownColumnsValuesAndOtherWishesAreRefusedWithoutAskingAModel() {
    FormulaTask task = task(writing("=SUM(Orders[Amount])"));
    assertEquals("unknown_column", reason(task, "total discount"));
    assertEquals("unknown_value", reason(task, "total amount in Berlin"));
    assertEquals("not_a_formula", reason(task, "write a poem"));
    assertEquals(List.of(), asked);
    assertNull(runs.getFirst().prompt());
    assertEquals(3, runs.size());
  }

  private static String reason(FormulaTask task, String instruction) {
    TaskResult<FormulaAnswer> result = join(task.run(CONTEXT, request(instruction)));
    return assertInstanceOf(TaskResult.Refused.class, result).refusal().reason();
  }

  @Test
  void oneValueARowIsFilledDown() {
    FormulaRequest request =
        FormulaRequest.builder("for each order: amount times 2")
            .sheet(orders())
            .cell("E2")
            .fillDown(true)
            .build();
    TaskResult<FormulaAnswer> result = join(task(writing("=[@Amount]*2")).run(CONTEXT, request));
    TaskResult.Verified<FormulaAnswer> verified =
        assertInstanceOf(TaskResult.Verified.class, result);
    assertEquals("=C2*2", verified.value().formula());
    assertEquals(
        List.of(960.0, 900.0, 420.0).stream().map(v -> CellOrRows.of(Cell.of(v))).toList(),
        assertNotNullProof(verified).results());
  }

  private static FormulaRequest target(
      String instruction, String product, @Nullable String locale) {
    return FormulaRequest.builder(instruction)
        .sheet(orders())
        .target(new FormulaTarget(product, locale))
        .build();
  }

  @Test
  void theTargetsLanguageIsWrittenAndReadBack() {
    TaskResult<FormulaAnswer> result =
        join(
            task(writing("=SUMIFS(Orders[Amount], Orders[Region], \"North\")"))
                .run(CONTEXT, target("total amount in the North", "excel-365", "de-DE")));
    TaskResult.Verified<FormulaAnswer> verified =
        assertInstanceOf(TaskResult.Verified.class, result);
    assertEquals("=SUMIFS($C$2:$C$4,$B$2:$B$4,\"North\")", verified.value().formula());
    assertEquals("=SUMMEWENNS($C$2:$C$4;$B$2:$B$4;\"North\")", verified.value().formulaLocalized());
    assertTrue(
        verified.verification().checks().stream()
            .anyMatch(c -> c.name().equals("locale") && c.passed() && c.detail().contains("de")));
  }

  @Test
  void aFormulaIsRewrittenForAnOlderProductAndRunAgain() {
    TaskResult<FormulaAnswer> result =
        join(
            task(writing("=MAXIFS(Orders[Amount], Orders[Region], \"North\")"))
                .run(CONTEXT, target("highest amount in the North", "excel-2016", "fr")));
    TaskResult.Verified<FormulaAnswer> verified =
        assertInstanceOf(TaskResult.Verified.class, result, result::toString);
    assertEquals(
        "=IFERROR(AGGREGATE(14,6,$C$2:$C$4/(ISNUMBER($C$2:$C$4)*($B$2:$B$4=\"North\")),1),0)",
        verified.value().formula());
    assertEquals(
        "=SIERREUR(AGREGAT(14;6;$C$2:$C$4/(ESTNUM($C$2:$C$4)*($B$2:$B$4=\"North\"));1);0)",
        verified.value().formulaLocalized());
    assertTrue(
        verified.verification().checks().stream()
            .anyMatch(c -> c.name().equals("dialect_value") && c.passed()));
  }

  @Test
  void whatTheProductLacksIsRefusedWithItsVersion() {
    TaskResult<FormulaAnswer> result =
        join(
            task(writing("=SUM(TAKE(Orders[Amount],2))"))
                .run(CONTEXT, target("total amount", "excel-2019", null)));
    TaskResult.Refused<FormulaAnswer> refused = assertInstanceOf(TaskResult.Refused.class, result);
    assertTrue(
        refused.verification().checks().stream()
            .anyMatch(c ->
                c.name().equals("dialect")
                    && c.detail().equals("Excel 2019 has no [TAKE (Excel 2024)]")),
        refused::toString);
  }

  @Test
  void localesThatNoTableKnowsAreRefused() {
    TaskResult<FormulaAnswer> result =
        join(
            task(writing("=SUM(Orders[Amount])"))
                .run(CONTEXT, target("total amount", "excel-365", "sv-SE")));
    assertEquals(
        "unsupported_target",
        assertInstanceOf(TaskResult.Refused.class, result).refusal().reason());
  }

  @Test
  void unusableRequestsPointToTheField() {
    assertPointer("/instruction", request(" "));
    assertPointer("/sheet", FormulaRequest.builder("x").build());
    assertPointer("/workbook_id", FormulaRequest.builder("x").workbookId("w-1").build());
    assertPointer("/cell", x().cell("E9").fillDown(true).build());
    assertPointer("/state", x().state("s").build());
    assertPointer("/as_of", x().asOf("last Tuesday").build());
    assertPointer("/target/product", x().target(new FormulaTarget("lotus", null)).build());
    assertPointer("/range", x().range("A0").build());
  }

  private static FormulaRequest.Builder x() {
    return FormulaRequest.builder("x").sheet(orders());
  }

  private void assertPointer(String pointer, FormulaRequest request) {
    CompletionException failure =
        assertThrows(
            CompletionException.class,
            () -> join(task(writing("=1")).run(CONTEXT, request)),
            pointer);
    assertEquals(pointer, assertInstanceOf(TaskException.class, failure.getCause()).pointer());
  }

  @Test
  void givenFormulasAreEvaluatedAndExplained() {
    EvaluateRequest request =
        new EvaluateRequest(
            "=SUM(C2:C4)/COUNT(C2:C4)", orders(), null, null, null, null, null, null, null);
    EvaluateResult value =
        join(
            new FormulaEvaluation(
                    new FormulaScoring.NoWorkbooks(), Runnable::run, SamplesTest.CLOCK)
                .run(CONTEXT, request));
    assertEquals(CellOrRows.of(Cell.of(380)), value.result());
    ExplainResult told =
        join(
            new FormulaExplanation(
                    new FormulaScoring.NoWorkbooks(), Runnable::run, SamplesTest.CLOCK)
                .run(CONTEXT, request));
    assertTrue(told.explanation().contains("SUM(Orders[Amount]) = 1140"), told.explanation());
    assertTrue(told.explanation().endsWith("Result: 380."), told.explanation());
    assertEquals(3, told.steps().size());
  }

  private final class Runs implements RunStore {
    @Override
    public CompletionStage<Void> save(RunRecord run) {
      runs.add(run);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Optional<RunRecord>> find(String tenant, String id) {
      return CompletableFuture.completedFuture(
          runs.stream().filter(r -> r.tenant().equals(tenant) && r.id().equals(id)).findFirst());
    }
  }
}
