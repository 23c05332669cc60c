package org.inkstone.service.task;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.sheet.Workbook;

/** Keeps uploaded workbooks. */
public interface WorkbookStore {
  /**
   * Stores the bytes of a file that was read without a problem.
   *
   * @return its id
   */
  CompletionStage<String> save(String tenant, String fileName, byte[] content);

  /** The workbook with this id, if it belongs to the tenant. */
  CompletionStage<Optional<Workbook>> find(String tenant, String id);
}
