package org.inkstone.service.sheet.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A piece of a number format.
 *
 * @param text what it writes, or the signs of its placeholder
 */
record FormatToken(Kind kind, String text) {
  enum Kind {
    LITERAL,
    /** One of {@code 0 # ?}. */
    DIGIT,
    POINT,
    COMMA,
    PERCENT,
    EXPONENT,
    SLASH,
    GENERAL,
    /** The text itself. */
    TEXT,
    /** A run of y, m, d, h, s, a, e or g. */
    DATE,
    HALF_DAY,
    /** Hours, minutes or seconds in all. */
    ELAPSED,
    /** A bracket with a condition, a colour, or a language. */
    BRACKET
  }

  private static final Pattern KNOWN_BRACKET =
      Pattern.compile(
          "(<=|>=|<>|<|>|=)-?[0-9.]+|\\$-.*|dbnum[1-4]|natnum\\d+"
              + "|black|blue|cyan|green|magenta|red|white|yellow|color ?\\d+"
              + "|黑色|蓝色|青色|绿色|洋红|红色|白色|黄色|颜色 ?\\d+");

  boolean is(Kind other) {
    return kind == other;
  }

  /** The pieces of one section; an unclosed quotation or bracket is {@code #VALUE!}. */
  static List<FormatToken> of(String section) {
    List<FormatToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < section.length()) {
      FormatToken token = next(section, at);
      tokens.add(token);
      at += length(token, section, at);
    }
    return tokens;
  }

  private static FormatToken next(String section, int at) {
    char c = section.charAt(at);
    String rest = section.substring(at);
    String upper = rest.toUpperCase(Locale.ROOT);
    if (upper.startsWith("GENERAL")) {
      return new FormatToken(Kind.GENERAL, rest.substring(0, 7));
    } else if (upper.startsWith("AM/PM") || rest.startsWith("上午/下午")) {
      return new FormatToken(Kind.HALF_DAY, rest.substring(0, 5));
    } else if (upper.startsWith("A/P")) {
      return new FormatToken(Kind.HALF_DAY, rest.substring(0, 3));
    } else if (upper.startsWith("E+") || upper.startsWith("E-")) {
      return new FormatToken(Kind.EXPONENT, rest.substring(0, 2));
    }
    return switch (c) {
      case '"' -> new FormatToken(Kind.LITERAL, inside(section, at, '"'));
      case '[' -> bracket(inside(section, at, ']'));
      case '\\', '!' -> new FormatToken(Kind.LITERAL, escaped(section, at));
      case '_' -> new FormatToken(Kind.LITERAL, escaped(section, at).replaceAll("(?s).", " "));
      case '*' -> new FormatToken(Kind.LITERAL, escaped(section, at).replaceAll("(?s).", ""));
      case '0', '#', '?' -> new FormatToken(Kind.DIGIT, String.valueOf(c));
      case '.' -> new FormatToken(Kind.POINT, ".");
      case ',' -> new FormatToken(Kind.COMMA, ",");
      case '%' -> new FormatToken(Kind.PERCENT, "%");
      case '/' -> new FormatToken(Kind.SLASH, "/");
      case '@' -> new FormatToken(Kind.TEXT, "@");
      default -> letters(section, at, c);
    };
  }

  private static FormatToken letters(String section, int at, char c) {
    char lower = Character.toLowerCase(c);
    if ("ymdhsaeg".indexOf(lower) < 0) {
      return new FormatToken(Kind.LITERAL, String.valueOf(c));
    }
    int end = at;
    while (end < section.length() && Character.toLowerCase(section.charAt(end)) == lower) {
      end++;
    }
    return new FormatToken(Kind.DATE, String.valueOf(lower).repeat(end - at));
  }

  private static String inside(String section, int at, char close) {
    int end = section.indexOf(close, at + 1);
    if (end < 0) {
      throw FunctionError.value();
    }
    return section.substring(at + 1, end);
  }

  private static String escaped(String section, int at) {
    if (at + 1 >= section.length()) {
      throw FunctionError.value();
    }
    return String.valueOf(section.charAt(at + 1));
  }

  private static FormatToken bracket(String inside) {
    boolean condition = inside.matches("[<>=].*");
    String lower = (condition ? inside.replace(" ", "") : inside).toLowerCase(Locale.ROOT);
    boolean elapsed = lower.matches("h+|m+|s+");
    if (!elapsed && inside.startsWith("$") && !inside.startsWith("$-")) {
      int dash = inside.indexOf('-');
      return new FormatToken(Kind.LITERAL, inside.substring(1, dash < 0 ? inside.length() : dash));
    }
    if (!elapsed && !KNOWN_BRACKET.matcher(lower.replace(" ", "")).matches()) {
      throw FunctionError.value();
    }
    return new FormatToken(elapsed ? Kind.ELAPSED : Kind.BRACKET, lower);
  }

  /** How many characters of the section a piece takes. */
  private static int length(FormatToken token, String section, int at) {
    char c = section.charAt(at);
    return switch (token.kind()) {
      case LITERAL ->
          switch (c) {
            case '"' -> token.text().length() + 2;
            case '[' -> section.indexOf(']', at) - at + 1;
            case '\\', '!', '_', '*' -> 2;
            default -> 1;
          };
      case BRACKET, ELAPSED -> section.indexOf(']', at) - at + 1;
      default -> token.text().length();
    };
  }
}
