package org.inkstone.service.sheet.value;

/** More work or memory was asked for than a calculation may take. */
public final class LimitException extends RuntimeException {
  /** With the limit and what was asked for. */
  public LimitException(String message) {
    super(message, null, false, false);
  }
}
