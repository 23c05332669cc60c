package org.inkstone.service.sheet.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.inkstone.service.sheet.formula.Expr;

/** Walks over syntax trees. */
final class Parts {
  private Parts() {}

  static List<Expr> children(Expr expr) {
    return switch (expr) {
      case Expr.Unary unary -> List.of(unary.operand());
      case Expr.Binary binary -> List.of(binary.left(), binary.right());
      case Expr.Call call -> call.arguments();
      case Expr.Invoke invoke ->
          Stream.concat(Stream.of(invoke.callee()), invoke.arguments().stream()).toList();
      default -> List.of();
    };
  }

  /** The tree's nodes, outer ones first. */
  static Stream<Expr> of(Expr expr) {
    List<Expr> nodes = new ArrayList<>();
    Deque<Expr> open = new ArrayDeque<>(List.of(expr));
    while (!open.isEmpty()) { // no recursion: a sum may have thousands of terms
      Expr next = open.pop();
      nodes.add(next);
      children(next).reversed().forEach(open::push);
    }
    return nodes.stream();
  }

  /** The nodes of one kind. */
  static <T extends Expr> Stream<T> of(Expr expr, Class<T> kind) {
    return of(expr).filter(kind::isInstance).map(kind::cast);
  }
}
