package org.inkstone.sdk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.inkstone.sdk.internal.JsonApi;
import org.inkstone.sdk.internal.RetryPolicy;
import org.inkstone.sdk.internal.RetryingTransport;
import org.inkstone.sdk.internal.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The door to an Inkstone service. Immutable and safe for many threads; make one and keep it.
 *
 * <pre>{@code
 * OfficeClient office = OfficeClient.builder(URI.create("http://localhost:8080"), apiKey).build();
 * TaskResult<FormulaAnswer> result = office.formulas().write(request);
 * }</pre>
 *
 * <p>Every call has a synchronous and an asynchronous form of one implementation. Errors are
 * children of {@link org.inkstone.sdk.error.OfficeException}; a refused answer is not an error.
 */
public final class OfficeClient {
  private final Formulas formulas;
  private final Workbooks workbooks;
  private final Runs runs;

  private OfficeClient(JsonApi api) {
    this.formulas = new Formulas(api);
    this.workbooks = new Workbooks(api);
    this.runs = new Runs(api);
  }

  /**
   * Begins a client.
   *
   * @param baseUri where the service runs, without {@code /v1}
   * @param apiKey as the service printed it at its first start, or an administrator made it
   */
  public static Builder builder(URI baseUri, String apiKey) {
    return new Builder(baseUri, apiKey);
  }

  /** Plain words to formulas, and what belongs to them. */
  public Formulas formulas() {
    return formulas;
  }

  /** Uploaded workbooks. */
  public Workbooks workbooks() {
    return workbooks;
  }

  /** What was asked and answered before. */
  public Runs runs() {
    return runs;
  }

  /** The options of a client. */
  public static final class Builder {
    private final URI baseUri;
    private final String apiKey;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration requestTimeout = Duration.ofMinutes(3);
    private int maxRetries = 3;
    private @Nullable String language;
    private @Nullable HttpClient httpClient;

    private Builder(URI baseUri, String apiKey) {
      Objects.requireNonNull(baseUri, "baseUri");
      String scheme = baseUri.getScheme();
      if (!"http".equals(scheme) && !"https".equals(scheme)) {
        throw new IllegalArgumentException(
            "baseUri must be an http or https address, was " + baseUri);
      }
      if (apiKey == null || apiKey.isBlank()) {
        throw new IllegalArgumentException("an API key is needed; it must not be blank");
      }
      this.baseUri = baseUri;
      this.apiKey = apiKey;
    }

    /** How long to wait for a connection; 10 seconds unless set. */
    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = timeout;
      return this;
    }

    /**
     * How long one try may take; 3 minutes unless set: a minute more than the service gives a task.
     */
    public Builder requestTimeout(Duration timeout) {
      this.requestTimeout = timeout;
      return this;
    }

    /** How often a request is tried again after 429, 503 or a broken connection; 3 unless set. */
    public Builder maxRetries(int retries) {
      this.maxRetries = retries;
      return this;
    }

    /** The language of error details: {@code en} or {@code zh}. */
    public Builder language(String tag) {
      this.language = tag;
      return this;
    }

    /** An HTTP client of your own, for a proxy or a private certificate. */
    public Builder httpClient(HttpClient client) {
      this.httpClient = client;
      return this;
    }

    /** The client. */
    public OfficeClient build() {
      HttpClient http =
          httpClient == null
              ? HttpClient.newBuilder().connectTimeout(connectTimeout).build()
              : httpClient;
      Transport plain = request -> http.sendAsync(request, BodyHandlers.ofByteArray());
      RetryPolicy policy =
          new RetryPolicy(maxRetries, Duration.ofMillis(500), Duration.ofSeconds(60));
      Transport retrying =
          new RetryingTransport(
              plain,
              policy,
              Clock.systemUTC(),
              RandomGenerator.getDefault(),
              wait -> CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS));
      return new OfficeClient(new JsonApi(base(), apiKey, language, requestTimeout, retrying));
    }

    private URI base() {
      String text = baseUri.toString();
      return text.endsWith("/") ? baseUri : URI.create(text + "/");
    }
  }
}
