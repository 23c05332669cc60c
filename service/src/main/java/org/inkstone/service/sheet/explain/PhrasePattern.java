package org.inkstone.service.sheet.explain;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A phrase with holes for arguments and parts that depend on them. */
final class PhrasePattern {
  private static final Pattern PART = Pattern.compile("\\{(!?)(\\d)(?:=(-?\\d))?\\?([^{}]*)\\}");
  private static final Pattern HOLE = Pattern.compile("%(\\d)");

  private PhrasePattern() {}

  /** The phrase with those parts that these arguments ask for. */
  static String choose(String phrase, List<Expr> arguments) {
    Matcher part = PART.matcher(phrase);
    StringBuilder chosen = new StringBuilder();
    while (part.find()) {
      int index = Integer.parseInt(part.group(2)) - 1;
      boolean there = index < arguments.size();
      boolean filled = there && !(arguments.get(index) instanceof Expr.Omitted);
      String wanted = part.group(3);
      boolean holds =
          wanted != null
              ? there && Integer.parseInt(wanted) == literal(arguments.get(index))
              : part.group(1).isEmpty() ? filled : !there;
      part.appendReplacement(chosen, holds ? Matcher.quoteReplacement(part.group(4)) : "");
    }
    return part.appendTail(chosen).toString();
  }

  /** Whether there is an argument for each hole. */
  static boolean fits(String chosen, int arguments) {
    Matcher hole = HOLE.matcher(chosen);
    while (hole.find()) {
      if (Integer.parseInt(hole.group(1)) > arguments) {
        return false;
      }
    }
    return true;
  }

  /** The number that is written out; one that is computed matches nothing. */
  private static int literal(@Nullable Expr expr) {
    return switch (expr) {
      case Expr.Omitted omitted -> 0;
      case Expr.NumberLiteral number -> (int) number.value();
      case Expr.BoolLiteral bool -> bool.value() ? 1 : 0;
      case Expr.Unary unary when unary.operator() == UnaryOperator.MINUS ->
          unary.operand() instanceof Expr.NumberLiteral n ? -(int) n.value() : Integer.MIN_VALUE;
      case null, default -> Integer.MIN_VALUE;
    };
  }
}
