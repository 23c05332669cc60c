package org.inkstone.service.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.inkstone.service.task.TaskContext;

/** What a task is told about the request that it serves. */
@ApplicationScoped
class RequestContexts {
  private final RequestLimits limits;

  RequestContexts(RequestLimits limits) {
    this.limits = limits;
  }

  TaskContext of(RoutingContext exchange) {
    RequestFrame frame = RequestFrame.of(exchange);
    return new TaskContext(
        frame.key().tenant(), frame.id(), frame.arrived().plus(limits.deadline()));
  }
}
