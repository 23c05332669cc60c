package org.inkstone.service.engine.internal.decode;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.WorkClass;

/**
 * The engine's thread: takes calls in, and computes step after step until it is closed. A failure
 * ends the calls that were in the step, not the loop.
 */
final class EngineLoop implements AutoCloseable {
  private final Clock clock;
  private final EngineCounters counters;
  private final Admission admission;
  private final ExecutorService callbacks =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("engine-result-", 0).factory());
  private final List<Work> inbox = new ArrayList<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread thread;
  private boolean closed;
  private volatile boolean closing;

  private EngineLoop(
      Supplier<EngineCore> core, EngineOptions options, EngineCounters counters, Clock clock) {
    this.clock = clock;
    this.counters = counters;
    this.admission = new Admission(options, counters);
    this.thread = Thread.ofPlatform().name("inkstone-engine").unstarted(() -> run(core));
  }

  /** Starts the thread, and waits until it has loaded the model. */
  static EngineLoop start(
      Supplier<EngineCore> core, EngineOptions options, EngineCounters counters, Clock clock) {
    EngineLoop loop = new EngineLoop(core, options, counters, clock);
    loop.thread.start();
    try {
      loop.ready.join();
      return loop;
    } catch (CompletionException e) {
      throw e.getCause() instanceof EngineException known ? known : internal(e);
    }
  }

  /** Where results are handed over. */
  Executor callbacks() {
    return callbacks;
  }

  EngineCounters counters() {
    return counters;
  }

  /** Takes a call in, or fails because too much is open or the engine is closed. */
  void submit(Work work) {
    admission.admit(work.workClass(), work.ticket().cost());
    take(work);
  }

  /** Takes in a further call of a request that was let in before. */
  void continueWith(Work work) {
    admission.admitMore(work.workClass(), work.ticket().cost());
    take(work);
  }

  private void take(Work work) {
    synchronized (inbox) {
      if (closed) {
        admission.release(work.workClass(), work.ticket().cost());
        throw new EngineException(Kind.UNAVAILABLE, "the engine is closed");
      }
      inbox.add(work);
      counters.addQueued(work.workClass(), 1);
    }
    wakeUp();
  }

  /** Makes the loop look at its calls again. */
  void wakeUp() {
    LockSupport.unpark(thread);
  }

  /** Ends all calls and waits until the thread is gone, which takes at most one step. */
  @Override
  public void close() {
    closing = true;
    wakeUp();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    callbacks.shutdown();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives back what an ended call had been let in for. */
  void left(Work work) {
    admission.release(work.workClass(), work.ticket().cost());
  }

  static EngineException internal(Throwable e) {
    return e instanceof EngineException known
        ? known
        : new EngineException(Kind.INTERNAL, "the engine failed: " + e, e);
  }

  private void run(Supplier<EngineCore> maker) {
    EngineCore core;
    try {
      core = maker.get();
    } catch (RuntimeException | Error e) {
      closed = true;
      ready.completeExceptionally(internal(e));
      return;
    }
    Schedule schedule = new Schedule(core, this);
    try {
      ready.complete(null);
      while (!closing) {
        iterate(schedule);
      }
    } finally {
      leave(schedule);
      core.close();
    }
  }

  private void iterate(Schedule schedule) {
    takeInbox(schedule);
    schedule.dropUnwanted(clock.instant());
    schedule.startWaiting();
    long before = System.nanoTime();
    if (schedule.step()) {
      counters.busy(System.nanoTime() - before);
    } else {
      LockSupport.park(this);
    }
  }

  private void takeInbox(Schedule schedule) {
    synchronized (inbox) {
      inbox.forEach(schedule::add);
      inbox.clear();
    }
  }

  private void leave(Schedule schedule) {
    EngineException error = new EngineException(Kind.UNAVAILABLE, "the engine is closed");
    synchronized (inbox) {
      closed = true;
      inbox.forEach(schedule::add);
      inbox.clear();
    }
    schedule.failAll(error);
  }

  /** The classes in the order in which they are served. */
  static List<WorkClass> classes() {
    return List.of(WorkClass.INTERACTIVE, WorkClass.BATCH);
  }
}
