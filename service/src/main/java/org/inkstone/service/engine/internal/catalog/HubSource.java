package org.inkstone.service.engine.internal.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * A file of a model hub over HTTP: {@code <hub>/<repository>/resolve/<revision>/<file>}. A broken
 * connection is taken up again by a range request, as long as each try brings something; after some
 * tries in a row that bring nothing it gives up.
 */
final class HubSource implements Source {
  private static final int TRIES = 5;
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final URI address;
  private final Duration pause;

  /** The pause lies between two tries. */
  HubSource(URI hub, CatalogSource.Hub file, Duration pause) {
    this.address =
        URI.create(
            "%s/%s/resolve/%s/%s".formatted(hub, file.repository(), file.revision(), file.file()));
    this.pause = pause;
  }

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public void fetch(PartialFile file) throws IOException, InterruptedException {
    try (HttpClient client = client()) {
      int vain = 0;
      while (!file.isFull()) {
        long before = file.length();
        try {
          transfer(client, file);
        } catch (UnusableSourceException e) {
          throw e;
        } catch (IOException e) {
          vain = file.length() > before ? 0 : vain + 1;
          if (vain == TRIES) {
            throw e;
          }
          Thread.sleep(pause);
        }
      }
    }
  }

  private void transfer(HttpClient client, PartialFile file)
      throws IOException, InterruptedException {
    long start = file.length();
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWER);
    if (start > 0) {
      request.header("Range", "bytes=" + start + "-");
    }
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case 200 -> file.append(0, body, name());
        case 206 -> file.append(checkedStart(response, start), body, name());
        case 416 -> file.clear();
        case 429, 500, 502, 503, 504 ->
            throw new IOException("it answered with status " + response.statusCode());
        default ->
            throw new UnusableSourceException(
                "it answered with status " + response.statusCode() + ", expected 200 or 206");
      }
    }
    if (!file.isFull() && file.length() <= start) {
      throw new IOException("it sent nothing after byte " + start);
    }
  }

  private static long checkedStart(HttpResponse<?> response, long start)
      throws UnusableSourceException {
    String range = response.headers().firstValue("Content-Range").orElse("none");
    if (!range.startsWith("bytes " + start + "-")) {
      throw new UnusableSourceException(
          "it sent the range '%s', expected one that begins at %d".formatted(range, start));
    }
    return start;
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build();
  }
}
