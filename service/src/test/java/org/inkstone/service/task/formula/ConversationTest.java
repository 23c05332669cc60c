package org.inkstone.service.task.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.SheetContext;
import org.inkstone.sdk.model.TaskResult;
import org.inkstone.service.prompt.PromptCatalog;
import org.inkstone.service.task.TaskContext;
import org.inkstone.service.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Follow-ups through the whole task, without a model. */
class ConversationTest {
  private static final TaskContext CONTEXT = new TaskContext("tenant-a", "request-1", null);

  private final FormulaTask task =
      FormulaTask.create(
          FormulaParts.withoutModel(
              PromptCatalog.load(ConversationTest.class.getClassLoader(), FormulaParts.TEMPLATES)),
          new FormulaScoring.NoRuns(),
          new FormulaScoring.NoWorkbooks(),
          Runnable::run,
          SamplesTest.CLOCK);

  private static List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("Order", "Region", "Amount", "Units", "Status"));
    rows.add(List.of(Cell.of(1), Cell.of("North"), Cell.of(480), Cell.of(4), Cell.of("Shipped")));
    rows.add(List.of(Cell.of(2), Cell.of("South"), Cell.of(450), Cell.of(1), Cell.of("Open")));
    rows.add(List.of(Cell.of(3), Cell.of("North"), Cell.of(210), Cell.of(3), Cell.of("Open")));
    rows.add(List.of(Cell.of(4), Cell.of("South"), Cell.of(150), Cell.of(2), Cell.of("Shipped")));
    return rows;
  }

  private static List<Cell> row(String... texts) {
    return List.of(texts).stream().<Cell>map(Cell::of).toList();
  }

  private TaskResult<FormulaAnswer> ask(
      String words, List<List<Cell>> rows, @Nullable String state) {
    FormulaRequest.Builder request =
        FormulaRequest.builder(words).sheet(SheetContext.of("Orders", rows));
    if (state != null) {
      request.state(state);
    }
    return task.run(CONTEXT, request.build()).toCompletableFuture().join();
  }

  private static FormulaAnswer verified(TaskResult<FormulaAnswer> result) {
    if (result instanceof TaskResult.Verified<FormulaAnswer> verified) {
      return verified.value();
    }
    throw new AssertionError("not verified: " + result);
  }

  @Test
  void aFollowUpChangesTheAnswerBefore() {
    FormulaAnswer first = verified(ask("total amount in the North", rows(), null));
    assertEquals("=SUMIFS($C$2:$C$5,$B$2:$B$5,\"North\")", first.formula());
    FormulaAnswer second = verified(ask("only shipped ones", rows(), first.state()));
    assertEquals("=SUMIFS($C$2:$C$5,$B$2:$B$5,\"North\",$E$2:$E$5,\"Shipped\")", second.formula());
    FormulaAnswer third = verified(ask("no, units", rows(), second.state()));
    assertEquals("=SUMIFS($D$2:$D$5,$B$2:$B$5,\"North\",$E$2:$E$5,\"Shipped\")", third.formula());
    FormulaAnswer other = verified(ask("average instead", rows(), first.state()));
    assertEquals("=AVERAGEIFS($C$2:$C$5,$B$2:$B$5,\"North\")", other.formula());
  }

  @Test
  void theSheetMayHaveGrownSince() {
    FormulaAnswer first = verified(ask("total amount in the North", rows(), null));
    List<List<Cell>> more = rows();
    more.add(List.of(Cell.of(5), Cell.of("North"), Cell.of(30), Cell.of(1), Cell.of("Shipped")));
    FormulaAnswer second = verified(ask("only shipped ones", more, first.state()));
    assertEquals("=SUMIFS($C$2:$C$6,$B$2:$B$6,\"North\",$E$2:$E$6,\"Shipped\")", second.formula());
  }

  @Test
  void whatTheFollowUpDoesNotExplainIsRefusedWithTheWord() {
    FormulaAnswer first = verified(ask("total amount in the North", rows(), null));
    TaskResult<FormulaAnswer> result = ask("only with discount", rows(), first.state());
    TaskResult.Refused<?> refused = assertInstanceOf(TaskResult.Refused.class, result);
    assertEquals("unknown_column", refused.refusal().reason());
  }

  @Test
  void aStateOfAnotherSheetOrHandIsAnErrorAtItsPlace() {
    String state = stateOf(verified(ask("total amount in the North", rows(), null)));
    assertPointer(() -> ask("only shipped ones", rows(), state + "x"));
    assertPointer(() -> ask("only shipped ones", rows(), "x" + state));
    List<List<Cell>> other = List.of(row("Name", "Age"), List.of(Cell.of("Ann"), Cell.of(3)));
    assertPointer(() -> ask("only shipped ones", other, state));
    FormulaRequest request =
        FormulaRequest.builder("only shipped ones")
            .sheet(SheetContext.of("Orders", rows()))
            .state(state)
            .build();
    TaskContext stranger = new TaskContext("tenant-b", "request-2", null);
    assertPointer(() -> task.run(stranger, request).toCompletableFuture().join());
  }

  private static String stateOf(FormulaAnswer answer) {
    assertNotNull(answer.state());
    return answer.state();
  }

  private static void assertPointer(org.junit.jupiter.api.function.Executable ask) {
    CompletionException failure = assertThrows(CompletionException.class, ask);
    TaskException problem = assertInstanceOf(TaskException.class, failure.getCause());
    assertEquals("/state", problem.pointer());
  }
}
