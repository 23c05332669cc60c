package org.inkstone.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.inkstone.sdk.model.Problem;

/** Writes problems, the same for REST resources and for what fails before one is reached. */
@ApplicationScoped
class Problems {
  static final String MEDIA_TYPE = "application/problem+json";

  private final ObjectMapper json;

  Problems(ObjectMapper json) {
    this.json = json;
  }

  /** As the answer of a resource. */
  Response response(RoutingContext exchange, ProblemException cause) {
    Response.ResponseBuilder response =
        Response.status(cause.type().status())
            .type(MEDIA_TYPE)
            .entity(text(problem(RequestFrame.of(exchange), cause)));
    cause.headers().forEach(response::header);
    return response.build();
  }

  /** Straight to the connection. */
  void send(RoutingContext exchange, ProblemException cause) {
    var response = exchange.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    response.setStatusCode(cause.type().status()).putHeader("Content-Type", MEDIA_TYPE);
    cause.headers().forEach(response::putHeader);
    response.end(text(problem(RequestFrame.of(exchange), cause)));
  }

  private static Problem problem(RequestFrame frame, ProblemException cause) {
    ProblemType type = cause.type();
    String detail = frame.words().detail(type, cause.arguments().toArray());
    List<Problem.Place> places = cause.places();
    return new Problem(
        type.urn(), frame.words().title(type), type.status(), detail, frame.id(), places);
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is plain data", e);
    }
  }
}
