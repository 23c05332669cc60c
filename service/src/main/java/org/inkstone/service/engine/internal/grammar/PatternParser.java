package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the regular expressions of the {@code pattern} keyword (ECMA-262, without look-around, back
 * references and word boundaries) into an expression over plain characters.
 */
final class PatternParser {
  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_COUNT = 100_000;
  private static final Expr ANYTHING = Expr.repeat(Expr.chars(CodePoints.ALL), 0, Expr.UNBOUNDED);
  private static final CodePoints LINE_ENDS = CodePoints.anyOf("\n\r\u0085\u2028\u2029");

  private final String pattern;
  private final String path;
  private int at;

  private PatternParser(String pattern, String path) {
    this.pattern = pattern;
    this.path = path;
  }

  /** The strings in which the pattern is found: all of it if it is anchored at both ends. */
  static Expr parse(String pattern, String path) {
    PatternParser parser = new PatternParser(pattern, path);
    if (pattern.length() > MAX_LENGTH) {
      throw parser.error("a pattern may have " + MAX_LENGTH + " characters");
    }
    List<Expr> options = new ArrayList<>();
    do {
      Expr before = parser.take('^') ? Expr.EMPTY : ANYTHING;
      Expr found = parser.sequence(0);
      Expr after = parser.take('$') ? Expr.EMPTY : ANYTHING;
      options.add(Expr.sequence(before, found, after));
    } while (parser.take('|'));
    if (parser.at < pattern.length()) {
      throw parser.error("cannot be enforced: '" + pattern.substring(parser.at) + "'");
    }
    return Expr.choice(options);
  }

  private Expr choice(int depth) {
    if (depth > MAX_DEPTH) {
      throw error("groups may be nested " + MAX_DEPTH + " deep");
    }
    List<Expr> options = new ArrayList<>();
    do {
      options.add(sequence(depth));
    } while (take('|'));
    return Expr.choice(options);
  }

  private Expr sequence(int depth) {
    List<Expr> parts = new ArrayList<>();
    while (at < pattern.length() && "|)$^".indexOf(pattern.charAt(at)) < 0) {
      parts.add(repeated(atom(depth)));
    }
    return new Expr.Sequence(parts);
  }

  private Expr atom(int depth) {
    if (take('(')) {
      if (take('?') && !take(':')) {
        throw error("only groups (…) and (?:…) can be enforced");
      }
      Expr group = choice(depth + 1);
      if (!take(')')) {
        throw error("expected ')', or '^' and '$' only at the ends");
      }
      return group;
    }
    if (take('[')) {
      return Expr.chars(new PatternClass(this).bracket());
    }
    if (take('.')) {
      return Expr.chars(LINE_ENDS.not());
    }
    if ("*+?{".indexOf(pattern.charAt(at)) >= 0) {
      throw error("nothing to repeat before '" + pattern.charAt(at) + "'");
    }
    return Expr.chars(new PatternClass(this).one());
  }

  private Expr repeated(Expr atom) {
    Expr result;
    if (take('*')) {
      result = Expr.repeat(atom, 0, Expr.UNBOUNDED);
    } else if (take('+')) {
      result = Expr.repeat(atom, 1, Expr.UNBOUNDED);
    } else if (take('?')) {
      result = Expr.optional(atom);
    } else if (take('{')) {
      result = counted(atom);
    } else {
      return atom;
    }
    take('?');
    return result;
  }

  private Expr counted(Expr atom) {
    int min = number();
    int max = min;
    if (take(',')) {
      max = at < pattern.length() && pattern.charAt(at) == '}' ? Expr.UNBOUNDED : number();
    }
    if (!take('}') || (max != Expr.UNBOUNDED && max < min)) {
      throw error("expected {m}, {m,} or {m,n} with m at most n");
    }
    return Expr.repeat(atom, min, max);
  }

  private int number() {
    int start = at;
    int value = 0;
    while (at < pattern.length() && Character.digit(pattern.charAt(at), 10) >= 0) {
      value = Math.min(value * 10 + Character.digit(pattern.charAt(at++), 10), MAX_COUNT * 10);
    }
    if (start == at || value > MAX_COUNT) {
      throw error("expected a count from 0 to " + MAX_COUNT);
    }
    return value;
  }

  boolean take(char c) {
    if (at >= pattern.length() || pattern.charAt(at) != c) {
      return false;
    }
    at++;
    return true;
  }

  boolean startsWith(String text) {
    return pattern.startsWith(text, at);
  }

  /** The next character, whatever it is. */
  int next() {
    if (at >= pattern.length()) {
      throw error("ends too early");
    }
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  RuntimeException error(String what) {
    return SchemaKeywords.error(path, "pattern '" + pattern + "', character " + at + ": " + what);
  }
}
