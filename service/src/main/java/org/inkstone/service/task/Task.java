package org.inkstone.service.task;

import java.util.concurrent.CompletionStage;

/**
 * One of the things that Inkstone does for its callers.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
public interface Task<I, O> {
  /**
   * Does the task. Returns at once; the stage fails with {@link TaskException} where the input
   * can't be used, and with an engine's exception where the engine can't serve. A request that has
   * no good answer is a result, not a failure.
   */
  CompletionStage<O> run(TaskContext context, I input);
}
