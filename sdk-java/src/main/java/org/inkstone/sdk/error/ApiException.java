package org.inkstone.sdk.error;

import org.inkstone.sdk.model.Problem;

/** The service answered with a problem. */
public class ApiException extends OfficeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** With the problem as the service sent it. */
  public ApiException(Problem problem) {
    super(
        problem.status()
            + " "
            + problem.title()
            + ": "
            + problem.detail()
            + " (request "
            + problem.requestId()
            + ")",
        null);
    this.problem = problem;
  }

  /** What the service said, with the places in the request that caused it. */
  public Problem problem() {
    return problem;
  }

  /** The HTTP status. */
  public int status() {
    return problem.status();
  }

  /** The id under which the server's log knows the request. */
  public String requestId() {
    return problem.requestId();
  }
}
