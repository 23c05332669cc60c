package org.inkstone.service.task.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.inkstone.service.sheet.formula.Expr;
import org.jspecify.annotations.Nullable;

/** Walks over syntax trees. */
final class ExprTree {
  private ExprTree() {}

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
  static Stream<Expr> nodes(Expr expr) {
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
  static <T extends Expr> Stream<T> nodes(Expr expr, Class<T> kind) {
    return nodes(expr).filter(kind::isInstance).map(kind::cast);
  }

  /** The tree with each leaf exchanged for what the function makes of it. */
  static Expr mapLeaves(Expr expr, UnaryOperator<Expr> leaf) {
    return switch (expr) {
      case Expr.Unary unary -> new Expr.Unary(unary.operator(), mapLeaves(unary.operand(), leaf));
      case Expr.Binary binary ->
          new Expr.Binary(
              binary.operator(), mapLeaves(binary.left(), leaf), mapLeaves(binary.right(), leaf));
      case Expr.Call call -> new Expr.Call(call.function(), mapAll(call.arguments(), leaf));
      case Expr.Invoke invoke ->
          new Expr.Invoke(mapLeaves(invoke.callee(), leaf), mapAll(invoke.arguments(), leaf));
      default -> leaf.apply(expr);
    };
  }

  /** The tree with each node that the function knows exchanged, outer ones first. */
  static Expr mapNodes(Expr expr, Function<Expr, @Nullable Expr> node) {
    Expr other = node.apply(expr);
    if (other != null) {
      return other;
    }
    return switch (expr) {
      case Expr.Unary unary -> new Expr.Unary(unary.operator(), mapNodes(unary.operand(), node));
      case Expr.Binary binary ->
          new Expr.Binary(
              binary.operator(), mapNodes(binary.left(), node), mapNodes(binary.right(), node));
      case Expr.Call call ->
          new Expr.Call(
              call.function(), call.arguments().stream().map(e -> mapNodes(e, node)).toList());
      case Expr.Invoke invoke ->
          new Expr.Invoke(
              mapNodes(invoke.callee(), node),
              invoke.arguments().stream().map(e -> mapNodes(e, node)).toList());
      default -> expr;
    };
  }

  private static List<Expr> mapAll(List<Expr> exprs, UnaryOperator<Expr> leaf) {
    return exprs.stream().map(e -> mapLeaves(e, leaf)).toList();
  }
}
