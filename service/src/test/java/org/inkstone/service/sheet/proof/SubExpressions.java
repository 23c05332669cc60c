package org.inkstone.service.sheet.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.inkstone.service.sheet.formula.Expr;

/** The parts of formulas. */
final class SubExpressions {
  private SubExpressions() {}

  /** The operands or arguments of a node. */
  static List<Expr> children(Expr expr) {
    return switch (expr) {
      case Expr.Call call -> call.arguments();
      case Expr.Binary binary -> List.of(binary.left(), binary.right());
      case Expr.Unary unary -> List.of(unary.operand());
      case Expr.Invoke invoke -> {
        List<Expr> all = new ArrayList<>(List.of(invoke.callee()));
        all.addAll(invoke.arguments());
        yield all;
      }
      default -> List.of();
    };
  }

  /**
   * All calls and operators inside a formula that stand for themselves, the inner ones first; none
   * of LET and LAMBDA, whose parts mean something by their names only.
   */
  static List<Expr> inside(Expr expr) {
    List<Expr> all = new ArrayList<>();
    if (isCall(expr, "LET") || isCall(expr, "LAMBDA")) {
      return all;
    }
    for (Expr child : children(expr)) {
      all.addAll(inside(child));
      if (!children(child).isEmpty() && !isCall(child, "LAMBDA")) {
        all.add(child);
      }
    }
    return all;
  }

  private static boolean isCall(Expr expr, String function) {
    return expr instanceof Expr.Call call && call.function().equals(function);
  }

  /** The same formula with its functions called otherwise. */
  static Expr renamed(Expr expr, UnaryOperator<String> name) {
    return switch (expr) {
      case Expr.Call call ->
          new Expr.Call(name.apply(call.function()), all(call.arguments(), name));
      case Expr.Binary b ->
          new Expr.Binary(b.operator(), renamed(b.left(), name), renamed(b.right(), name));
      case Expr.Unary u -> new Expr.Unary(u.operator(), renamed(u.operand(), name));
      case Expr.Invoke i -> new Expr.Invoke(renamed(i.callee(), name), all(i.arguments(), name));
      default -> expr;
    };
  }

  private static List<Expr> all(List<Expr> arguments, UnaryOperator<String> name) {
    return arguments.stream().map(a -> renamed(a, name)).toList();
  }
}
