package org.inkstone.sdk.error;

import java.time.Duration;
import java.util.Optional;
import org.inkstone.sdk.model.Problem;
import org.jspecify.annotations.Nullable;

/** The service is busy or not ready (429, 503), and still was after the last retry. */
public class OverloadedException extends ApiException {
  private static final long serialVersionUID = 1;

  private final @Nullable Duration retryAfter;

  /** With the problem as the service sent it, and how long it asked to wait. */
  public OverloadedException(Problem problem, @Nullable Duration retryAfter) {
    super(problem);
    this.retryAfter = retryAfter;
  }

  /** How long the service asked to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
