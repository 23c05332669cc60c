package org.inkstone.service.plan;

/**
 * A word of a text: a run of letters and digits, one Chinese character, or one other sign.
 *
 * @param text as it stands there
 * @param key by which words are compared: normalized, in lower case, an English word by its stem
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends
 */
public record Word(String text, String key, int start, int end, Kind kind) {
  /** What it is made of. */
  public enum Kind {
    LATIN,
    HAN,
    SIGN
  }

  /** How much of a text it is: a Chinese character says as much as about half a Latin word. */
  public int weight() {
    return switch (kind) {
      case LATIN -> 2;
      case HAN -> 1;
      case SIGN -> 0;
    };
  }

  /** Whether it begins with a capital letter. */
  public boolean isCapitalized() {
    return kind == Kind.LATIN && Character.isUpperCase(text.codePointAt(0));
  }
}
