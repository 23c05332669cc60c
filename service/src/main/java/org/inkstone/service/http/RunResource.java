package org.inkstone.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.inkstone.sdk.model.RunInfo;
import org.inkstone.service.task.ApiKey;
import org.inkstone.service.task.RunRecord;
import org.inkstone.service.task.RunStore;

/** Runs, as they were kept. */
@Path("/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
class RunResource {
  private final RunStore runs;
  private final ObjectMapper json;

  RunResource(RunStore runs, ObjectMapper json) {
    this.runs = runs;
    this.json = json;
  }

  @GET
  @Path("/{id}")
  @Scope(Scopes.RUNS)
  public Uni<RunInfo> get(@PathParam("id") String id, RoutingContext exchange) {
    ApiKey key = RequestFrame.of(exchange).key();
    return Uni.createFrom()
        .completionStage(() -> runs.find(key.tenant(), id))
        .map(found ->
            found.orElseThrow(
                () -> ProblemException.of(ProblemType.NOT_FOUND, exchange.normalizedPath())))
        .map(run -> info(run, key.scopes().contains(Scopes.RAW)));
  }

  private RunInfo info(RunRecord run, boolean raw) {
    return new RunInfo(
        run.id(),
        run.task(),
        run.startedAt().toString(),
        run.finishedAt().toString(),
        tree(run.requestJson()),
        tree(run.candidatesJson()),
        tree(run.resultJson()),
        raw ? run.prompt() : null,
        raw ? run.rawOutput() : null);
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a run is kept as JSON", e);
    }
  }
}
