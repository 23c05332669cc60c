package org.inkstone.service.task.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.inkstone.sdk.model.WorkbookInfo;
import org.inkstone.service.sheet.read.SheetReadException;
import org.inkstone.service.sheet.read.WorkbookReader;
import org.inkstone.service.task.Task;
import org.inkstone.service.task.TaskContext;
import org.inkstone.service.task.TaskException;
import org.inkstone.service.task.WorkbookStore;

/** Reads an uploaded workbook within the reader's limits, and keeps it if it can be read. */
public final class WorkbookUploadTask implements Task<WorkbookUpload, WorkbookInfo> {
  private final WorkbookReader reader;
  private final WorkbookStore store;
  private final Executor workers;

  /**
   * The task.
   *
   * @param workers where reading, which takes its time, is done
   */
  public WorkbookUploadTask(WorkbookReader reader, WorkbookStore store, Executor workers) {
    this.reader = reader;
    this.store = store;
    this.workers = workers;
  }

  @Override
  public CompletionStage<WorkbookInfo> run(TaskContext context, WorkbookUpload upload) {
    return CompletableFuture.supplyAsync(() -> read(upload), workers)
        .thenCompose(read ->
            store
                .save(context.tenant(), upload.fileName(), read.content())
                .thenApply(id -> read.description().withId(id)));
  }

  private Read read(WorkbookUpload upload) {
    try {
      byte[] content = Files.readAllBytes(upload.content());
      return new Read(content, WorkbookDescription.of(reader.read(content, upload.fileName())));
    } catch (SheetReadException e) {
      throw new TaskException("/file", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // plain data, never compared
  private record Read(byte[] content, WorkbookDescription description) {}
}
