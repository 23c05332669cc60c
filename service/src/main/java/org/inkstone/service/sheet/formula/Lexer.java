package org.inkstone.service.sheet.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.inkstone.service.sheet.ErrorCode;

/** Cuts a formula into tokens; full-width punctuation outside texts and names counts as ASCII. */
final class Lexer {
  private static final String SYMBOLS = "+-*/^&=<>%(){},;:!@#";
  private static final int MOST_BRACKETS = 8;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (true) {
      int before = at;
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      boolean spaced = at > before;
      if (at == text.length()) {
        tokens.add(new Token(Token.Kind.END, "", at, at, spaced));
        return;
      }
      tokens.add(next(spaced));
    }
  }

  private Token next(boolean spaced) {
    int start = at;
    char raw = text.charAt(at);
    char c = ascii(raw);
    if (c == '"') {
      String content = quoted(raw == '“' || raw == '”');
      return new Token(Token.Kind.STRING, content, start, at, spaced);
    } else if (c == '\'') {
      return new Token(Token.Kind.QUOTED, apostrophed(), start, at, spaced);
    } else if (c == '[') {
      return new Token(Token.Kind.BRACKET, bracketed(), start, at, spaced);
    } else if (colonAt(at) > 0) {
      at += colonAt(at);
      return new Token(Token.Kind.SYMBOL, narrow(text.substring(start, at)), start, at, spaced);
    } else if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(asciiAt(at + 1))) {
      return new Token(Token.Kind.NUMBER, number(), start, at, spaced);
    } else if (c == '#' && errorAt() > 0) {
      int length = errorAt();
      at += length;
      return new Token(Token.Kind.ERROR, text.substring(start, at), start, at, spaced);
    } else if (startsWord(text.codePointAt(at))) {
      return new Token(Token.Kind.WORD, word(), start, at, spaced);
    }
    return new Token(Token.Kind.SYMBOL, symbol(c), start, at, spaced);
  }

  /** The length of a colon with a dot before it, behind it or both; 0 if there is none. */
  private int colonAt(int index) {
    int colon = index < text.length() && asciiAt(index) == '.' ? index + 1 : index;
    if (colon >= text.length() || asciiAt(colon) != ':') {
      return 0;
    }
    int end = colon + 1 < text.length() && asciiAt(colon + 1) == '.' ? colon + 2 : colon + 1;
    return end - index > 1 ? end - index : 0;
  }

  private String symbol(char c) {
    at++;
    switch (c) {
      case '≤':
        return "<=";
      case '≥':
        return ">=";
      case '≠':
        return "<>";
      default:
        break;
    }
    if (SYMBOLS.indexOf(c) < 0) {
      String shown = new String(Character.toChars(text.codePointAt(at - 1)));
      throw new FormulaSyntaxException("no formula contains the character " + shown, at - 1);
    }
    if (at < text.length()) {
      String pair = "" + c + asciiAt(at);
      if (pair.equals("<=") || pair.equals(">=") || pair.equals("<>")) {
        at++;
        return pair;
      }
    }
    return String.valueOf(c);
  }

  private String quoted(boolean curly) {
    int start = at++;
    StringBuilder content = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      boolean closes = curly ? c == '”' || c == '"' : c == '"';
      if (!closes) {
        content.append(c);
      } else if (!curly && at < text.length() && text.charAt(at) == '"') {
        content.append('"');
        at++;
      } else {
        return content.toString();
      }
    }
    throw new FormulaSyntaxException("a text without a closing quotation mark", start);
  }

  private String apostrophed() {
    int start = at++;
    StringBuilder content = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\'') {
        content.append(c);
      } else if (at < text.length() && text.charAt(at) == '\'') {
        content.append('\'');
        at++;
      } else {
        return content.toString();
      }
    }
    throw new FormulaSyntaxException("a sheet's name without a closing apostrophe", start);
  }

  /** The raw text between brackets; escapes stay for the reader of structured references. */
  private String bracketed() {
    int start = at++;
    boolean wide = text.charAt(start) != '[';
    int depth = 1;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\'') {
        at = Math.min(at + 1, text.length());
      } else if (c == '[' || wide && ascii(c) == '[') {
        depth++;
      } else if (c == ']' || wide && ascii(c) == ']') {
        depth--;
      }
      if (depth == 0) {
        return text.substring(start + 1, at - 1);
      } else if (depth > MOST_BRACKETS) {
        break;
      }
    }
    throw new FormulaSyntaxException("square brackets that do not close", start);
  }

  private String number() {
    int start = at;
    digits();
    if (at < text.length() && asciiAt(at) == '.' && colonAt(at) == 0) {
      at++;
      digits();
    }
    int mantissa = at;
    if (at < text.length() && (asciiAt(at) == 'E' || asciiAt(at) == 'e')) {
      at++;
      if (at < text.length() && (asciiAt(at) == '+' || asciiAt(at) == '-')) {
        at++;
      }
      int exponent = at;
      digits();
      at = at == exponent ? mantissa : at;
    }
    return narrow(text.substring(start, at));
  }

  private void digits() {
    while (at < text.length() && isDigit(asciiAt(at))) {
      at++;
    }
  }

  private int errorAt() {
    int best = 0;
    for (ErrorCode code : ErrorCode.values()) {
      String literal = code.literal();
      if (literal.length() > best && text.regionMatches(true, at, literal, 0, literal.length())) {
        best = literal.length();
      }
    }
    return best;
  }

  private String word() {
    int start = at;
    while (at < text.length() && inWord(text.codePointAt(at)) && colonAt(at) == 0) {
      at += Character.charCount(text.codePointAt(at));
    }
    return narrow(text.substring(start, at));
  }

  private static boolean startsWord(int c) {
    return Character.isLetter(c) || c == '_' || c == '\\' || c == '$' || c == '＿' || c == '＄';
  }

  private static boolean inWord(int c) {
    return startsWord(c)
        || Character.isDigit(c)
        || c == '.'
        || c == '?'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private char asciiAt(int index) {
    return ascii(text.charAt(index));
  }

  /** Full-width letters and digits of a word as ASCII, all else as it is. */
  private static String narrow(String word) {
    StringBuilder narrow = new StringBuilder(word.length());
    word.chars().forEach(c -> narrow.append(c >= '！' && c <= '～' ? ascii((char) c) : (char) c));
    return narrow.toString();
  }

  private static char ascii(char c) {
    if (c >= '！' && c <= '～') {
      return (char) (c - '！' + '!');
    }
    return switch (c) {
      case '“', '”' -> '"';
      case '×' -> '*';
      case '÷' -> '/';
      case '−', '–' -> '-';
      default -> c;
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u3000' || c == '\t' || c == '\n' || c == '\r';
  }

  /** A word in capitals, as functions are compared. */
  static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
