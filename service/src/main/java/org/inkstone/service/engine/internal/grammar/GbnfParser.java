package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads GBNF. Line breaks mean nothing here beyond space: a rule ends where the next {@code name
 * ::=} starts.
 */
final class GbnfParser {
  private static final int MAX_LENGTH = 4_000_000;
  private static final int MAX_DEPTH = 200;
  private static final int MAX_MARKS = 4;
  private static final int MAX_COUNT = 1_000_000;

  private final GbnfScanner in;

  private GbnfParser(String text) {
    this.in = new GbnfScanner(text);
  }

  static RuleSet parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw RuleSet.invalid(
          "a GBNF grammar may have " + MAX_LENGTH + " characters, this has " + text.length());
    }
    return new GbnfParser(text).rules();
  }

  private RuleSet rules() {
    Map<String, Expr> rules = new LinkedHashMap<>();
    in.skipSpace();
    while (!in.atEnd()) {
      String name = in.name();
      in.skipSpace();
      in.expect("::=");
      if (rules.containsKey(name)) {
        throw in.error("rule '" + name + "' is defined twice");
      }
      rules.put(name, choice(0));
      if (!in.atEnd() && !in.atDefinition()) {
        throw in.error("expected a rule, '|' or the end");
      }
    }
    return new RuleSet(rules, "root");
  }

  private Expr choice(int depth) {
    if (depth > MAX_DEPTH) {
      throw in.error("groups may be nested " + MAX_DEPTH + " deep");
    }
    List<Expr> options = new ArrayList<>();
    do {
      in.skipSpace();
      options.add(sequence(depth));
    } while (in.take('|'));
    return Expr.choice(options);
  }

  private Expr sequence(int depth) {
    List<Expr> parts = new ArrayList<>();
    while (in.atPart()) {
      Expr part = part(depth);
      in.skipSpace();
      parts.add(repeated(part));
    }
    return parts.size() == 1 ? parts.getFirst() : new Expr.Sequence(parts);
  }

  private Expr part(int depth) {
    if (in.take('"')) {
      return Expr.text(in.literal());
    }
    if (in.take('[')) {
      return Expr.chars(in.charClass());
    }
    if (in.take('.')) {
      return Expr.chars(CodePoints.ALL);
    }
    if (in.take('(')) {
      Expr group = choice(depth + 1);
      in.expect(")");
      return group;
    }
    return new Expr.Rule(in.name());
  }

  private Expr repeated(Expr part) {
    Expr result = part;
    for (int marks = 0; ; marks++) {
      if (marks > MAX_MARKS) {
        throw in.error("a part may have " + MAX_MARKS + " repetition marks");
      }
      if (in.take('*')) {
        result = Expr.repeat(result, 0, Expr.UNBOUNDED);
      } else if (in.take('+')) {
        result = Expr.repeat(result, 1, Expr.UNBOUNDED);
      } else if (in.take('?')) {
        result = Expr.optional(result);
      } else if (in.take('{')) {
        result = counted(result);
      } else {
        return result;
      }
      in.skipSpace();
    }
  }

  private Expr counted(Expr part) {
    in.skipSpace();
    int min = in.number(MAX_COUNT);
    int max = min;
    in.skipSpace();
    if (in.take(',')) {
      in.skipSpace();
      max = in.atDigit() ? in.number(MAX_COUNT) : Expr.UNBOUNDED;
      in.skipSpace();
    }
    if (max != Expr.UNBOUNDED && max < min) {
      throw in.error("expected {m,n} with m at most n");
    }
    in.expect("}");
    return Expr.repeat(part, min, max);
  }
}
