package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without its secret.
 *
 * @param id the part of the key that may be shown
 * @param tenant whose data it reaches
 * @param name what a person calls it
 * @param scopes what it may do
 * @param createdAt ISO 8601, UTC
 * @param revokedAt since when it no longer works; absent while it does
 * @param key the whole key; only in the answer that creates it
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKeyInfo(
    String id,
    String tenant,
    String name,
    List<String> scopes,
    String createdAt,
    @Nullable String revokedAt,
    @Nullable String key) {
  public ApiKeyInfo {
    scopes = List.copyOf(scopes);
  }
}
