package org.inkstone.sdk.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of all that this SDK throws. A refused or unverified answer is a result, not an error.
 */
public class OfficeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what happened and, if there is one, the cause. */
  public OfficeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
