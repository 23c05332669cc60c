package org.inkstone.sdk.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import org.inkstone.sdk.error.ApiException;
import org.inkstone.sdk.error.AuthenticationException;
import org.inkstone.sdk.error.InvalidRequestException;
import org.inkstone.sdk.error.NotFoundException;
import org.inkstone.sdk.error.OverloadedException;
import org.inkstone.sdk.model.Problem;

/** Turns an answer of 300 and above into an exception. */
final class ProblemReader {
  private ProblemReader() {}

  static ApiException read(JsonMapper json, HttpResponse<byte[]> response, Clock clock) {
    Problem problem = problem(json, response);
    return switch (response.statusCode()) {
      case 400, 409, 413, 415, 422 -> new InvalidRequestException(problem);
      case 401, 403 -> new AuthenticationException(problem);
      case 404 -> new NotFoundException(problem);
      case 429, 503 ->
          new OverloadedException(problem, RetryAfter.of(response, clock).orElse(null));
      default -> new ApiException(problem);
    };
  }

  private static Problem problem(JsonMapper json, HttpResponse<byte[]> response) {
    try {
      Problem problem = json.readValue(response.body(), Problem.class);
      if (problem != null && problem.title() != null && problem.status() != 0) {
        return problem;
      }
    } catch (IOException notJson) {
      // Something between us and the service answered: a proxy knows no problem+json.
    }
    String id = response.headers().firstValue("X-Request-Id").orElse("unknown");
    return new Problem(
        "about:blank",
        "HTTP " + response.statusCode(),
        response.statusCode(),
        "the answer was no problem+json; " + response.body().length + " bytes",
        id,
        List.of());
  }
}
