package org.inkstone.service.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What every HTTP exchange passes before and after its resource: id, size, one log line. */
@ApplicationScoped
class Exchange {
  private static final Logger LOG = Logger.getLogger("inkstone.access");
  private static final int FIRST = 10_000;

  private final Clock clock;
  private final Problems problems;
  private final RequestLimits limits;
  private final AllowedMethods methods;

  Exchange(Clock clock, Problems problems, RequestLimits limits, AllowedMethods methods) {
    this.clock = clock;
    this.problems = problems;
    this.limits = limits;
    this.methods = methods;
  }

  void register(@Observes Filters filters) {
    filters.register(this::open, FIRST);
  }

  void register(@Observes Router router) {
    router.route("/v1/*").order(Integer.MAX_VALUE).failureHandler(this::fail);
  }

  private void open(RoutingContext exchange) {
    RequestFrame frame = RequestFrame.open(exchange, clock.instant());
    exchange.response().putHeader(RequestFrame.ID_HEADER, frame.id());
    if (exchange.normalizedPath().startsWith("/v1/")) {
      exchange.addEndHandler(end -> log(exchange, frame));
      long limit = limits.of(exchange.request().getHeader("Content-Type"));
      if (length(exchange.request().getHeader("Content-Length")) > limit) {
        exchange.response().putHeader("Connection", "close");
        problems.send(exchange, ProblemException.of(ProblemType.TOO_LARGE, Long.toString(limit)));
        return;
      }
    }
    exchange.next();
  }

  private void fail(RoutingContext exchange) {
    if (exchange.statusCode() == ProblemType.TOO_LARGE.status()) {
      long limit = limits.of(exchange.request().getHeader("Content-Type"));
      exchange.response().putHeader("Connection", "close");
      problems.send(exchange, ProblemException.of(ProblemType.TOO_LARGE, Long.toString(limit)));
    } else {
      exchange.next();
    }
  }

  private void log(RoutingContext exchange, RequestFrame frame) {
    // nothing that a caller wrote: no body, no query, no header, of the path only its template
    LOG.infof(
        "%s %s %d %d ms request_id=%s",
        exchange.request().method(),
        methods.template(exchange.normalizedPath()),
        exchange.response().getStatusCode(),
        Duration.between(frame.arrived(), clock.instant()).toMillis(),
        frame.id());
  }

  private static long length(@Nullable String header) {
    return header != null && header.matches("[0-9]{1,18}") ? Long.parseLong(header) : 0;
  }
}
