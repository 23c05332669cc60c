package org.inkstone.sdk.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryingTransportTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final HttpRequest GET =
      HttpRequest.newBuilder(URI.create("http://localhost/x")).build();
  private static final HttpRequest POST =
      HttpRequest.newBuilder(URI.create("http://localhost/x"))
          .POST(HttpRequest.BodyPublishers.noBody())
          .build();

  private final Deque<Object> answers = new ArrayDeque<>();
  private final List<Duration> waits = new ArrayList<>();

  @Test
  void waitsAsLongAsTheServiceAsks() {
    answers.addAll(List.of(response(429, "7"), response(503, "2"), response(200, null)));
    assertEquals(200, send(POST).statusCode());
    assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(2)), waits);
  }

  @Test
  void readsRetryAfterAsDate() {
    answers.addAll(List.of(response(503, "Tue, 24 Nov 2026 12:00:05 GMT"), response(200, null)));
    assertEquals(200, send(GET).statusCode());
    assertEquals(List.of(Duration.ofSeconds(5)), waits);
  }

  @Test
  void waitsLongerEachTimeWithoutRetryAfterAndGivesUp() {
    answers.addAll(
        List.of(
            response(503, null), response(503, null), response(503, null), response(503, null)));
    assertEquals(503, send(GET).statusCode());
    assertEquals(3, waits.size());
    for (int i = 0; i < 3; i++) {
      long full = 500L << i;
      long millis = waits.get(i).toMillis();
      assertTrue(millis >= full / 2 && millis <= full, () -> "waited " + waits);
    }
  }

  @Test
  void doesNotWaitLongerThanTheCallerWants() {
    answers.add(response(429, "3600"));
    assertEquals(429, send(GET).statusCode());
    assertEquals(List.of(), waits);
  }

  @Test
  void doesNotRetryOtherErrors() {
    answers.add(response(500, "1"));
    assertEquals(500, send(GET).statusCode());
  }

  @Test
  void repeatsBrokenGetButNotPostWithoutKey() {
    answers.addAll(List.of(new IOException("reset"), response(200, null)));
    assertEquals(200, send(GET).statusCode());
    answers.add(new IOException("reset"));
    CompletionException failure = assertThrows(CompletionException.class, () -> send(POST));
    assertInstanceOf(IOException.class, failure.getCause());
  }

  @Test
  void repeatsBrokenPostWithIdempotencyKey() {
    answers.addAll(List.of(new IOException("reset"), response(200, null)));
    HttpRequest keyed =
        HttpRequest.newBuilder(POST, (name, value) -> true).header("Idempotency-Key", "k").build();
    assertEquals(200, send(keyed).statusCode());
  }

  @Test
  void doesNotRepeatAfterTimeout() {
    answers.add(new HttpTimeoutException("slow"));
    assertThrows(CompletionException.class, () -> send(GET));
    assertEquals(List.of(), waits);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    Transport scripted =
        ignored -> {
          Object next = answers.remove();
          return next instanceof Answer answer
              ? CompletableFuture.completedFuture(answer)
              : CompletableFuture.failedFuture((IOException) next);
        };
    return new RetryingTransport(
            scripted,
            new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(60)),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new SplittableRandom(1),
            wait -> {
              waits.add(wait);
              return Runnable::run;
            })
        .send(request)
        .join();
  }

  private static Answer response(int status, @Nullable String retryAfter) {
    return new Answer(
        status, retryAfter == null ? Map.of() : Map.of("Retry-After", List.of(retryAfter)));
  }

  /** An answer without a server. */
  private record Answer(int statusCode, Map<String, List<String>> fields)
      implements HttpResponse<byte[]> {
    @Override
    public HttpRequest request() {
      return GET;
    }

    @Override
    public Optional<HttpResponse<byte[]>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(fields, (name, value) -> true);
    }

    @Override
    public byte[] body() {
      return new byte[0];
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return Optional.empty();
    }

    @Override
    public URI uri() {
      return GET.uri();
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }
}
