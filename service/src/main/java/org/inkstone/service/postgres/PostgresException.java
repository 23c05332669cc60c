package org.inkstone.service.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL could not be unpacked, started or stopped. */
public class PostgresException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public PostgresException(String message) {
    this(message, null);
  }

  public PostgresException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
