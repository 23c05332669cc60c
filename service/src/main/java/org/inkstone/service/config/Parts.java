package org.inkstone.service.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.inkstone.service.sheet.read.ReadLimits;
import org.inkstone.service.sheet.read.WorkbookReader;
import org.inkstone.service.task.WorkbookStore;
import org.inkstone.service.task.workbook.WorkbookInfoTask;
import org.inkstone.service.task.workbook.WorkbookUploadTask;

/** The plain parts, given what they need. */
class Parts {
  @Produces
  @Singleton
  WorkbookReader workbookReader() {
    return new WorkbookReader(ReadLimits.usual());
  }

  @Produces
  @Singleton
  WorkbookUploadTask workbookUpload(
      WorkbookReader reader, WorkbookStore store, ManagedExecutor workers) {
    return new WorkbookUploadTask(reader, store, workers);
  }

  @Produces
  @Singleton
  WorkbookInfoTask workbookInfo(WorkbookStore store) {
    return new WorkbookInfoTask(store);
  }
}
