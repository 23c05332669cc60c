package org.inkstone.service.config;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.http.ProblemException;
import org.inkstone.service.http.ProblemType;
import org.inkstone.service.http.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What the engine can't do, as problems. */
@ApplicationScoped
class EngineProblems {
  private static final Duration A_WHILE = Duration.ofSeconds(5);

  private final Problems problems;

  EngineProblems(Problems problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper
  Response map(EngineException cause, RoutingContext exchange) {
    return problems.response(exchange, problem(cause, exchange));
  }

  private ProblemException problem(EngineException cause, RoutingContext exchange) {
    return switch (cause.kind()) {
      case OVERLOADED -> {
        String seconds = seconds(cause.retryAfter());
        yield ProblemException.of(ProblemType.OVERLOADED, seconds).header("Retry-After", seconds);
      }
      case UNAVAILABLE ->
          ProblemException.of(ProblemType.UNAVAILABLE, String.valueOf(cause.getMessage()))
              .header("Retry-After", seconds(null));
      case INVALID_REQUEST ->
          ProblemException.of(ProblemType.UNUSABLE_INPUT, String.valueOf(cause.getMessage()));
      case BAD_MODEL, INTERNAL -> problems.internal(cause, exchange);
    };
  }

  private static String seconds(@Nullable Duration wait) {
    return Long.toString(Math.max(1, (wait == null ? A_WHILE : wait).toSeconds()));
  }
}
