package org.inkstone.service.task;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is kept, without its secret.
 *
 * @param id the part of the key that may be shown
 * @param tenant whose data it reaches
 * @param name what a person calls it
 * @param scopes what it may do
 * @param revokedAt since when it no longer works; null while it does
 */
public record ApiKey(
    String id,
    String tenant,
    String name,
    Set<String> scopes,
    Instant createdAt,
    @Nullable Instant revokedAt) {
  public ApiKey {
    scopes = Set.copyOf(scopes);
  }
}
