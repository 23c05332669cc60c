package org.inkstone.service.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.read.WorkbookReader;
import org.inkstone.service.task.WorkbookStore;

/**
 * Workbooks in the table {@code workbook}: the file as it came, read again when it is asked for.
 */
@ApplicationScoped
class HibernateWorkbookStore implements WorkbookStore {
  private final Sessions sessions;
  private final WorkbookReader reader;
  private final Clock clock;
  private final ManagedExecutor workers;

  HibernateWorkbookStore(
      Sessions sessions, WorkbookReader reader, Clock clock, ManagedExecutor workers) {
    this.sessions = sessions;
    this.reader = reader;
    this.clock = clock;
    this.workers = workers;
  }

  @Override
  public CompletionStage<String> save(String tenant, String fileName, byte[] content) {
    WorkbookEntity row = WorkbookEntity.of(tenant, fileName, content, clock.instant());
    return sessions.write(session -> session.persist(row)).thenApply(done -> row.id.toString());
  }

  @Override
  public CompletionStage<Optional<Workbook>> find(String tenant, String id) {
    Optional<UUID> key = Ids.parse(id);
    if (key.isEmpty()) {
      return Ids.none();
    }
    return sessions
        .read(session -> session.find(WorkbookEntity.class, key.get()))
        .thenCompose(row ->
            row == null || !row.tenant.equals(tenant)
                ? Ids.<Workbook>none()
                : CompletableFuture.supplyAsync(
                    () -> Optional.of(reader.read(row.content, row.fileName)), workers));
  }
}
