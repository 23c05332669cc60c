package org.inkstone.service.engine.internal.grammar;

import java.util.List;

/** What both grammar notations become before they become an automaton. */
sealed interface Expr {
  /** Without upper bound, in {@link Repeat}. */
  int UNBOUNDED = -1;

  Expr EMPTY = new Text("");

  /** The language without any text, not even the empty one. */
  Expr NOTHING = new Choice(List.of());

  /** Exactly this text. */
  record Text(String text) implements Expr {}

  /** One character of the set. */
  record Char(CodePoints set) implements Expr {}

  /** One after the other. */
  record Sequence(List<Expr> parts) implements Expr {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** One of them; none of none. */
  record Choice(List<Expr> options) implements Expr {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** At least {@code min} and at most {@code max} times. */
  record Repeat(Expr body, int min, int max) implements Expr {}

  /** What the rule of this name derives. */
  record Rule(String name) implements Expr {}

  static Expr text(String text) {
    return new Text(text);
  }

  static Expr chars(CodePoints set) {
    return new Char(set);
  }

  static Expr sequence(Expr... parts) {
    return new Sequence(List.of(parts));
  }

  static Expr choice(List<Expr> options) {
    return options.size() == 1 ? options.getFirst() : new Choice(options);
  }

  static Expr repeat(Expr body, int min, int max) {
    return min == 1 && max == 1 ? body : new Repeat(body, min, max);
  }

  static Expr optional(Expr body) {
    return new Repeat(body, 0, 1);
  }
}
