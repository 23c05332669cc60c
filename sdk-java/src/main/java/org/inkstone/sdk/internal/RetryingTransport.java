package org.inkstone.sdk.internal;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Tries again after 429 and 503, honouring {@code Retry-After}, and after a broken connection where
 * a repeated request can do no harm: a GET, or one with an idempotency key. Waits grow by doubling,
 * with jitter.
 */
public final class RetryingTransport implements Transport {
  private final Transport next;
  private final RetryPolicy policy;
  private final Clock clock;
  private final RandomGenerator random;
  private final Function<Duration, Executor> sleeper;

  /**
   * A retrying transport.
   *
   * @param sleeper gives an executor that runs what it gets after a while
   */
  public RetryingTransport(
      Transport next,
      RetryPolicy policy,
      Clock clock,
      RandomGenerator random,
      Function<Duration, Executor> sleeper) {
    this.next = next;
    this.policy = policy;
    this.clock = clock;
    this.random = random;
    this.sleeper = sleeper;
  }

  @Override
  public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
    return attempt(request, 0);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // thenCompose awaits it
  private CompletableFuture<HttpResponse<byte[]>> attempt(HttpRequest request, int attempt) {
    return next.send(request)
        .handle((response, failure) -> decide(request, attempt, response, failure))
        .thenCompose(Function.identity());
  }

  private CompletableFuture<HttpResponse<byte[]>> decide(
      HttpRequest request,
      int attempt,
      @Nullable HttpResponse<byte[]> response,
      @Nullable Throwable failure) {
    Optional<Duration> wait =
        response == null ? afterFailure(request, failure, attempt) : after(response, attempt);
    if (wait.isPresent()) {
      return CompletableFuture.runAsync(() -> {}, sleeper.apply(wait.get()))
          .thenCompose(done -> attempt(request, attempt + 1));
    }
    return response == null
        ? CompletableFuture.failedFuture(
            failure == null ? new IllegalStateException("no response") : failure)
        : CompletableFuture.completedFuture(response);
  }

  private Optional<Duration> after(HttpResponse<byte[]> response, int attempt) {
    boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
    if (!busy || attempt >= policy.maxRetries()) {
      return Optional.empty();
    }
    Optional<Duration> asked = RetryAfter.of(response, clock);
    return asked.isEmpty()
        ? Optional.of(backoff(attempt))
        : asked.filter(wait -> wait.compareTo(policy.maxDelay()) <= 0);
  }

  private Optional<Duration> afterFailure(
      HttpRequest request, @Nullable Throwable failure, int attempt) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    boolean broken = cause instanceof IOException && !(cause instanceof HttpTimeoutException);
    return broken && isRepeatable(request) && attempt < policy.maxRetries()
        ? Optional.of(backoff(attempt))
        : Optional.empty();
  }

  private Duration backoff(int attempt) {
    return policy.delay(attempt, random.nextDouble());
  }

  private static boolean isRepeatable(HttpRequest request) {
    return request.method().equals("GET")
        || request.headers().firstValue("Idempotency-Key").isPresent();
  }
}
