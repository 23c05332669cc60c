package org.inkstone.service.engine.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.FinishReason;
import org.inkstone.service.engine.Generation;
import org.inkstone.service.engine.GenerationRequest;
import org.inkstone.service.engine.Grammar;
import org.inkstone.service.engine.Sampling;
import org.inkstone.service.engine.TextGenerator.Running;
import org.inkstone.service.engine.WorkClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {
  private static final EngineOptions ONE_ROW = TinyEngine.options().rows(1, 1).build();

  @TempDir Path folder;

  @Test
  void cancellingEndsAGenerationWithinAStep() throws IOException {
    try (OnnxEngine engine = TinyEngine.open(folder, ONE_ROW)) {
      CompletableFuture<Running> running = new CompletableFuture<>();
      Consumer<String> cancelAtFirst = piece -> inAnotherThread(() -> running.join().cancel());
      running.complete(
          TinyEngine.generator(engine).generate(TinyEngine.request("x", 200), cancelAtFirst));
      Generation generation = join(running.join());
      assertEquals(FinishReason.CANCELLED, generation.finishReason());
      assertTrue(generation.usage().outputTokens() <= 3, generation::toString);
      assertFalse(generation.text().isEmpty());
      assertEquals(
          5, TinyEngine.generate(engine, TinyEngine.request("y", 5)).usage().outputTokens());
    }
  }

  @Test
  void cancelledAndExpiredWorkIsDroppedBeforeItsPromptIsComputed() throws IOException {
    Instant now = Instant.parse("2026-01-10T09:00:00Z");
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    try (OnnxEngine engine = OnnxEngine.open(TinyEngine.model(folder), ONE_ROW, clock)) {
      Generation late = join(TinyEngine.generator(engine).generate(until("late", now)));
      assertEquals(FinishReason.CANCELLED, late.finishReason());
      assertEquals(0, late.usage().outputTokens());
      assertEquals(0, engine.metrics().promptTokens());
      Generation inTime =
          join(TinyEngine.generator(engine).generate(until("in time", now.plusMillis(1))));
      assertEquals(FinishReason.LENGTH, inTime.finishReason());

      Blocker blocker = new Blocker(engine, WorkClass.INTERACTIVE);
      long before = engine.metrics().promptTokens();
      Running queued = TinyEngine.generator(engine).generate(TinyEngine.request("queued", 5));
      queued.cancel();
      blocker.release();
      assertEquals(FinishReason.CANCELLED, join(queued).finishReason());
      join(blocker.running);
      assertEquals(before, engine.metrics().promptTokens());
    }
  }

  @Test
  void refusesWorkOverTheBudgetAndSaysWhenToComeAgain() throws IOException {
    EngineOptions options = TinyEngine.options().rows(1, 1).budgets(100, 100).build();
    try (OnnxEngine engine = TinyEngine.open(folder, options)) {
      Blocker blocker = new Blocker(engine, WorkClass.INTERACTIVE);
      EngineException error =
          assertThrows(
              EngineException.class,
              () -> TinyEngine.generator(engine).generate(TinyEngine.request("more", 30)));
      assertEquals(Kind.OVERLOADED, error.kind());
      Duration retryAfter = Objects.requireNonNull(error.retryAfter());
      assertTrue(retryAfter.compareTo(Duration.ofSeconds(1)) >= 0);
      assertEquals(1, engine.metrics().refused(WorkClass.INTERACTIVE));

      Running batch =
          engine.generator(WorkClass.BATCH).generate(TinyEngine.request("other class", 5));
      blocker.release();
      join(blocker.running);
      join(batch);
      join(TinyEngine.generator(engine).generate(TinyEngine.request("more", 30)));
    }
  }

  @Test
  void interactiveWorkOvertakesBatchWorkInTheQueue() throws IOException {
    try (OnnxEngine engine = TinyEngine.open(folder, ONE_ROW)) {
      List<String> order = new CopyOnWriteArrayList<>();
      Blocker blocker = new Blocker(engine, WorkClass.BATCH);
      Running batch = generate(engine, WorkClass.BATCH, "batch", order);
      Running interactive = generate(engine, WorkClass.INTERACTIVE, "interactive", order);
      assertEquals(1, engine.metrics().queued(WorkClass.BATCH));
      assertEquals(1, engine.metrics().queued(WorkClass.INTERACTIVE));
      blocker.release();
      join(batch);
      join(interactive);
      assertEquals(List.of("interactive", "batch"), order.stream().distinct().toList());
    }
  }

  @Test
  void batchWorkLeavesARowFree() throws IOException {
    EngineOptions two = TinyEngine.options().rows(1 << 24, 2).build();
    try (OnnxEngine engine = TinyEngine.open(folder, two)) {
      Blocker blocker = new Blocker(engine, WorkClass.BATCH);
      Running second = engine.generator(WorkClass.BATCH).generate(TinyEngine.request("b", 200));
      Running interactive = TinyEngine.generator(engine).generate(TinyEngine.request("i", 5));
      blocker.release();
      join(interactive);
      assertFalse(second.result().toCompletableFuture().isDone());
      second.cancel();
      join(second);
    }
  }

  @Test
  void whatAListenerThrowsEndsItsGenerationOnly() throws IOException {
    try (OnnxEngine engine = TinyEngine.open(folder)) {
      Running broken =
          TinyEngine.generator(engine)
              .generate(
                  TinyEngine.request("x", 50),
                  piece -> {
                    throw new IllegalStateException("the reader is gone");
                  });
      CompletionException error =
          assertThrows(
              CompletionException.class, () -> broken.result().toCompletableFuture().join());
      EngineException cause = assertInstanceOf(EngineException.class, error.getCause());
      assertEquals(Kind.INTERNAL, cause.kind());
      assertEquals(
          5, TinyEngine.generate(engine, TinyEngine.request("y", 5)).usage().outputTokens());
      assertEquals(0, engine.metrics().running(WorkClass.INTERACTIVE));
    }
  }

  @Test
  void closingFailsWhatIsUnderWay() throws IOException {
    OnnxEngine engine = TinyEngine.open(folder, ONE_ROW);
    Blocker blocker = new Blocker(engine, WorkClass.INTERACTIVE);
    Running queued = TinyEngine.generator(engine).generate(TinyEngine.request("queued", 5));
    Thread closer = Thread.ofVirtual().start(engine::close);
    while (closer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    blocker.release();
    for (Running running : List.of(blocker.running, queued)) {
      CompletionException error = assertThrows(CompletionException.class, () -> join(running));
      EngineException cause = assertInstanceOf(EngineException.class, error.getCause());
      assertEquals(Kind.UNAVAILABLE, cause.kind());
    }
    EngineException error =
        assertThrows(
            EngineException.class,
            () -> TinyEngine.generator(engine).generate(TinyEngine.request("late", 5)));
    assertEquals(Kind.UNAVAILABLE, error.kind());
  }

  /** A generation that holds the engine's thread at its first piece until it is released. */
  private static final class Blocker {
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Running running;

    Blocker(OnnxEngine engine, WorkClass workClass) {
      running =
          engine.generator(workClass).generate(TinyEngine.request("hold", 10), piece -> hold());
      await(held);
    }

    void release() {
      released.countDown();
    }

    private void hold() {
      held.countDown();
      await(released);
    }
  }

  private static Running generate(
      OnnxEngine engine, WorkClass workClass, String name, List<String> order) {
    return engine
        .generator(workClass)
        .generate(TinyEngine.request(name, 5), piece -> order.add(name));
  }

  private static GenerationRequest until(String words, Instant deadline) {
    return new GenerationRequest(
        List.of(ChatMessage.user(words)),
        0,
        5,
        Sampling.greedy(),
        Grammar.free(),
        List.of(),
        deadline);
  }

  private static Generation join(Running running) {
    return running.result().toCompletableFuture().join();
  }

  private static void inAnotherThread(Runnable action) {
    try {
      Thread.ofVirtual().start(action).join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
