package org.inkstone.service.sheet.regex;

/**
 * Options that a pattern sets with {@code (?imsxnU)}.
 *
 * @param lines whether {@code ^} and {@code $} match at lines
 * @param dotAll whether a dot is any character
 * @param spaced whether spaces and comments are left out
 * @param bare whether plain parentheses take nothing
 * @param lazy whether repeats are lazy unless marked
 */
record Flags(
    boolean anyCase, boolean lines, boolean dotAll, boolean spaced, boolean bare, boolean lazy) {
  static Flags of(boolean anyCase) {
    return new Flags(anyCase, false, false, false, false, false);
  }

  /** With one option changed. */
  Flags with(int option, boolean on, PatternText text) {
    return switch (option) {
      case 'i' -> new Flags(on, lines, dotAll, spaced, bare, lazy);
      case 'm' -> new Flags(anyCase, on, dotAll, spaced, bare, lazy);
      case 's' -> new Flags(anyCase, lines, on, spaced, bare, lazy);
      case 'x' -> new Flags(anyCase, lines, dotAll, on, bare, lazy);
      case 'n' -> new Flags(anyCase, lines, dotAll, spaced, on, lazy);
      case 'U' -> new Flags(anyCase, lines, dotAll, spaced, bare, on);
      default -> throw text.error("unknown option " + Character.toString(option));
    };
  }
}
