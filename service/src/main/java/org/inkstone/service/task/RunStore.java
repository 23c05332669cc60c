package org.inkstone.service.task;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keeps runs. */
public interface RunStore {
  /** Stores a run; when the stage completes it survives a crash. */
  CompletionStage<Void> save(RunRecord run);

  /** The run with this id, if it belongs to the tenant. */
  CompletionStage<Optional<RunRecord>> find(String tenant, String id);
}
