package org.inkstone.service.sheet.regex;

/** A text that is no regular expression, or one of a kind that is not matched here. */
public final class RegexSyntaxException extends RuntimeException {
  RegexSyntaxException(String message, String pattern, int at) {
    super(message + ", at " + at + " of " + pattern, null, false, false);
  }
}
