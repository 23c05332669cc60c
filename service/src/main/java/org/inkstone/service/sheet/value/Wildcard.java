package org.inkstone.service.sheet.value;

import java.util.Locale;

/**
 * A text pattern: {@code ?} is one character, {@code *} any run, {@code ~} takes the next character
 * literally, whichever it is, so that {@code a~b} does not find itself.
 */
public final class Wildcard {
  private static final char ANY = '\uE000';
  private static final char ONE = '\uE001';

  private final String pattern;

  private Wildcard(String pattern) {
    this.pattern = pattern;
  }

  /** The pattern that a text writes. */
  public static Wildcard of(String text) {
    StringBuilder pattern = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '~' && i + 1 < text.length()) {
        pattern.append(text.charAt(++i));
      } else {
        pattern.append(c == '*' ? ANY : c == '?' ? ONE : c);
      }
    }
    return new Wildcard(pattern.toString().toLowerCase(Locale.ROOT));
  }

  /** Whether a text has signs that only a pattern gives a meaning. */
  public static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('~') >= 0;
  }

  /** Whether the whole text fits, without regard to case. */
  public boolean matches(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return end(lower, 0, true) >= 0;
  }

  /** The first place from an index where a part of the text fits; -1 if there is none. */
  public int find(String text, int from) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int start = from; start <= lower.length(); start++) {
      if (end(lower, start, false) >= 0) {
        return start;
      }
    }
    return -1;
  }

  /** Walks with one way back, to the last star: quadratic at worst. */
  private int end(String text, int start, boolean whole) {
    int at = start;
    int p = 0;
    int star = -1;
    int mark = start;
    while (true) {
      if (p == pattern.length() && (!whole || at == text.length())) {
        return at;
      } else if (p < pattern.length() && pattern.charAt(p) == ANY) {
        star = ++p;
        mark = at;
      } else if (at < text.length()
          && p < pattern.length()
          && fits(pattern.charAt(p), text.charAt(at))) {
        p++;
        at++;
      } else if (star >= 0 && mark < text.length()) {
        at = ++mark;
        p = star;
      } else {
        return -1;
      }
    }
  }

  private static boolean fits(char pattern, char c) {
    return pattern == ONE || pattern == c;
  }
}
