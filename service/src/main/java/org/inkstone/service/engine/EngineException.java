package org.inkstone.service.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The engine could not do what was asked: the model file, the request, or the native runtime. */
public class EngineException extends RuntimeException {
  /** What kind of trouble it was. */
  public enum Kind {
    /** The request asks for something that cannot be: a bad grammar, a prompt over the window. */
    INVALID_REQUEST,
    /** Too much work is queued; try again later. */
    OVERLOADED,
    /** No model is loaded, or the engine is closed. */
    UNAVAILABLE,
    /** A model file is corrupt, hostile or unsupported. */
    BAD_MODEL,
    /** The native runtime failed. */
    INTERNAL
  }

  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  public EngineException(Kind kind, String message) {
    this(kind, message, null);
  }

  public EngineException(Kind kind, String message, @Nullable Throwable cause) {
    this(kind, message, cause, null);
  }

  private EngineException(
      Kind kind, String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** Too much work is queued; it should be worked off after the given time. */
  public static EngineException overloaded(String message, Duration retryAfter) {
    return new EngineException(Kind.OVERLOADED, message, null, retryAfter);
  }

  /** What kind of trouble it was. */
  public Kind kind() {
    return kind;
  }

  /** When to try again; known only for {@link Kind#OVERLOADED}. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
