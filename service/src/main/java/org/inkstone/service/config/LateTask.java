package org.inkstone.service.config;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.decode.OnnxEngine;
import org.inkstone.service.task.Task;
import org.inkstone.service.task.TaskContext;
import org.jspecify.annotations.Nullable;

/** A task that needs the engine: made when the model is there, unavailable before. */
final class LateTask<I, O> implements Task<I, O> {
  private final EngineHost host;
  private final Function<OnnxEngine, Task<I, O>> make;
  private @Nullable Task<I, O> task;

  LateTask(EngineHost host, Function<OnnxEngine, Task<I, O>> make) {
    this.host = host;
    this.make = make;
  }

  @Override
  public CompletionStage<O> run(TaskContext context, I input) {
    try {
      return task().run(context, input);
    } catch (EngineException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private synchronized Task<I, O> task() {
    if (task == null) {
      task = make.apply(host.engine());
    }
    return task;
  }
}
