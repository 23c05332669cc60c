package org.inkstone.service.sheet.locale;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.formula.TableSection;
import org.jspecify.annotations.Nullable;

/** Turns the text of a localized formula into canonical text, without reading its grammar. */
final class LocalizedText {
  private final String text;
  private final LocalNotation notation;
  private final StringBuilder out = new StringBuilder();

  /** Words that were no functions; a call of one is the call of a variable. */
  private final Set<String> names = new HashSet<>();

  private int at;
  private boolean inArray;

  private LocalizedText(String text, LocalNotation notation) {
    this.text = text;
    this.notation = notation;
  }

  /** The formula in canonical en-US form; what is no formula stays none. */
  static String canonical(String text, LocalNotation notation) {
    LocalizedText reader = new LocalizedText(text, notation);
    while (reader.at < text.length()) {
      reader.next();
    }
    return reader.out.toString();
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      copyTo(text.indexOf(c, at + 1) + 1);
    } else if (c == '[') {
      bracket();
    } else if (c == '{' || c == '}') {
      inArray = c == '{';
      put(c);
    } else if (inArray && c == notation.arrayColumn()) {
      put(',');
    } else if (inArray && c == notation.arrayRow()) {
      put(';');
    } else if (isDigit(at) || c == notation.decimal() && isDigit(at + 1)) {
      number();
    } else if (c == notation.argument()) {
      put(',');
    } else if (c == '#' && error()) {
      return;
    } else if (startsWord(text.codePointAt(at))) {
      word();
    } else {
      put(c);
    }
  }

  private void put(char c) {
    out.append(c);
    at++;
  }

  private void copyTo(int end) {
    int stop = end <= at ? text.length() : end;
    out.append(text, at, stop);
    at = stop;
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private void number() {
    digits();
    if (at < text.length() && text.charAt(at) == notation.decimal()) {
      put('.');
      digits();
    }
    boolean exponent = at < text.length() && (text.charAt(at) == 'E' || text.charAt(at) == 'e');
    boolean signed = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0;
    if (exponent && isDigit(signed ? at + 2 : at + 1)) {
      copyTo(at + (signed ? 2 : 1));
      digits();
    }
  }

  private void digits() {
    while (isDigit(at)) {
      put(text.charAt(at));
    }
  }

  private boolean error() {
    String best = "";
    String canonical = "";
    for (ErrorCode code : ErrorCode.values()) {
      for (String literal : new String[] {notation.error(code), code.literal()}) {
        if (literal.length() > best.length() && startsWith(literal)) {
          best = literal;
          canonical = code.literal();
        }
      }
    }
    out.append(canonical);
    at += best.length();
    return !best.isEmpty();
  }

  private boolean startsWith(String word) {
    return text.regionMatches(true, at, word, 0, word.length());
  }

  private void word() {
    int start = at;
    while (at < text.length() && inWord(text.codePointAt(at)) && !endsValue(text.charAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    String word = text.substring(start, at);
    boolean calls = at < text.length() && text.charAt(at) == '(';
    boolean sheet = at < text.length() && text.charAt(at) == '!';
    boolean known = calls && !names.contains(word.toUpperCase(Locale.ROOT));
    @Nullable String canonical = known || !calls && !sheet ? word(word, calls) : null;
    if (!calls && canonical == null) {
      names.add(word.toUpperCase(Locale.ROOT));
    }
    out.append(canonical == null ? word : canonical);
  }

  private boolean endsValue(char c) {
    return inArray && c == notation.arrayColumn();
  }

  private @Nullable String word(String word, boolean calls) {
    return calls ? notation.names().canonicalCall(word) : notation.names().canonicalBool(word);
  }

  private static boolean startsWord(int c) {
    return Character.isLetter(c) || c == '_' || c == '\\' || c == '$';
  }

  private static boolean inWord(int c) {
    return startsWord(c)
        || Character.isDigit(c)
        || c == '.'
        || c == '?'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** A structured reference or a workbook's name: only the named parts are translated. */
  private void bracket() {
    int depth = 0;
    do {
      char c = text.charAt(at);
      if (c == '\'') {
        copyTo(Math.min(at + 2, text.length()));
      } else {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        put(c == notation.argument() && depth == 1 ? ',' : c);
        if (c == '[') {
          section();
        }
      }
    } while (depth > 0 && at < text.length());
  }

  private void section() {
    for (TableSection section : TableSection.values()) {
      String literal = notation.section(section);
      if (startsWith(literal + "]")) {
        out.append(section.literal());
        at += literal.length();
        return;
      }
    }
  }
}
