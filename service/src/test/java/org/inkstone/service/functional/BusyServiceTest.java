package org.inkstone.service.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.inkstone.sdk.OfficeClient;
import org.inkstone.sdk.error.OverloadedException;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.EvaluateRequest;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.RunInfo;
import org.inkstone.sdk.model.SheetContext;
import org.inkstone.sdk.model.TaskResult;
import org.inkstone.service.PostgresResource;
import org.inkstone.service.config.EngineHost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More callers than the engine has room for. */
@QuarkusTest
@TestProfile(TinyModelProfile.class)
@QuarkusTestResource(PostgresResource.class)
class BusyServiceTest {
  private static final int CALLERS = 16;

  @Inject Office office;
  @Inject EngineHost engine;
  @Inject WatchingClock clock;

  @BeforeEach
  void waitForTheModel() {
    engine.whenLoaded().toCompletableFuture().join();
  }

  @Test
  void sendsAwayWhatItHasNoRoomForAndAnswersTheRest() {
    OfficeClient client = office.client("busy");
    List<CompletableFuture<TaskResult<FormulaAnswer>>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      calls.add(client.formulas().writeAsync(request()));
    }
    int answered = 0;
    List<OverloadedException> refusals = new ArrayList<>();
    for (CompletableFuture<TaskResult<FormulaAnswer>> call : calls) {
      try {
        call.join();
        answered++;
      } catch (CompletionException e) {
        refusals.add(assertInstanceOf(OverloadedException.class, e.getCause()));
      }
    }
    assertTrue(answered > 0, "the first has room");
    assertEquals(CALLERS, answered + refusals.size());
    assertFalse(refusals.isEmpty(), "there is room for a few");
    for (OverloadedException refusal : refusals) {
      assertEquals(429, refusal.status());
      assertTrue(refusal.retryAfter().orElseThrow().toSeconds() >= 1);
    }
  }

  @Test
  void aRunIsKeptWithWhatTheModelWrote() {
    OfficeClient client = office.client("busy");
    TaskResult<FormulaAnswer> result = client.formulas().write(request());
    RunInfo run = client.runs().get(result.provenance().runId());
    assertEquals("formula", run.task());
    assertEquals(request().instruction(), run.request().path("instruction").asText());
    assertFalse(run.candidates().isEmpty());
  }

  @Test
  void formulasAreNeverCalculatedOnAnEventLoop() {
    OfficeClient client = office.client("busy");
    client.formulas().write(request());
    EvaluateRequest now = EvaluateRequest.builder("=NOW()").sheet(sheet()).build();
    client.formulas().evaluate(now);
    client.formulas().explain(now);
    assertFalse(clock.calculating().isEmpty(), "calculations ask what time it is");
    for (String thread : clock.calculating()) {
      assertFalse(thread.contains("eventloop"), thread);
    }
  }

  private static FormulaRequest request() {
    return FormulaRequest.builder("total amount of the north region").sheet(sheet()).build();
  }

  private static SheetContext sheet() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(List.of(new Cell.TextCell("Region"), new Cell.TextCell("Amount")));
    for (int i = 0; i < 40; i++) {
      Cell region = new Cell.TextCell(i % 2 == 0 ? "North" : "South");
      rows.add(List.of(region, new Cell.NumberCell(i)));
    }
    return SheetContext.of("Orders", rows);
  }
}
