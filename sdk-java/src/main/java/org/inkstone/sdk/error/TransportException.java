package org.inkstone.sdk.error;

import org.jspecify.annotations.Nullable;

/** No answer came: the connection failed, the time was up, or the answer could not be read. */
public class TransportException extends OfficeException {
  private static final long serialVersionUID = 1;

  /** With what happened and, if there is one, the cause. */
  public TransportException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
