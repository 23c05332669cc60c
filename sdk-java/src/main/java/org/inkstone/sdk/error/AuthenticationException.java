package org.inkstone.sdk.error;

import org.inkstone.sdk.model.Problem;

/** The API key is missing, unknown or revoked (401), or may not do this (403). */
public class AuthenticationException extends ApiException {
  private static final long serialVersionUID = 1;

  /** With the problem as the service sent it. */
  public AuthenticationException(Problem problem) {
    super(problem);
  }
}
