package org.inkstone.service.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.inkstone.service.task.ApiKey;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_key}. */
@Entity
@Table(name = "api_key")
class ApiKeyEntity {
  @Id String id;
  String tenant;
  String name;

  /** Separated by blanks. */
  String scopes;

  byte[] secretSha256;
  Instant createdAt;
  @Nullable Instant revokedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  ApiKeyEntity() {}

  static ApiKeyEntity of(
      ApiKeyToken token, String tenant, String name, Set<String> scopes, Instant now) {
    ApiKeyEntity row = new ApiKeyEntity();
    row.id = token.id();
    row.tenant = tenant;
    row.name = name;
    row.scopes = String.join(" ", new TreeSet<>(scopes));
    row.secretSha256 = token.secretSha256();
    row.createdAt = now;
    return row;
  }

  ApiKey toRecord() {
    Set<String> words = scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" "));
    return new ApiKey(id, tenant, name, words, createdAt, revokedAt);
  }
}
