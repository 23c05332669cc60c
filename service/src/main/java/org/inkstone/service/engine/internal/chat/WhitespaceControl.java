package org.inkstone.service.engine.internal.chat;

/**
 * Applies Jinja's rules for the white space around tags to a template, and leaves one that needs
 * none: the library knows the minus of a block but not that of an expression, on which most chat
 * templates rest.
 *
 * <p>The rules are those under which such templates are written: a minus strips all white space on
 * its side; a block or comment also takes the spaces before it on its line and one line break after
 * it; one line break at the very end goes.
 */
final class WhitespaceControl {
  private final String source;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private char before = ' ';
  private boolean stripNext;

  private WhitespaceControl(String source) {
    this.source = source.endsWith("\n") ? source.substring(0, source.length() - 1) : source;
  }

  /** The template without modifiers and without the white space that they take. */
  static String apply(String template) {
    WhitespaceControl control = new WhitespaceControl(template);
    control.run();
    return control.out.toString();
  }

  private void run() {
    while (at < source.length()) {
      int open = nextOpen();
      text(open);
      if (open < source.length()) {
        tag(open);
      }
    }
  }

  private int nextOpen() {
    for (int i = at; i + 1 < source.length(); i++) {
      if (source.charAt(i) == '{' && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return source.length();
  }

  private void text(int end) {
    int from = stripNext ? skipWhitespace(at, end) : skipLineBreak(at, end);
    int to = end;
    char modifier = end + 2 < source.length() ? source.charAt(end + 2) : ' ';
    if (end < source.length() && modifier == '-') {
      to = skipWhitespaceBack(from, end);
    } else if (end < source.length() && modifier != '+' && source.charAt(end + 1) != '{') {
      to = skipIndent(from, end);
    }
    out.append(source, from, Math.max(from, to));
    at = end;
  }

  private void tag(int open) {
    char kind = source.charAt(open + 1);
    int close = close(open + 2, kind == '{' ? '}' : kind);
    int from = open + 2;
    int to = close;
    if (from < to && (source.charAt(from) == '-' || source.charAt(from) == '+')) {
      from++;
    }
    boolean minus = to > from && source.charAt(to - 1) == '-';
    to -= minus ? 1 : 0;
    if (kind != '#') {
      out.append('{').append(kind).append(source, from, to);
      out.append(source, close, Math.min(close + 2, source.length()));
    }
    stripNext = minus;
    before = kind;
    at = Math.min(close + 2, source.length());
  }

  /** Where the tag's end mark begins; marks inside quotes do not count. */
  private int close(int from, char mark) {
    char quote = 0;
    for (int i = from; i + 1 < source.length(); i++) {
      char c = source.charAt(i);
      if (quote != 0) {
        i += c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (mark != '#' && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == mark && source.charAt(i + 1) == '}') {
        return i;
      }
    }
    return source.length();
  }

  private int skipWhitespace(int from, int end) {
    int i = from;
    while (i < end && Character.isWhitespace(source.charAt(i))) {
      i++;
    }
    return i;
  }

  private int skipWhitespaceBack(int from, int end) {
    int i = end;
    while (i > from && Character.isWhitespace(source.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** After a block or comment one line break goes. */
  private int skipLineBreak(int from, int end) {
    if (before != '%' && before != '#') {
      return from;
    }
    int i = from < end && source.charAt(from) == '\r' ? from + 1 : from;
    return i < end && source.charAt(i) == '\n' ? i + 1 : from;
  }

  /** Before a block or comment the spaces go, if its line has nothing else before it. */
  private int skipIndent(int from, int end) {
    int i = end;
    while (i > from && (source.charAt(i - 1) == ' ' || source.charAt(i - 1) == '\t')) {
      i--;
    }
    boolean lineBegins = i == 0 || source.charAt(i - 1) == '\n';
    return lineBegins ? i : end;
  }
}
