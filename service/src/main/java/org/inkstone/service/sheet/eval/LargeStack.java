package org.inkstone.service.sheet.eval;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work whose recursion a usual stack can't bear on one that can. */
final class LargeStack {
  private static final long BYTES = 512L << 20;

  private LargeStack() {}

  /**
   * The work's result, or its exception.
   *
   * @throws EvaluationException if the calling thread is interrupted
   */
  static <T> T run(Supplier<T> work) {
    AtomicReference<@Nullable T> result = new AtomicReference<>();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Runnable task =
        () -> {
          try {
            result.set(work.get());
          } catch (RuntimeException | Error e) {
            failure.set(e);
          }
        };
    Thread thread = new Thread(null, task, "deep-evaluation", BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EvaluationException("interrupted while a deep formula was evaluated");
    }
    switch (failure.get()) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {
        // it came to its end
      }
    }
    T value = result.get();
    if (value == null) {
      throw new IllegalStateException("the evaluation gave nothing");
    }
    return value;
  }
}
