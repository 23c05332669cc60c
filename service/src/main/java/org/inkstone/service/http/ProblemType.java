package org.inkstone.service.http;

/**
 * The kinds of problem that a caller can meet; each has its words in {@code problems_*.properties}.
 */
public enum ProblemType {
  MALFORMED_JSON("malformed-json", 400),
  INVALID_REQUEST("invalid-request", 400),
  UNKNOWN_FIELD("unknown-field", 400),
  UNAUTHORIZED("unauthorized", 401),
  FORBIDDEN("forbidden", 403),
  NOT_FOUND("not-found", 404),
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  NOT_ACCEPTABLE("not-acceptable", 406),
  IDEMPOTENCY_BUSY("idempotency-key-busy", 409),
  TOO_LARGE("too-large", 413),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
  UNUSABLE_INPUT("unusable-input", 422),
  IDEMPOTENCY_REUSED("idempotency-key-reused", 422),
  OVERLOADED("overloaded", 429),
  INTERNAL("internal", 500),
  UNAVAILABLE("unavailable", 503),
  TIMEOUT("timeout", 504);

  private final String name;
  private final int status;

  ProblemType(String name, int status) {
    this.name = name;
    this.status = status;
  }

  String urn() {
    return "urn:inkstone:problem:" + name;
  }

  /** The name in the URN, which is also the key of its words. */
  String key() {
    return name;
  }

  int status() {
    return status;
  }
}
