package org.inkstone.service.sheet.locale;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Translates number formats, such as {@code YYYY-MM} to {@code JJJJ-MM}, by one walk over them. */
final class FormatCodes {
  private static final Pattern KEPT_BRACKET = Pattern.compile("\\$.*|(?i:DBNum\\d)");
  private static final String PLACEHOLDERS = "0#?";

  /** Date codes that have no letter in the other languages. */
  private static final String ONLY_HERE = "abeg";

  private final String code;
  private final FormatLetters from;
  private final FormatLetters to;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int lastDate = -1;
  private boolean lost;

  private FormatCodes(String code, FormatLetters from, FormatLetters to) {
    this.code = code;
    this.from = from;
    this.to = to;
  }

  /** The format in other letters; none if a part of it has no counterpart there. */
  static Optional<String> translate(String code, FormatLetters from, FormatLetters to) {
    FormatCodes codes = new FormatCodes(code, from, to);
    while (codes.at < code.length()) {
      codes.next();
    }
    return codes.lost ? Optional.empty() : Optional.of(codes.out.toString());
  }

  private void next() {
    char c = code.charAt(at);
    if (c == '"') {
      copyTo(code.indexOf('"', at + 1) + 1);
    } else if (c == '\\' || c == '_' || c == '*') {
      copyTo(at + 2);
    } else if (c == '[') {
      bracket();
    } else if (startsWith(from.general())) {
      out.append(to.general());
      at += from.general().length();
    } else if (startsWith("AM/PM") || startsWith("上午/下午")) {
      copyTo(at + 5);
    } else if (startsWith("A/P")) {
      copyTo(at + 3);
    } else if (startsWith("E+") || startsWith("E-")) {
      copyTo(at + 2);
    } else if (c == from.decimal() && besidePlaceholder(at)) {
      put(to.decimal());
    } else if (c == from.group() && besidePlaceholder(at)) {
      put(to.group());
    } else if (Character.isLetter(c)) {
      letters();
    } else {
      lastDate = c == ';' ? -1 : lastDate;
      put(c);
    }
  }

  private void put(char c) {
    out.append(c);
    at++;
  }

  private void copyTo(int end) {
    int stop = end <= at || end > code.length() ? code.length() : end;
    out.append(code, at, stop);
    at = stop;
  }

  private boolean startsWith(String word) {
    return code.regionMatches(true, at, word, 0, word.length());
  }

  private boolean besidePlaceholder(int index) {
    int before = index - 1;
    while (before >= 0 && code.charAt(before) == from.group()) {
      before--;
    }
    return before >= 0 && PLACEHOLDERS.indexOf(code.charAt(before)) >= 0
        || index + 1 < code.length() && PLACEHOLDERS.indexOf(code.charAt(index + 1)) >= 0;
  }

  private void bracket() {
    int close = code.indexOf(']', at);
    String inside = close < 0 ? "" : code.substring(at + 1, close);
    if (close < 0 || KEPT_BRACKET.matcher(inside).matches()) {
      copyTo(close + 1);
    } else if (!inside.isEmpty() && "<>=".indexOf(inside.charAt(0)) >= 0) {
      out.append('[').append(inside.replace(from.decimal(), to.decimal())).append(']');
      at = close + 1;
    } else {
      put('[');
      elapsed(close);
    }
  }

  private void elapsed(int close) {
    char first = at < close ? code.charAt(at) : ']';
    boolean run = code.substring(at, close).chars().allMatch(c -> c == first);
    int kind = run ? from.indexOf(first) : -1;
    kind = kind == FormatLetters.MONTH ? FormatLetters.MINUTE : kind;
    if (kind < FormatLetters.HOUR) {
      lost |= !from.equals(to); // a colour's name
      copyTo(close);
      return;
    }
    write(kind, close - at);
    at = close;
    lastDate = kind;
  }

  private void letters() {
    char c = code.charAt(at);
    int end = at;
    while (end < code.length() && FormatLetters.lower(code.charAt(end)) == FormatLetters.lower(c)) {
      end++;
    }
    int kind = from.indexOf(c);
    if (kind < 0) {
      boolean clash = to.indexOf(c) >= 0 || ONLY_HERE.indexOf(FormatLetters.lower(c)) >= 0;
      lost |= clash && !from.equals(to);
      copyTo(end);
      return;
    }
    if (from.monthIsMinute() && kind == FormatLetters.MONTH && isMinute(end)) {
      kind = FormatLetters.MINUTE;
    }
    write(kind, end - at);
    at = end;
    lastDate = kind;
  }

  /** Behind hours or before seconds the letter of months stands for minutes. */
  private boolean isMinute(int end) {
    if (lastDate == FormatLetters.HOUR) {
      return true;
    }
    for (int i = end; i < code.length() && code.charAt(i) != ';'; i++) {
      if (Character.isLetter(code.charAt(i))) {
        return from.indexOf(code.charAt(i)) == FormatLetters.SECOND;
      }
    }
    return false;
  }

  private void write(int kind, int count) {
    char letter = to.dates().charAt(kind);
    for (int i = 0; i < count; i++) {
      boolean capital = Character.isUpperCase(code.charAt(at + i));
      boolean forced = !to.monthIsMinute() && kind == FormatLetters.MINUTE;
      out.append(
          capital && !forced ? String.valueOf(letter).toUpperCase(Locale.ROOT) : "" + letter);
    }
  }
}
