package org.inkstone.service.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.inkstone.sdk.model.FunctionList;
import org.inkstone.service.task.formula.FunctionListing;

/** The functions of the calculation engine. */
@Path("/v1/functions")
@Produces(MediaType.APPLICATION_JSON)
class FunctionResource {
  private final FunctionListing listing;
  private final RequestContexts contexts;

  FunctionResource(FunctionListing listing, RequestContexts contexts) {
    this.listing = listing;
    this.contexts = contexts;
  }

  @GET
  @Scope("")
  public Uni<FunctionList> list(RoutingContext exchange) {
    return Uni.createFrom()
        .completionStage(() -> listing.run(contexts.of(exchange), FunctionListing.All.FUNCTIONS));
  }
}
