package org.inkstone.service.sheet.read;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A file or its cells can't be read: says what kind of trouble it was, never with a value. */
public class SheetReadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The kinds of trouble. */
  public enum Kind {
    /** Not a format that is read. */
    UNSUPPORTED_FORMAT,
    /** Protected with a password. */
    ENCRYPTED,
    /** Damaged, or not what it claims to be. */
    MALFORMED,
    /** Built to harm: a document type declaration, an entity, a part outside the package. */
    FORBIDDEN,
    /** Larger than a {@link ReadLimit} allows. */
    LIMIT_EXCEEDED
  }

  private final Kind kind;
  private final @Nullable ReadLimit limit;
  private final long value;

  private SheetReadException(
      Kind kind, String message, @Nullable ReadLimit limit, long value, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.limit = limit;
    this.value = value;
  }

  static SheetReadException unsupported(String message) {
    return new SheetReadException(Kind.UNSUPPORTED_FORMAT, message, null, 0, null);
  }

  static SheetReadException encrypted(String message) {
    return new SheetReadException(Kind.ENCRYPTED, message, null, 0, null);
  }

  static SheetReadException malformed(String message) {
    return new SheetReadException(Kind.MALFORMED, message, null, 0, null);
  }

  static SheetReadException malformed(String message, Throwable cause) {
    return new SheetReadException(Kind.MALFORMED, message, null, 0, cause);
  }

  static SheetReadException forbidden(String message) {
    return new SheetReadException(Kind.FORBIDDEN, message, null, 0, null);
  }

  static SheetReadException limit(ReadLimit limit, long bound, long value) {
    return new SheetReadException(
        Kind.LIMIT_EXCEEDED,
        "the file is too large to read: at most "
            + bound
            + " "
            + limit.words()
            + " are allowed, found "
            + value,
        limit,
        value,
        null);
  }

  /** What kind of trouble it was. */
  public Kind kind() {
    return kind;
  }

  /** Which limit was passed; empty for another kind. */
  public Optional<ReadLimit> limit() {
    return Optional.ofNullable(limit);
  }

  /** The value that was above the limit, as far as it was counted. */
  public OptionalLong value() {
    return limit == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
