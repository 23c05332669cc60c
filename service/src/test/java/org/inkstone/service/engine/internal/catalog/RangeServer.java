package org.inkstone.service.engine.internal.catalog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A small hub on this machine: it serves one file, with ranges, and can be made to misbehave. */
final class RangeServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final byte[] content;
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private final AtomicInteger breaks = new AtomicInteger();
  private volatile int breakAfter;
  private volatile int status = 200;
  private volatile boolean knowsRanges = true;

  RangeServer(String path, byte[] content) {
    this.content = content.clone();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(path, this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create(
        "http://%s:%d"
            .formatted(
                server.getAddress().getAddress().getHostAddress(), server.getAddress().getPort()));
  }

  /** Closes the next connections after so many bytes each. */
  RangeServer breaking(int times, int bytes) {
    breakAfter = bytes;
    breaks.set(times);
    return this;
  }

  RangeServer answering(int code) {
    status = code;
    return this;
  }

  RangeServer withoutRanges() {
    knowsRanges = false;
    return this;
  }

  /** The {@code Range} header of each request so far; {@code none} where there was none. */
  List<String> ranges() {
    return List.copyOf(ranges);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(range == null ? "none" : range);
    try (exchange) {
      if (status != 200) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      int start =
          range == null || !knowsRanges
              ? 0
              : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
      int length = content.length - start;
      if (length <= 0) {
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      if (start > 0) {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes %d-%d/%d".formatted(start, content.length - 1, content.length));
      }
      exchange.sendResponseHeaders(start > 0 ? 206 : 200, length);
      boolean broken = breaks.getAndDecrement() > 0;
      exchange
          .getResponseBody()
          .write(content, start, broken ? Math.min(breakAfter, length) : length);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
