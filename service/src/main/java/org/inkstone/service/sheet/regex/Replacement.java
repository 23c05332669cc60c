package org.inkstone.service.sheet.regex;

import java.util.Locale;

/**
 * A text that stands in the place of a match, as PCRE2's extended substitution reads it: {@code
 * $1}, {@code ${1}} and {@code ${name}} are what groups have taken, {@code $0} is the match, {@code
 * $$} a dollar; {@code \U}, {@code \L} and {@code \E} switch the case of what follows, {@code \\u}
 * and {@code \l} that of one character; a backslash makes other signs literal.
 */
public final class Replacement {
  private final String text;
  private final Regex regex;

  /** For matches of an expression. */
  public Replacement(String text, Regex regex) {
    this.text = text;
    this.regex = regex;
  }

  /**
   * The text for a match; once it is longer than so many characters it ends.
   *
   * @throws RegexSyntaxException if the replacement names a group that there is not
   */
  public String of(RegexMatch match, int most) {
    PatternText reader = new PatternText(text);
    CasedText result = new CasedText();
    while (!reader.atEnd() && result.text.length() <= most) {
      int c = reader.next();
      if (c == '$') {
        result.append(dollar(reader, match));
      } else if (c == '\\') {
        escaped(reader, result);
      } else {
        result.append(Character.toString(c));
      }
    }
    return result.toString();
  }

  private String dollar(PatternText reader, RegexMatch match) {
    if (reader.take("$")) {
      return "$";
    }
    String name;
    if (reader.take("{")) {
      name = reader.until("}");
    } else {
      name = reader.digits(10, 5);
      if (name.isEmpty()) {
        name = word(reader);
      }
    }
    int group = regex.group(name);
    if (group < 0) {
      throw reader.error("the replacement names no group: " + name);
    }
    String taken = match.group(group);
    return taken == null ? "" : taken;
  }

  private static String word(PatternText reader) {
    StringBuilder name = new StringBuilder();
    while (!reader.atEnd() && CodePoints.WORD.has(reader.peek())) {
      name.appendCodePoint(reader.next());
    }
    return name.toString();
  }

  private static void escaped(PatternText reader, CasedText result) {
    int letter = reader.next();
    switch (letter) {
      case 'U', 'L', 'E' -> result.all = letter;
      case 'u', 'l' -> result.one = letter;
      default -> result.append(Character.toString(new EscapeReader(reader).character(letter)));
    }
  }

  /** Text whose case is switched as it grows. */
  private static final class CasedText {
    private final StringBuilder text = new StringBuilder();
    private int all = 'E';
    private int one = 'E';

    void append(String part) {
      if (part.isEmpty()) {
        return;
      }
      String cased = cased(part, all);
      if (one != 'E') {
        int first = Character.charCount(cased.codePointAt(0));
        boolean upper = one == 'u';
        cased = cased(cased.substring(0, first), upper ? 'U' : 'L') + cased.substring(first);
        one = 'E';
      }
      text.append(cased);
    }

    private static String cased(String part, int switched) {
      return switch (switched) {
        case 'U' -> part.toUpperCase(Locale.ROOT);
        case 'L' -> part.toLowerCase(Locale.ROOT);
        default -> part;
      };
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
