package org.inkstone.service.functional;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;
import org.inkstone.sdk.OfficeClient;
import org.inkstone.service.http.Scopes;
import org.inkstone.service.task.ApiKeyStore;

/** The door that host products use, to the service under test. */
@ApplicationScoped
class Office {
  private final ApiKeyStore keys;

  Office(ApiKeyStore keys) {
    this.keys = keys;
  }

  /** A client of this tenant that may do everything and tries nothing twice. */
  OfficeClient client(String tenant) {
    return builder(tenant).build();
  }

  OfficeClient.Builder builder(String tenant) {
    String key = keys.create(tenant, "test", Scopes.ALL).toCompletableFuture().join().token();
    return OfficeClient.builder(address(), key).maxRetries(0);
  }

  static URI address() {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    return URI.create("http://localhost:" + port);
  }
}
