package org.inkstone.service.engine.internal.decode;

import java.nio.FloatBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.WorkClass;
import org.inkstone.service.engine.internal.onnx.Step;
import org.jspecify.annotations.Nullable;

/**
 * Who computes next. One step is: all rows that decode together, one token each, then one slice of
 * one other call. Interactive calls go first; batch calls never take the last free row, and while
 * interactive calls run they get one slice in {@value #BATCH_TURN}. Used by the engine's thread.
 */
final class Schedule {
  private static final int BATCH_TURN = 16;

  /** A started call and its row. */
  private record Running(Work work, @Nullable Row row) {}

  private final EngineCore core;
  private final EngineLoop loop;
  private final Deque<Work> interactive = new ArrayDeque<>();
  private final Deque<Work> batch = new ArrayDeque<>();
  private final Deque<Running> running = new ArrayDeque<>();
  private final List<GenerationWork> decoding = new ArrayList<>();
  private final List<Running> decodingCalls = new ArrayList<>();
  private int turn;

  Schedule(EngineCore core, EngineLoop loop) {
    this.core = core;
    this.loop = loop;
  }

  void add(Work work) {
    waiting(work.workClass()).add(work);
  }

  /** Ends the calls that nobody wants any more; those that wait cost nothing then. */
  void dropUnwanted(Instant now) {
    for (WorkClass workClass : WorkClass.values()) {
      Iterator<Work> each = waiting(workClass).iterator();
      while (each.hasNext()) {
        Work work = each.next();
        if (work.isUnwanted(now)) {
          each.remove();
          core.counters().addQueued(workClass, -1);
          loop.left(work);
          finish(work, work::abandon);
        }
      }
    }
    if (running.stream().anyMatch(call -> call.work().isUnwanted(now))) {
      dropUnwantedRunning(now);
    }
  }

  private void dropUnwantedRunning(Instant now) {
    for (Running call : List.copyOf(running)) {
      if (call.work().isUnwanted(now)) {
        end(call);
        finish(call.work(), call.work()::abandon);
      }
    }
  }

  /** Starts waiting calls as long as there are rows for them. */
  void startWaiting() {
    for (WorkClass workClass : EngineLoop.classes()) {
      Deque<Work> queue = waiting(workClass);
      while (!queue.isEmpty() && canStart(queue.getFirst())) {
        core.counters().addQueued(workClass, -1);
        start(queue.removeFirst());
      }
    }
  }

  /** Computes one step; false if there is nothing to do. */
  boolean step() {
    turn++;
    boolean decoded = decode();
    Optional<Running> next = nextSlice();
    next.ifPresent(this::slice);
    return decoded || next.isPresent();
  }

  /** Ends everything with an error. */
  void failAll(EngineException error) {
    for (WorkClass workClass : WorkClass.values()) {
      for (Work work : waiting(workClass)) {
        core.counters().addQueued(workClass, -1);
        loop.left(work);
        work.fail(error);
      }
      waiting(workClass).clear();
    }
    for (Running call : List.copyOf(running)) {
      end(call);
      call.work().fail(error);
    }
  }

  private Deque<Work> waiting(WorkClass workClass) {
    return workClass == WorkClass.INTERACTIVE ? interactive : batch;
  }

  private boolean canStart(Work work) {
    if (!work.needsRow()) {
      return true;
    }
    long free = core.rows().stream().filter(row -> !row.isTaken()).count();
    boolean keepsOne = work.workClass() == WorkClass.BATCH && core.rows().size() > 1;
    return free > (keepsOne ? 1 : 0);
  }

  private void start(Work work) {
    Row row = work.needsRow() ? freeRow(work.prefix()) : null;
    Running call = new Running(work, row);
    running.add(call);
    core.counters().addRunning(work.workClass(), 1);
    guarded(List.of(call), () -> work.start(core, row));
    settle(call);
  }

  /** A row that holds the prefix already, else one that holds nothing, else any. */
  private Row freeRow(@Nullable PrefixKey prefix) {
    Row chosen =
        core.rows().stream()
            .filter(row -> !row.isTaken())
            .min(
                Comparator.comparing((Row row) -> prefix == null || !row.holds(prefix))
                    .thenComparing(row -> !row.holdsNothing()))
            .orElseThrow();
    chosen.take();
    return chosen;
  }

  private boolean decode() {
    decoding.clear();
    decodingCalls.clear();
    for (Running call : running) {
      if (call.work() instanceof GenerationWork work && work.isDecoding()) {
        decoding.add(work);
        decodingCalls.add(call);
      }
    }
    if (decoding.isEmpty()) {
      return false;
    }
    guarded(decodingCalls, this::decodeTogether);
    decodingCalls.forEach(this::settle);
    return true;
  }

  private void decodeTogether() {
    Step step = core.step();
    int first = decoding.stream().mapToInt(GenerationWork::rowIndex).min().orElseThrow();
    int last = decoding.stream().mapToInt(GenerationWork::rowIndex).max().orElseThrow();
    step.beginRows(first, last - first + 1);
    for (int i = first; i <= last; i++) {
      // A row that idles in this step has a token written after its valid part, to no effect.
      step.setRow(i, 0, Math.min(core.rows().get(i).length(), core.slab().capacity() - 1));
    }
    for (GenerationWork work : decoding) {
      step.setRow(work.rowIndex(), work.nextToken(), work.fed());
      step.want(work.rowIndex() - first);
    }
    FloatBuffer output = core.run(core.decoder(), decoding.size() == 1 ? decoding.get(0) : this);
    for (int i = 0; i < decoding.size(); i++) {
      decoding.get(i).takeToken(output, i);
    }
  }

  private Optional<Running> nextSlice() {
    boolean batchMay =
        turn % BATCH_TURN == 0 || running.stream().noneMatch(Schedule::isInteractive);
    return running.stream()
        .filter(call -> !(call.work() instanceof GenerationWork work && work.isDecoding()))
        .filter(call -> isInteractive(call) || batchMay)
        .min(Comparator.comparing(call -> call.work().workClass()));
  }

  private static boolean isInteractive(Running call) {
    return call.work().workClass() == WorkClass.INTERACTIVE;
  }

  private void slice(Running call) {
    running.remove(call);
    running.add(call);
    guarded(List.of(call), call.work()::advance);
    settle(call);
  }

  /** Runs a step of some calls; if it fails, they fail. */
  private void guarded(List<Running> calls, Runnable step) {
    try {
      step.run();
    } catch (CancellationException e) {
      // Its caller has ended the step; the next look at unwanted calls removes it.
    } catch (RuntimeException e) {
      for (Running call : calls) {
        end(call);
        call.work().fail(EngineLoop.internal(e));
      }
    }
  }

  /** Hands over the result of a call that is done. */
  private void settle(Running call) {
    if (running.contains(call) && call.work().isDone()) {
      end(call);
      finish(call.work(), call.work()::complete);
    }
  }

  /** Who listens to a call's text runs in here; what it throws is the call's failure. */
  private static void finish(Work work, Runnable ending) {
    try {
      ending.run();
    } catch (RuntimeException e) {
      work.fail(EngineLoop.internal(e));
    }
  }

  private void end(Running call) {
    running.remove(call);
    Row row = call.row();
    if (row != null) {
      row.free();
    }
    core.counters().addRunning(call.work().workClass(), -1);
    loop.left(call.work());
  }
}
