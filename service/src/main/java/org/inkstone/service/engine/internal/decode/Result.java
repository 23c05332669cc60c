package org.inkstone.service.engine.internal.decode;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.inkstone.service.engine.EngineException;

/**
 * What a call gives back. What hangs on the future runs on a thread of its own, never on the
 * engine's.
 */
final class Result<T> {
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final Executor callbacks;

  Result(Executor callbacks) {
    this.callbacks = callbacks;
  }

  CompletableFuture<T> future() {
    return future;
  }

  /** Whether the caller has cancelled the future. */
  boolean isAbandoned() {
    return future.isDone();
  }

  void give(T value) {
    callbacks.execute(() -> future.complete(value));
  }

  void fail(EngineException error) {
    callbacks.execute(() -> future.completeExceptionally(error));
  }

  void cancel() {
    callbacks.execute(() -> future.cancel(false));
  }
}
