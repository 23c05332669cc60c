package org.inkstone.service.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.inkstone.sdk.OfficeClient;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.CellOrRows;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.Provenance;
import org.inkstone.sdk.model.RunInfo;
import org.inkstone.sdk.model.TaskResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees: the packaged program with the default model, through the SDK. */
class DefaultModelTest {
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();
  private static final String TOTAL = "What is the total amount?";
  private static final byte[] SALES =
      """
      Region,Product,Amount
      North,Desk,120.5
      South,Lamp,80
      North,Chair,45
      East,Desk,300
      """
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] BUDGET =
      """
      部门,预算,实际
      市场部,3000,2800
      研发部,9000,9500
      市场部,1200,1000
      行政部,800,760
      """
          .getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder = Path.of("");

  private static PackagedService service;
  private static OfficeClient office;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    service = PackagedService.startWithModel(folder.resolve("home"), folder.resolve("out"));
    office = OfficeClient.builder(URI.create(service.address()), service.key()).build();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    assertTrue(service.stop(), "a stop in order takes less than 40 s");
    service.close();
  }

  @Test
  void wordsBecomeAVerifiedFormulaInBothLanguages() {
    String sales = office.workbooks().upload("sales.csv", SALES).workbookId();
    assertEquals(number(545.5), verified(sales, TOTAL));
    assertEquals(number(165.5), verified(sales, "total amount of the North region"));
    String budget = office.workbooks().upload("budget.csv", BUDGET).workbookId();
    assertEquals(number(14000), verified(budget, "预算的合计是多少？"));
    assertEquals(number(4200), verified(budget, "市场部的预算合计"));
  }

  @Test
  void whatTheSheetDoesNotHoldIsRefusedWithTheWord() {
    String sales = office.workbooks().upload("sales.csv", SALES).workbookId();
    TaskResult.Refused<?> refused =
        assertInstanceOf(
            TaskResult.Refused.class, write(sales, "What is the average customer satisfaction?"));
    String evidence = refused.refusal().message() + refused.refusal().evidence();
    assertTrue(evidence.contains("satisfaction"), evidence);
  }

  @Test
  void theModelAloneWritesUnderTheGrammarFromAPromptThatIsReady() throws Exception {
    try (PackagedService alone =
        PackagedService.startWithModel(
            folder.resolve("alone"),
            folder.resolve("alone.out"),
            Map.of("INKSTONE_FORMULA_COMPOSER", "false"))) {
      OfficeClient client = OfficeClient.builder(URI.create(alone.address()), alone.key()).build();
      String sales = client.workbooks().upload("sales.csv", SALES).workbookId();
      TaskResult<FormulaAnswer> first =
          client.formulas().write(FormulaRequest.builder(TOTAL).workbookId(sales).build());
      TaskResult.Verified<?> verified = assertInstanceOf(TaskResult.Verified.class, first);
      assertEquals(
          number(545.5), Objects.requireNonNull(verified.verification().formula()).result());
      Provenance.Usage usage = Objects.requireNonNull(first.provenance().usage());
      assertTrue(usage.outputTokens() > 0, usage::toString);
      // the template's fixed part was computed before the first request
      assertTrue(usage.cachedTokens() > usage.promptTokens() / 2, usage::toString);
      RunInfo run = client.runs().get(first.provenance().runId());
      assertEquals("formula", run.task());
      assertEquals(TOTAL, run.request().get("instruction").asText());
      assertTrue(String.valueOf(run.rawOutput()).contains("SUM"), run::toString);
      assertTrue(alone.stop(), "a stop in order takes less than 40 s");
    }
  }

  @Test
  void theExampleRunsAsTheReadmeSays() throws IOException, InterruptedException {
    Path out = folder.resolve("example.out");
    String jars =
        Path.of("target", "quarkus-app", "lib", "main").toAbsolutePath() + File.separator + "*";
    Process example =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                EXAMPLES.resolve(Path.of("target", "classes")) + File.pathSeparator + jars,
                "org.inkstone.examples.FormulaFromWords",
                service.address(),
                service.key())
            .directory(EXAMPLES.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertTrue(example.waitFor(5, TimeUnit.MINUTES), "the example takes too long");
    String printed = Files.readString(out);
    assertEquals(0, example.exitValue(), printed);
    List<String> answers =
        Stream.of(printed.split("\n> ")).filter(a -> a.contains("\nverified\n")).toList();
    assertTrue(answers.stream().anyMatch(a -> a.contains("[Orders]")), printed);
    assertTrue(answers.stream().anyMatch(a -> a.contains("[预算]")), printed);
  }

  private static @Nullable CellOrRows verified(String workbook, String words) {
    TaskResult<FormulaAnswer> result = write(workbook, words);
    TaskResult.Verified<?> verified =
        assertInstanceOf(TaskResult.Verified.class, result, () -> words + ": " + result);
    return Objects.requireNonNull(verified.verification().formula()).result();
  }

  private static TaskResult<FormulaAnswer> write(String workbook, String words) {
    return office.formulas().write(FormulaRequest.builder(words).workbookId(workbook).build());
  }

  private static CellOrRows number(double value) {
    return new CellOrRows.Single(new Cell.NumberCell(value));
  }
}
