package org.inkstone.sdk.error;

import org.inkstone.sdk.model.Problem;

/** There is no such thing for this tenant (404). */
public class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1;

  /** With the problem as the service sent it. */
  public NotFoundException(Problem problem) {
    super(problem);
  }
}
