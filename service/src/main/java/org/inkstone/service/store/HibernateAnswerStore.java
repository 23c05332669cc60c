package org.inkstone.service.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.inkstone.service.task.AnswerStore;

/** Answers in the table {@code answer}; the database decides who claims a key. */
@ApplicationScoped
class HibernateAnswerStore implements AnswerStore {
  private static final String CLAIM =
      """
      insert into answer (tenant, key, request_sha256, created_at, claimed_until)
      values (:tenant, :key, :request, :now, :until)
      on conflict (tenant, key) do update set claimed_until = :until
        where answer.status is null and answer.claimed_until < :now
          and answer.request_sha256 = :request
      """;

  private final Sessions sessions;
  private final Clock clock;

  HibernateAnswerStore(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Claim> claim(
      String tenant, String key, String requestSha256, Duration lease) {
    Instant now = clock.instant();
    return sessions.write(session ->
        session
            .createNativeQuery(CLAIM)
            .setParameter("tenant", tenant)
            .setParameter("key", key)
            .setParameter("request", requestSha256)
            .setParameter("now", now)
            .setParameter("until", now.plus(lease))
            .executeUpdate()
            .chain(rows ->
                rows > 0
                    ? Uni.createFrom().<Claim>item(new Claim.Mine())
                    : standing(session, tenant, key, requestSha256)));
  }

  private static Uni<Claim> standing(
      Mutiny.Session session, String tenant, String key, String requestSha256) {
    return session
        .find(AnswerEntity.class, new AnswerEntity.Key(tenant, key))
        .map(row -> {
          if (row == null) {
            return new Claim.Busy(); // given up at this very moment: the caller tries again
          } else if (!row.requestSha256.equals(requestSha256)) {
            return new Claim.Different();
          } else if (row.status == null || row.body == null) {
            return new Claim.Busy();
          }
          return new Claim.Done(new Answer(row.status, row.body));
        });
  }

  @Override
  public CompletionStage<Void> keep(String tenant, String key, Answer answer) {
    return sessions.write(session ->
        session
            .createMutationQuery(
                "update AnswerEntity set status = :status, body = :body"
                    + " where tenant = :tenant and key = :key")
            .setParameter("status", answer.status())
            .setParameter("body", answer.body())
            .setParameter("tenant", tenant)
            .setParameter("key", key)
            .executeUpdate()
            .replaceWithVoid());
  }

  @Override
  public CompletionStage<Void> giveUp(String tenant, String key) {
    return sessions.write(session ->
        session
            .createMutationQuery(
                "delete AnswerEntity" + " where tenant = :tenant and key = :key and status is null")
            .setParameter("tenant", tenant)
            .setParameter("key", key)
            .executeUpdate()
            .replaceWithVoid());
  }

  @Override
  public CompletionStage<Integer> forget(Duration olderThan) {
    return sessions.write(session ->
        session
            .createMutationQuery(
                "delete AnswerEntity where createdAt < :then and claimedUntil < :now")
            .setParameter("then", clock.instant().minus(olderThan))
            .setParameter("now", clock.instant())
            .executeUpdate());
  }

  @Override
  public CompletionStage<Integer> freeAbandoned() {
    return sessions.write(session ->
        session.createMutationQuery("delete AnswerEntity where status is null").executeUpdate());
  }
}
