package org.inkstone.service.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.inkstone.sdk.model.EvaluateRequest;
import org.inkstone.sdk.model.EvaluateResult;
import org.inkstone.sdk.model.ExplainResult;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.TaskResult;
import org.inkstone.service.task.Task;

/** Formulas: from words, their values, their explanation. */
@Path("/v1/formulas")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class FormulaResource {
  private final Task<FormulaRequest, TaskResult<FormulaAnswer>> write;
  private final Task<EvaluateRequest, EvaluateResult> evaluate;
  private final Task<EvaluateRequest, ExplainResult> explain;
  private final Idempotency idempotency;
  private final RequestContexts contexts;

  FormulaResource(
      Task<FormulaRequest, TaskResult<FormulaAnswer>> write,
      Task<EvaluateRequest, EvaluateResult> evaluate,
      Task<EvaluateRequest, ExplainResult> explain,
      Idempotency idempotency,
      RequestContexts contexts) {
    this.write = write;
    this.evaluate = evaluate;
    this.explain = explain;
    this.idempotency = idempotency;
    this.contexts = contexts;
  }

  @POST
  @Scope(Scopes.FORMULAS)
  public Uni<Response> write(FormulaRequest request, RoutingContext exchange) {
    return idempotency.answer(exchange, 200, () -> write.run(contexts.of(exchange), request));
  }

  @POST
  @Path("/evaluate")
  @Scope(Scopes.FORMULAS)
  public Uni<Response> evaluate(EvaluateRequest request, RoutingContext exchange) {
    return idempotency.answer(exchange, 200, () -> evaluate.run(contexts.of(exchange), request));
  }

  @POST
  @Path("/explain")
  @Scope(Scopes.FORMULAS)
  public Uni<Response> explain(EvaluateRequest request, RoutingContext exchange) {
    return idempotency.answer(exchange, 200, () -> explain.run(contexts.of(exchange), request));
  }
}
