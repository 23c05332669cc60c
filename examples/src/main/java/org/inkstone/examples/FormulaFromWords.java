package org.inkstone.examples;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.inkstone.sdk.OfficeClient;
import org.inkstone.sdk.model.CellOrRows;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaProof;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.TaskResult;
import org.inkstone.sdk.model.Verification;
import org.inkstone.sdk.model.WorkbookInfo;
import org.jspecify.annotations.Nullable;

/**
 * How do I get a formula from plain words? Uploads a workbook, asks in English and in Chinese, and
 * prints the formula, its value, the proof and the explanation.
 *
 * <p>Arguments: the service's address, an API key, the workbook. Without them: {@code
 * http://localhost:8080}, the environment's {@code INKSTONE_API_KEY}, {@code data/orders.xlsx}.
 */
public final class FormulaFromWords {
  private record Question(String sheet, String words) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question("Orders", "What is the total amount of the shipped orders?"),
          new Question("Orders", "How many orders came from the North region?"),
          new Question("预算", "市场部的预算合计是多少？"),
          new Question("预算", "实际支出的平均值"),
          new Question("Orders", "What is the average customer satisfaction?"));

  private FormulaFromWords() {}

  /** Runs the example. */
  public static void main(String[] args) {
    String address = args.length > 0 ? args[0] : "http://localhost:8080";
    String key = args.length > 1 ? args[1] : String.valueOf(System.getenv("INKSTONE_API_KEY"));
    Path file = Path.of(args.length > 2 ? args[2] : "data/orders.xlsx");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    run(OfficeClient.builder(URI.create(address), key).build(), file, out);
  }

  /** Uploads the workbook and asks the questions. */
  static void run(OfficeClient office, Path file, PrintStream out) {
    WorkbookInfo workbook = office.workbooks().upload(file);
    out.println("uploaded " + file.getFileName() + " as " + workbook.workbookId());
    for (Question question : QUESTIONS) {
      out.println("\n> " + question.words() + "  [" + question.sheet() + "]");
      FormulaRequest request =
          FormulaRequest.builder(question.words())
              .workbookId(workbook.workbookId())
              .sheetName(question.sheet())
              .build();
      print(office.formulas().write(request), out);
    }
  }

  /** The four cases are four types: the compiler sees to it that none is forgotten. */
  private static void print(TaskResult<FormulaAnswer> result, PrintStream out) {
    if (result instanceof TaskResult.Verified<FormulaAnswer> verified) {
      out.println("verified");
      printAnswer(verified.value(), verified.verification(), out);
    } else if (result instanceof TaskResult.Unverified<FormulaAnswer> unverified) {
      out.println("NOT verified, look at the checks");
      printAnswer(unverified.value(), unverified.verification(), out);
    } else if (result instanceof TaskResult.Refused<FormulaAnswer> refused) {
      out.println("refused: " + refused.refusal().message() + " " + refused.refusal().evidence());
    } else {
      out.println("partial: this task never answers so");
    }
    result.warnings().forEach(warning -> out.println("  warning: " + warning));
  }

  private static void printAnswer(FormulaAnswer answer, Verification proof, PrintStream out) {
    out.println("  formula:     " + answer.formula());
    FormulaProof run = proof.formula();
    if (run != null) {
      out.println(
          "  value:       " + text(run.result()) + "  (" + run.cellsRead() + " cells read)");
      run.variants()
          .forEach(variant ->
              out.println(
                  "  "
                      + variant.change()
                      + ": "
                      + text(variant.result())
                      + " "
                      + variant.verdict()));
    }
    proof.checks().stream()
        .map(check -> (check.passed() ? "  ok " : "  NOT ") + check.name() + ": " + check.detail())
        .forEach(out::println);
    out.println("  explanation: " + answer.explanation());
  }

  private static String text(@Nullable CellOrRows value) {
    return value == null ? "none" : value.text();
  }
}
