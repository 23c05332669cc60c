package org.inkstone.service.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.inkstone.sdk.model.ApiKeyInfo;
import org.inkstone.sdk.model.ApiKeyRequest;
import org.inkstone.service.task.ApiKey;
import org.inkstone.service.task.ApiKeyStore;
import org.jspecify.annotations.Nullable;

/** API keys of the caller's tenant. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
class KeyResource {
  private final ApiKeyStore keys;

  KeyResource(ApiKeyStore keys) {
    this.keys = keys;
  }

  @GET
  @Scope(Scopes.KEYS)
  public Uni<List<ApiKeyInfo>> list(RoutingContext exchange) {
    String tenant = RequestFrame.of(exchange).key().tenant();
    return Uni.createFrom()
        .completionStage(() -> keys.list(tenant))
        .map(found -> found.stream().map(key -> info(key, null)).toList());
  }

  /** A key can only give what it has. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Scope(Scopes.KEYS)
  public Uni<Response> create(ApiKeyRequest request, RoutingContext exchange) {
    ApiKey asking = RequestFrame.of(exchange).key();
    Set<String> scopes =
        request.scopes() == null ? asking.scopes() : new TreeSet<>(request.scopes());
    for (String scope : scopes) {
      if (!asking.scopes().contains(scope)) {
        throw ProblemException.of(ProblemType.FORBIDDEN, scope);
      }
    }
    return Uni.createFrom()
        .completionStage(() -> keys.create(asking.tenant(), request.name(), scopes))
        .map(made -> Response.status(201).entity(info(made.key(), made.token())).build());
  }

  @DELETE
  @Path("/{id}")
  @Scope(Scopes.KEYS)
  public Uni<Response> revoke(@PathParam("id") String id, RoutingContext exchange) {
    String tenant = RequestFrame.of(exchange).key().tenant();
    return Uni.createFrom()
        .completionStage(() -> keys.revoke(tenant, id))
        .map(known -> {
          if (!known) {
            throw ProblemException.of(ProblemType.NOT_FOUND, exchange.normalizedPath());
          }
          return Response.noContent().build();
        });
  }

  private static ApiKeyInfo info(ApiKey key, @Nullable String token) {
    return new ApiKeyInfo(
        key.id(),
        key.tenant(),
        key.name(),
        key.scopes().stream().sorted().toList(),
        key.createdAt().toString(),
        key.revokedAt() == null ? null : key.revokedAt().toString(),
        token);
  }
}
