package org.inkstone.service.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.inkstone.service.task.ApiKeyStore;

/** Makes API keys for tests. */
@ApplicationScoped
class TestKeys {
  private final ApiKeyStore keys;

  TestKeys(ApiKeyStore keys) {
    this.keys = keys;
  }

  /** The header of a new key of this tenant. */
  String bearer(String tenant, String... scopes) {
    return "Bearer " + token(tenant, Set.of(scopes));
  }

  /** The header of a new key that may do everything. */
  String bearer(String tenant) {
    return "Bearer " + token(tenant, Scopes.ALL);
  }

  private String token(String tenant, Set<String> scopes) {
    return keys.create(tenant, "test", scopes).toCompletableFuture().join().token();
  }
}
