package org.inkstone.service.sheet.regex;

import java.util.List;

/** A set of characters. As in PCRE2, {@code \d}, {@code \w} and {@code \s} are of ASCII. */
@FunctionalInterface
interface CodePoints {
  CodePoints ALL = c -> true;
  CodePoints NOT_NEWLINE = c -> c != '\n';
  CodePoints DIGIT = c -> c >= '0' && c <= '9';
  CodePoints WORD = c -> CodePoints.isAsciiLetter(c) || DIGIT.has(c) || c == '_';
  CodePoints SPACE = c -> c == ' ' || c >= '\t' && c <= '\r';
  CodePoints HORIZONTAL =
      c ->
          c == ' '
              || c == '\t'
              || c == 0xa0
              || c == 0x1680
              || c == 0x180e
              || c >= 0x2000 && c <= 0x200a
              || c == 0x202f
              || c == 0x205f
              || c == 0x3000;
  CodePoints VERTICAL = c -> c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;

  boolean has(int codePoint);

  static boolean isAsciiLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static CodePoints of(int codePoint) {
    return c -> c == codePoint;
  }

  static CodePoints range(int first, int last) {
    return c -> c >= first && c <= last;
  }

  static CodePoints any(List<CodePoints> sets) {
    CodePoints[] all = sets.toArray(CodePoints[]::new);
    return c -> {
      for (CodePoints set : all) {
        if (set.has(c)) {
          return true;
        }
      }
      return false;
    };
  }

  default CodePoints negated() {
    return c -> !has(c);
  }

  default CodePoints negatedIf(boolean negated) {
    return negated ? negated() : this;
  }

  /** With the characters that differ in case only. */
  default CodePoints anyCase() {
    return c -> {
      int lower = Character.toLowerCase(c);
      int upper = Character.toUpperCase(c);
      return has(c) || has(lower) || has(upper) || has(Character.toLowerCase(upper));
    };
  }

  default CodePoints anyCaseIf(boolean anyCase) {
    return anyCase ? anyCase() : this;
  }
}
