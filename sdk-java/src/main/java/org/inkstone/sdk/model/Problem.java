package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * Why a request failed, as RFC 9457 has it.
 *
 * @param type which kind of problem, a stable URN such as {@code urn:inkstone:problem:not-found}
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what happened this time, in the caller's language
 * @param requestId the id under which the server's log knows the request
 * @param errors the places in the request that caused it; empty where there are none
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Place> errors) {
  public Problem {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  /**
   * One place in the request.
   *
   * @param pointer a JSON pointer such as {@code /sheet/cells/0/3}; empty is the whole body
   * @param message what is wrong there
   */
  public record Place(String pointer, String message) {}
}
