package org.inkstone.service.engine.internal.grammar;

import java.util.List;
import java.util.Map;

/**
 * Joins a pattern over characters with bounds of length, and spells it as the body of a JSON
 * string.
 */
final class PatternLength {
  private static final long ENDLESS = Integer.MAX_VALUE;

  private PatternLength() {}

  static Expr bounded(Expr pattern, int min, int max, String path, Map<String, Expr> rules) {
    boolean implied =
        shortest(pattern) >= min && (max == Expr.UNBOUNDED || longest(pattern) <= max);
    return implied ? spelled(pattern) : PatternNfa.bounded(pattern, min, max, path, rules);
  }

  /** The fewest characters. */
  private static long shortest(Expr expr) {
    return switch (expr) {
      case Expr.Char chars -> 1;
      case Expr.Sequence sequence ->
          sequence.parts().stream()
              .mapToLong(PatternLength::shortest)
              .reduce(0, PatternLength::plus);
      case Expr.Choice choice ->
          choice.options().stream().mapToLong(PatternLength::shortest).min().orElse(0);
      case Expr.Repeat repeat -> Math.min(ENDLESS, shortest(repeat.body()) * repeat.min());
      case Expr.Text text -> text.text().codePointCount(0, text.text().length());
      case Expr.Rule rule -> 0;
    };
  }

  /** The most characters. */
  private static long longest(Expr expr) {
    return switch (expr) {
      case Expr.Char chars -> 1;
      case Expr.Sequence sequence ->
          sequence.parts().stream()
              .mapToLong(PatternLength::longest)
              .reduce(0, PatternLength::plus);
      case Expr.Choice choice ->
          choice.options().stream().mapToLong(PatternLength::longest).max().orElse(0);
      case Expr.Repeat repeat when repeat.max() == Expr.UNBOUNDED ->
          longest(repeat.body()) == 0 ? 0 : ENDLESS;
      case Expr.Repeat repeat -> Math.min(ENDLESS, longest(repeat.body()) * repeat.max());
      case Expr.Text text -> text.text().codePointCount(0, text.text().length());
      case Expr.Rule rule -> ENDLESS;
    };
  }

  private static long plus(long a, long b) {
    return Math.min(ENDLESS, a + b);
  }

  private static Expr spelled(Expr expr) {
    return switch (expr) {
      case Expr.Char chars -> JsonStrings.character(chars.set());
      case Expr.Sequence sequence -> new Expr.Sequence(spelled(sequence.parts()));
      case Expr.Choice choice -> new Expr.Choice(spelled(choice.options()));
      case Expr.Repeat repeat -> Expr.repeat(spelled(repeat.body()), repeat.min(), repeat.max());
      case Expr.Text text -> text;
      case Expr.Rule rule -> rule;
    };
  }

  private static List<Expr> spelled(List<Expr> parts) {
    return parts.stream().map(PatternLength::spelled).toList();
  }
}
