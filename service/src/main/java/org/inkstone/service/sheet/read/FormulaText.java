package org.inkstone.service.sheet.read;

import java.util.List;
import java.util.regex.Pattern;

/** Formulas as files write them, turned into the text that a person sees. */
final class FormulaText {
  private static final List<String> PREFIXES =
      List.of("_xlfn.", "_xlws.", "_xlpm.", "_xludf.", "_xleta.");
  private static final Pattern ANY_PREFIX =
      Pattern.compile("_xl(?:fn|ws|pm|udf|eta)\\.", Pattern.CASE_INSENSITIVE);

  private FormulaText() {}

  /**
   * Without the prefixes that files put before newer functions and LET's names, and with {@code
   * A1#} and {@code @A1} instead of the functions that stand for them in files.
   */
  static String canonical(String formula) {
    if (!ANY_PREFIX.matcher(formula).find()) {
      return formula;
    }
    StringBuilder out = new StringBuilder(formula.length());
    int at = 0;
    while (at < formula.length()) {
      char c = formula.charAt(at);
      int literalEnd = literalEnd(formula, at);
      int prefix = prefixLength(formula, at);
      if (literalEnd > at) {
        out.append(formula, at, literalEnd);
        at = literalEnd;
      } else if (prefix > 0) {
        at += prefix;
        at = operatorCall(formula, at, out);
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  /**
   * The end of the text, quoted sheet name or bracket that begins here; {@code at} if none does.
   */
  static int literalEnd(String formula, int at) {
    char open = formula.charAt(at);
    if (open == '"' || open == '\'') {
      int end = at + 1;
      while (end < formula.length()) {
        if (formula.charAt(end) == open) {
          if (end + 1 < formula.length() && formula.charAt(end + 1) == open) {
            end++;
          } else {
            return end + 1;
          }
        }
        end++;
      }
      return end;
    }
    return open == '[' ? bracketEnd(formula, at) : at;
  }

  private static int bracketEnd(String formula, int at) {
    int depth = 0;
    for (int i = at; i < formula.length(); i++) {
      char c = formula.charAt(i);
      if (c == '\'') {
        i++; // escapes the next character of a column name
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && --depth == 0) {
        return i + 1;
      }
    }
    return formula.length();
  }

  private static int prefixLength(String formula, int at) {
    if (at > 0 && isNamePart(formula.charAt(at - 1)) && !formula.startsWith("_xlws.", at)) {
      return 0;
    }
    for (String prefix : PREFIXES) {
      if (formula.regionMatches(true, at, prefix, 0, prefix.length())) {
        return prefix.length();
      }
    }
    return 0;
  }

  static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '\\' || c == '?';
  }

  /** Writes {@code ANCHORARRAY(x)} as {@code x#} and {@code SINGLE(x)} as {@code @x}. */
  private static int operatorCall(String formula, int at, StringBuilder out) {
    boolean spill = formula.regionMatches(true, at, "ANCHORARRAY(", 0, 12);
    boolean single = formula.regionMatches(true, at, "SINGLE(", 0, 7);
    if (!spill && !single) {
      return at;
    }
    int open = at + (spill ? 11 : 6);
    int close = closing(formula, open);
    if (close < 0) {
      return at;
    }
    String inner = canonical(formula.substring(open + 1, close));
    out.append(spill ? inner + "#" : "@" + inner);
    return close + 1;
  }

  private static int closing(String formula, int open) {
    int depth = 0;
    int at = open;
    while (at < formula.length()) {
      int literalEnd = literalEnd(formula, at);
      if (literalEnd > at) {
        at = literalEnd;
        continue;
      }
      char c = formula.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
      at++;
    }
    return -1;
  }
}
