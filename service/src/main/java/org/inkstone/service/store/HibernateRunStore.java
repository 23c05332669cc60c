package org.inkstone.service.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.inkstone.service.task.RunRecord;
import org.inkstone.service.task.RunStore;

/** Runs in the table {@code run}. */
@ApplicationScoped
class HibernateRunStore implements RunStore {
  private final Mutiny.SessionFactory sessions;

  HibernateRunStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public CompletionStage<Void> save(RunRecord run) {
    return sessions
        .withTransaction(session -> session.persist(RunEntity.of(run)))
        .subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<Optional<RunRecord>> find(String tenant, String id) {
    Optional<UUID> key = Ids.parse(id);
    if (key.isEmpty()) {
      return Ids.none();
    }
    return sessions
        .withSession(session -> session.find(RunEntity.class, key.get()))
        .map(
            row ->
                Optional.ofNullable(row)
                    .filter(run -> run.tenant.equals(tenant))
                    .map(RunEntity::toRecord))
        .subscribeAsCompletionStage();
  }
}
