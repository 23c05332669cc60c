package org.inkstone.service.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.inkstone.service.task.TaskException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request early into a problem. */
@ApplicationScoped
class ProblemMappers {
  private final Problems problems;
  private final AllowedMethods methods;

  ProblemMappers(Problems problems, AllowedMethods methods) {
    this.problems = problems;
    this.methods = methods;
  }

  @ServerExceptionMapper
  Response map(ProblemException cause, RoutingContext exchange) {
    return problems.response(exchange, cause);
  }

  @ServerExceptionMapper
  Response map(TaskException cause, RoutingContext exchange) {
    String message = String.valueOf(cause.getMessage());
    return problems.response(
        exchange,
        ProblemException.of(ProblemType.UNUSABLE_INPUT, message).at(cause.pointer(), message));
  }

  @ServerExceptionMapper
  Response map(WebApplicationException cause, RoutingContext exchange) {
    String path = exchange.normalizedPath();
    ProblemException problem =
        switch (cause.getResponse().getStatus()) {
          case 401 -> ProblemException.of(ProblemType.UNAUTHORIZED);
          case 404 -> ProblemException.of(ProblemType.NOT_FOUND, path);
          case 405 ->
              ProblemException.of(
                      ProblemType.METHOD_NOT_ALLOWED, exchange.request().method().name(), path)
                  .header(HttpHeaders.ALLOW, methods.of(path));
          case 406 -> ProblemException.of(ProblemType.NOT_ACCEPTABLE);
          case 413 -> ProblemException.of(ProblemType.TOO_LARGE, "");
          case 415 ->
              ProblemException.of(
                  ProblemType.UNSUPPORTED_MEDIA_TYPE,
                  path.equals("/v1/workbooks") ? "multipart/form-data" : "application/json");
          case 400 ->
              ProblemException.of(
                  ProblemType.INVALID_REQUEST, RequestFrame.of(exchange).words().text("no-body"));
          default -> problems.internal(cause, exchange);
        };
    return problems.response(exchange, problem);
  }

  @ServerExceptionMapper
  Response map(Throwable cause, RoutingContext exchange) {
    return problems.response(exchange, problems.internal(cause, exchange));
  }
}
