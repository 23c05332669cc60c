package org.inkstone.service.task;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Keeps API keys; of a secret only its digest. */
public interface ApiKeyStore {
  /**
   * A key that was just made.
   *
   * @param token the whole key; nobody can read it again
   */
  record Created(ApiKey key, String token) {}

  /** Makes a key. */
  CompletionStage<Created> create(String tenant, String name, Set<String> scopes);

  /** Makes a key unless there is already one; of several processes only one makes it. */
  CompletionStage<Optional<Created>> createFirst(String tenant, String name, Set<String> scopes);

  /** The key that this token is, if it is one and isn't revoked. Compares in constant time. */
  CompletionStage<Optional<ApiKey>> authenticate(String token);

  /** The tenant's keys, the oldest first. */
  CompletionStage<List<ApiKey>> list(String tenant);

  /** Ends a key for good; false if the tenant has no such key. */
  CompletionStage<Boolean> revoke(String tenant, String id);
}
