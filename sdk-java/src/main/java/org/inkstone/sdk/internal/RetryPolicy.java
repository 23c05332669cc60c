package org.inkstone.sdk.internal;

import java.time.Duration;

/**
 * When to try again.
 *
 * @param maxRetries how often after the first try; 0 is never
 * @param firstDelay before the first retry; doubled for each further one
 * @param maxDelay the longest wait; a longer {@code Retry-After} ends the retries
 */
public record RetryPolicy(int maxRetries, Duration firstDelay, Duration maxDelay) {
  public RetryPolicy {
    if (maxRetries < 0) {
      throw new IllegalArgumentException("maxRetries must not be negative, was " + maxRetries);
    }
  }

  /**
   * The wait before retry number {@code attempt}, counted from 0, with {@code jitter} in [0, 1).
   */
  Duration delay(int attempt, double jitter) {
    double factor = Math.pow(2, attempt) * (0.5 + jitter / 2);
    long millis = (long) Math.min(firstDelay.toMillis() * factor, (double) maxDelay.toMillis());
    return Duration.ofMillis(millis);
  }
}
