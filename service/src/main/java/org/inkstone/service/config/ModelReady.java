package org.inkstone.service.config;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the model is loaded. */
@Readiness
@ApplicationScoped
class ModelReady implements HealthCheck {
  private final EngineHost host;

  ModelReady(EngineHost host) {
    this.host = host;
  }

  @Override
  public HealthCheckResponse call() {
    return host.loaded()
        .map(engine ->
            HealthCheckResponse.named("model")
                .up()
                .withData("id", engine.model().id())
                .withData("sha256", engine.model().sha256())
                .build())
        .orElseGet(() ->
            HealthCheckResponse.named("model").down().withData("reason", host.whyNot()).build());
  }
}
