package org.inkstone.service.sheet.regex;

/** A pattern being read from left to right. */
final class PatternText {
  private final String text;
  private int at;

  PatternText(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The next character, or -1 at the end. */
  int peek() {
    return atEnd() ? -1 : text.codePointAt(at);
  }

  int next() {
    if (atEnd()) {
      throw error("the expression ends too early");
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  boolean startsWith(String prefix) {
    return text.startsWith(prefix, at);
  }

  /** Skips a prefix if it comes next. */
  boolean take(String prefix) {
    if (startsWith(prefix)) {
      at += prefix.length();
      return true;
    }
    return false;
  }

  void expect(String sign) {
    if (!take(sign)) {
      throw error("expected " + sign);
    }
  }

  /** Everything up to a sign, which is skipped. */
  String until(String sign) {
    int end = text.indexOf(sign, at);
    if (end < 0) {
      throw error("expected " + sign);
    }
    String found = text.substring(at, end);
    at = end + sign.length();
    return found;
  }

  /** The digits of a base that come next, at most so many. */
  String digits(int radix, int most) {
    int end = at;
    while (end < text.length() && end - at < most && isDigit(text.charAt(end), radix)) {
      end++;
    }
    String digits = text.substring(at, end);
    at = end;
    return digits;
  }

  private static boolean isDigit(char c, int radix) {
    return c < 128 && Character.digit(c, radix) >= 0;
  }

  /** The number of digits in a base; none is 0. */
  int number(String digits, int radix) {
    try {
      return digits.isEmpty() ? 0 : Integer.parseInt(digits, radix);
    } catch (NumberFormatException e) {
      throw error("too large a number: " + digits);
    }
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  RegexSyntaxException error(String message) {
    return new RegexSyntaxException(message, text, at);
  }
}
