package org.inkstone.sdk.error;

import org.inkstone.sdk.model.Problem;

/** The request can't be used (400, 409, 413, 415, 422); its problem names the places. */
public class InvalidRequestException extends ApiException {
  private static final long serialVersionUID = 1;

  /** With the problem as the service sent it. */
  public InvalidRequestException(Problem problem) {
    super(problem);
  }
}
