package org.inkstone.service.sheet.formula;

import java.util.List;
import java.util.function.UnaryOperator;

/** Rebuilds syntax trees with some of their nodes exchanged. */
public final class ExprMapping {
  private ExprMapping() {}

  /** The tree with each node passed through a change, parts before the whole. */
  public static Expr map(Expr expr, UnaryOperator<Expr> change) {
    Expr rebuilt =
        switch (expr) {
          case Expr.Call call -> new Expr.Call(call.function(), all(call.arguments(), change));
          case Expr.Invoke invoke ->
              new Expr.Invoke(map(invoke.callee(), change), all(invoke.arguments(), change));
          case Expr.Unary unary -> new Expr.Unary(unary.operator(), map(unary.operand(), change));
          case Expr.Binary binary ->
              binary(binary, map(binary.left(), change), map(binary.right(), change));
          default -> expr;
        };
    return change.apply(rebuilt);
  }

  private static Expr binary(Expr.Binary old, Expr left, Expr right) {
    return old.operator() == BinaryOperator.RANGE
        ? Expr.range(left, right)
        : new Expr.Binary(old.operator(), left, right);
  }

  private static List<Expr> all(List<Expr> exprs, UnaryOperator<Expr> change) {
    return exprs.stream().map(expr -> map(expr, change)).toList();
  }
}
