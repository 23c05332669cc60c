package org.inkstone.service.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.task.RunRecord;
import org.inkstone.service.task.RunStore;

/** Runs in the table {@code run}. */
@ApplicationScoped
class HibernateRunStore implements RunStore {
  private final Sessions sessions;

  HibernateRunStore(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public CompletionStage<Void> save(RunRecord run) {
    return sessions.write(session -> session.persist(RunEntity.of(run)));
  }

  @Override
  public CompletionStage<Optional<RunRecord>> find(String tenant, String id) {
    Optional<UUID> key = Ids.parse(id);
    if (key.isEmpty()) {
      return Ids.none();
    }
    return sessions
        .read(session -> session.find(RunEntity.class, key.get()))
        .thenApply(row ->
            Optional.ofNullable(row)
                .filter(run -> run.tenant.equals(tenant))
                .map(RunEntity::toRecord));
  }
}
