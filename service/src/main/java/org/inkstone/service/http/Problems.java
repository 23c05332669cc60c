package org.inkstone.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.inkstone.sdk.model.Problem;
import org.jboss.logging.Logger;

/** Writes problems, the same for REST resources and for what fails before one is reached. */
@ApplicationScoped
public class Problems {
  private static final Logger LOG = Logger.getLogger("inkstone.problem");
  static final String MEDIA_TYPE = "application/problem+json";

  private final ObjectMapper json;

  Problems(ObjectMapper json) {
    this.json = json;
  }

  /** As the answer of a resource. */
  public Response response(RoutingContext exchange, ProblemException cause) {
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

  /** A fault of ours: logged with the places in code, told as nothing but the request id. */
  public ProblemException internal(Throwable cause, RoutingContext exchange) {
    String id = RequestFrame.of(exchange).id();
    // an exception's message may quote what the caller sent, so only the places in code are logged
    LOG.errorf("request %s failed: %s", id, places(cause));
    LOG.debugf(cause, "request %s", id);
    return ProblemException.of(ProblemType.INTERNAL, id);
  }

  private static String places(Throwable cause) {
    String frames =
        Arrays.stream(cause.getStackTrace())
            .limit(12)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(" < "));
    String own = cause.getClass().getName() + " at " + frames;
    return cause.getCause() == null ? own : own + " caused by " + places(cause.getCause());
  }
}
