package org.inkstone.sdk.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.inkstone.sdk.error.OfficeException;
import org.inkstone.sdk.error.TransportException;
import org.jspecify.annotations.Nullable;

/** Calls the service with JSON and turns its problems into exceptions, in this one place. */
public final class JsonApi {
  /** Ignores fields it does not know: a newer service may send more. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final URI base;
  private final String apiKey;
  private final @Nullable String language;
  private final Duration timeout;
  private final Transport transport;

  /** An API at {@code base}, which ends in a slash. */
  public JsonApi(
      URI base, String apiKey, @Nullable String language, Duration timeout, Transport transport) {
    this.base = base;
    this.apiKey = apiKey;
    this.language = language;
    this.timeout = timeout;
    this.transport = transport;
  }

  /** Gets a resource. */
  public <T> CompletableFuture<T> get(String path, TypeReference<T> type) {
    return call(() -> request(path).GET().build(), type);
  }

  /** Posts JSON, with a fresh idempotency key, so that it can be repeated. */
  public <T> CompletableFuture<T> post(String path, Object body, TypeReference<T> type) {
    return call(() -> jsonPost(path, body), type);
  }

  /** Uploads a file, with a fresh idempotency key, so that it can be repeated. */
  public <T> CompletableFuture<T> upload(String path, Multipart body, TypeReference<T> type) {
    return call(
        () ->
            request(path)
                .header("Content-Type", body.contentType())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body.publisher())
                .build(),
        type);
  }

  private HttpRequest jsonPost(String path, Object body) {
    try {
      return request(path)
          .header("Content-Type", "application/json")
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
          .build();
    } catch (JacksonException e) {
      throw new OfficeException("the request can't be written as JSON: " + e.getMessage(), e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(timeout)
            .header("Authorization", "Bearer " + apiKey)
            .header("Accept", "application/json, application/problem+json");
    return language == null ? request : request.header("Accept-Language", language);
  }

  private <T> CompletableFuture<T> call(Supplier<HttpRequest> request, TypeReference<T> type) {
    return transport
        .send(request.get())
        .handle((response, failure) -> {
          if (response == null) {
            throw translate(failure);
          }
          return read(response, type);
        });
  }

  private static <T> T read(HttpResponse<byte[]> response, TypeReference<T> type) {
    if (response.statusCode() >= 300) {
      throw ProblemReader.read(JSON, response, Clock.systemUTC());
    }
    try {
      return JSON.readValue(response.body(), type);
    } catch (IOException e) {
      throw new TransportException("the service's answer can't be read: " + e.getMessage(), e);
    }
  }

  private OfficeException translate(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof OfficeException known) {
      return known;
    } else if (cause instanceof HttpTimeoutException) {
      return new TransportException("no answer from " + base + " within " + timeout, cause);
    }
    return new TransportException("no answer from " + base + ": " + cause, cause);
  }
}
