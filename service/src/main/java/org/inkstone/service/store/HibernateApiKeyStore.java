package org.inkstone.service.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.inkstone.service.task.ApiKey;
import org.inkstone.service.task.ApiKeyStore;
import org.jspecify.annotations.Nullable;

/** API keys in the table {@code api_key}. */
@ApplicationScoped
class HibernateApiKeyStore implements ApiKeyStore {
  private static final byte[] NO_KEY = new byte[32];

  private final Sessions sessions;
  private final Clock clock;
  private final SecureRandom random;

  HibernateApiKeyStore(Sessions sessions, Clock clock, SecureRandom random) {
    this.sessions = sessions;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public CompletionStage<Created> create(String tenant, String name, Set<String> scopes) {
    return sessions.write(session -> insert(session, tenant, name, scopes));
  }

  @Override
  public CompletionStage<Optional<Created>> createFirst(
      String tenant, String name, Set<String> scopes) {
    return sessions.write(session ->
        session
            .createNativeQuery("lock table api_key in exclusive mode")
            .executeUpdate()
            .chain(() -> count(session))
            .chain(keys ->
                keys > 0
                    ? Uni.createFrom().item(Optional.<Created>empty())
                    : insert(session, tenant, name, scopes).map(Optional::of)));
  }

  private static Uni<Long> count(Mutiny.Session session) {
    return session
        .createSelectionQuery("select count(*) from ApiKeyEntity", Long.class)
        .getSingleResult();
  }

  private Uni<Created> insert(
      Mutiny.Session session, String tenant, String name, Set<String> scopes) {
    ApiKeyToken token = ApiKeyToken.random(random);
    ApiKeyEntity row = ApiKeyEntity.of(token, tenant, name, scopes, clock.instant());
    return session.persist(row).replaceWith(() -> new Created(row.toRecord(), token.text()));
  }

  @Override
  public CompletionStage<Optional<ApiKey>> authenticate(String token) {
    Optional<ApiKeyToken> parsed = ApiKeyToken.parse(token);
    if (parsed.isEmpty()) {
      return Ids.none();
    }
    return sessions
        .read(session -> session.find(ApiKeyEntity.class, parsed.get().id()))
        .thenApply(row -> checked(row, parsed.get()));
  }

  private static Optional<ApiKey> checked(@Nullable ApiKeyEntity row, ApiKeyToken token) {
    // an unknown id costs as much as a wrong secret
    boolean right = token.matches(row == null ? NO_KEY : row.secretSha256);
    return row != null && right && row.revokedAt == null
        ? Optional.of(row.toRecord())
        : Optional.empty();
  }

  @Override
  public CompletionStage<List<ApiKey>> list(String tenant) {
    return sessions
        .read(session ->
            session
                .createSelectionQuery(
                    "from ApiKeyEntity where tenant = :tenant order by createdAt, id",
                    ApiKeyEntity.class)
                .setParameter("tenant", tenant)
                .getResultList())
        .thenApply(rows -> rows.stream().map(ApiKeyEntity::toRecord).toList());
  }

  @Override
  public CompletionStage<Boolean> revoke(String tenant, String id) {
    return sessions
        .write(session ->
            session
                .createMutationQuery(
                    "update ApiKeyEntity set revokedAt = coalesce(revokedAt, :now)"
                        + " where id = :id and tenant = :tenant")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .setParameter("tenant", tenant)
                .executeUpdate())
        .thenApply(rows -> rows > 0);
  }
}
