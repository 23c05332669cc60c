package org.inkstone.service.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code answer}: a claimed idempotency key, and the answer once there is one. */
@Entity
@Table(name = "answer")
@IdClass(AnswerEntity.Key.class)
class AnswerEntity {
  /** The primary key. */
  record Key(String tenant, String key) implements Serializable {}

  @Id String tenant;
  @Id String key;
  String requestSha256;
  Instant createdAt;
  Instant claimedUntil;
  @Nullable Integer status;
  @Nullable String body;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  AnswerEntity() {}
}
