package org.inkstone.service.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.inkstone.service.task.ApiKey;
import org.inkstone.service.task.ApiKeyStore;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets a request pass if it shows a key that may do what the resource method asks for. */
@ApplicationScoped
class KeyCheck {
  private static final String BEARER = "Bearer ";

  private final ApiKeyStore keys;

  KeyCheck(ApiKeyStore keys) {
    this.keys = keys;
  }

  @ServerRequestFilter
  Uni<@Nullable Response> check(ResourceInfo resource, RoutingContext exchange) {
    @Nullable Scope scope = resource.getResourceMethod().getAnnotation(Scope.class);
    if (scope == null) {
      return Uni.createFrom()
          .failure(
              new IllegalStateException(resource.getResourceMethod() + " says no scope: closed"));
    }
    @Nullable String header = exchange.request().getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Uni.createFrom().failure(unauthorized());
    }
    return Uni.createFrom()
        .completionStage(() -> keys.authenticate(header.substring(BEARER.length()).strip()))
        .map(key -> admit(key, scope.value(), exchange));
  }

  private static @Nullable Response admit(
      Optional<ApiKey> found, String scope, RoutingContext exchange) {
    ApiKey key = found.orElseThrow(KeyCheck::unauthorized);
    if (!scope.isEmpty() && !key.scopes().contains(scope)) {
      throw ProblemException.of(ProblemType.FORBIDDEN, scope);
    }
    RequestFrame.of(exchange).key(key);
    return null; // pass
  }

  private static ProblemException unauthorized() {
    return ProblemException.of(ProblemType.UNAUTHORIZED)
        .header("WWW-Authenticate", "Bearer realm=\"inkstone\"");
  }
}
