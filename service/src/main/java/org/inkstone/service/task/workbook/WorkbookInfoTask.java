package org.inkstone.service.task.workbook;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.inkstone.sdk.model.WorkbookInfo;
import org.inkstone.service.task.Task;
import org.inkstone.service.task.TaskContext;
import org.inkstone.service.task.WorkbookStore;

/** Says what is in a workbook that was uploaded before; empty if the tenant has none by that id. */
public final class WorkbookInfoTask implements Task<String, Optional<WorkbookInfo>> {
  private final WorkbookStore store;

  /** The task over a store. */
  public WorkbookInfoTask(WorkbookStore store) {
    this.store = store;
  }

  @Override
  public CompletionStage<Optional<WorkbookInfo>> run(TaskContext context, String id) {
    return store
        .find(context.tenant(), id)
        .thenApply(found -> found.map(workbook -> WorkbookDescription.of(workbook).withId(id)));
  }
}
