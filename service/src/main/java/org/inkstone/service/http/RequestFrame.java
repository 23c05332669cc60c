package org.inkstone.service.http;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.inkstone.service.task.ApiKey;
import org.jspecify.annotations.Nullable;

/** What is known about one request from its first byte on; kept beside the HTTP exchange. */
final class RequestFrame {
  static final String ID_HEADER = "X-Request-Id";
  private static final String SLOT = RequestFrame.class.getName();
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final String id;
  private final Words words;
  private final Instant arrived;
  private @Nullable ApiKey key;
  private String bodySha256 = "";

  private RequestFrame(String id, Words words, Instant arrived) {
    this.id = id;
    this.words = words;
    this.arrived = arrived;
  }

  /** Opens the frame of a request: the caller's id if it is a plain one, else a new one. */
  static RequestFrame open(RoutingContext exchange, Instant now) {
    @Nullable String given = exchange.request().getHeader(ID_HEADER);
    String id = given != null && ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    Words words = Words.of(exchange.request().getHeader("Accept-Language"));
    RequestFrame frame = new RequestFrame(id, words, now);
    exchange.put(SLOT, frame);
    return frame;
  }

  /** The frame of this request. */
  static RequestFrame of(RoutingContext exchange) {
    return Objects.requireNonNull(exchange.<RequestFrame>get(SLOT), "no frame was opened");
  }

  String id() {
    return id;
  }

  Words words() {
    return words;
  }

  Instant arrived() {
    return arrived;
  }

  /** The key that the caller showed. */
  ApiKey key() {
    if (key == null) {
      throw new IllegalStateException("no key was checked for this request");
    }
    return key;
  }

  void key(ApiKey checked) {
    key = checked;
  }

  /** The digest of the body, once it was read. */
  String bodySha256() {
    return bodySha256;
  }

  void bodySha256(String sha256) {
    bodySha256 = sha256;
  }
}
