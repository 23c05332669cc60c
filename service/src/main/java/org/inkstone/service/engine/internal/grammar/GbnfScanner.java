package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.engine.EngineException;

/** Reads the words of a GBNF text and says line and column of what is wrong. */
final class GbnfScanner {
  private final String text;
  private int at;

  GbnfScanner(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  boolean atDigit() {
    return !atEnd() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** Whether a part of a sequence stands here, rather than the name of the next rule. */
  boolean atPart() {
    if (atEnd()) {
      return false;
    }
    char c = text.charAt(at);
    return c == '"' || c == '[' || c == '.' || c == '(' || (isNameChar(c) && !atDefinition());
  }

  /** Whether {@code name ::=} stands here. */
  boolean atDefinition() {
    int i = at;
    while (i < text.length() && isNameChar(text.charAt(i))) {
      i++;
    }
    int end = i;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return end > at && text.startsWith("::=", i);
  }

  void skipSpace() {
    while (!atEnd()) {
      if (text.charAt(at) == '#') {
        int newline = text.indexOf('\n', at);
        at = newline < 0 ? text.length() : newline;
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        return;
      }
    }
  }

  boolean take(char c) {
    if (atEnd() || text.charAt(at) != c) {
      return false;
    }
    at++;
    return true;
  }

  void expect(String word) {
    if (!text.startsWith(word, at)) {
      throw error("expected '" + word + "'");
    }
    at += word.length();
  }

  String name() {
    int start = at;
    while (!atEnd() && isNameChar(text.charAt(at))) {
      at++;
    }
    if (start == at) {
      throw error("expected the name of a rule");
    }
    return text.substring(start, at);
  }

  int number(int limit) {
    int start = at;
    long value = 0;
    while (atDigit()) {
      value = Math.min(value * 10 + text.charAt(at++) - '0', Integer.MAX_VALUE);
    }
    if (start == at || value > limit) {
      throw error("expected a repetition count from 0 to " + limit);
    }
    return (int) value;
  }

  /** The rest of a literal whose opening quote is taken. */
  String literal() {
    StringBuilder read = new StringBuilder();
    while (!take('"')) {
      read.appendCodePoint(character("a literal must end with '\"'"));
    }
    return read.toString();
  }

  /** The rest of a class whose opening bracket is taken. */
  CodePoints charClass() {
    boolean negated = take('^');
    List<CodePoints.Range> ranges = new ArrayList<>();
    while (!take(']')) {
      int first = character("a class must end with ']'");
      int last = first;
      if (text.startsWith("-", at) && !text.startsWith("-]", at)) {
        at++;
        last = character("a class must end with ']'");
      }
      if (last < first) {
        throw error("expected a range that goes upwards");
      }
      ranges.add(new CodePoints.Range(first, last));
    }
    CodePoints set = CodePoints.of(ranges);
    return negated ? set.not() : set;
  }

  private int character(String whatIsMissing) {
    if (atEnd()) {
      throw error(whatIsMissing);
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    int value = c == '\\' ? escaped() : c;
    if (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE) {
      throw error("a surrogate is not a character, was U+" + Integer.toHexString(value));
    }
    return value;
  }

  private int escaped() {
    if (atEnd()) {
      throw error("expected a character after '\\'");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'x' -> hex(2);
      case 'u' -> hex(4);
      case 'U' -> hex(8);
      case '\\', '"', '[', ']', '-', '^' -> c;
      default ->
          throw error("expected one of \\n \\r \\t \\x \\u \\U \\\\ \\\" \\[ \\], was \\" + c);
    };
  }

  private int hex(int digits) {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = atEnd() ? -1 : Character.digit(text.charAt(at), 16);
      if (digit < 0) {
        throw error("expected " + digits + " hexadecimal digits");
      }
      value = value * 16 + digit;
      at++;
    }
    if (value > Character.MAX_CODE_POINT) {
      throw error("expected a Unicode character, was U+" + Long.toHexString(value));
    }
    return (int) value;
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  EngineException error(String what) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < Math.min(at, text.length()); i++) {
      column = text.charAt(i) == '\n' ? 1 : column + 1;
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    String found =
        atEnd() ? "the end" : "'" + text.substring(at, Math.min(at + 20, text.length())) + "'";
    return RuleSet.invalid(
        "GBNF line " + line + ", column " + column + ": " + what + "; found " + found);
  }
}
