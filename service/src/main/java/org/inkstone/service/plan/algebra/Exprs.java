package org.inkstone.service.plan.algebra;

import java.time.LocalDate;
import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.UnaryOperator;

/** Short ways to write parts of formulas. */
final class Exprs {
  private Exprs() {}

  static Expr call(String function, Expr... arguments) {
    return new Expr.Call(function, List.of(arguments));
  }

  static Expr call(String function, List<Expr> arguments) {
    return new Expr.Call(function, arguments);
  }

  static Expr text(String text) {
    return new Expr.TextLiteral(text);
  }

  static Expr number(double number) {
    return Expr.number(number);
  }

  static Expr name(String name) {
    return new Expr.NameRef(null, name);
  }

  static Expr date(LocalDate day) {
    return call(
        "DATE", number(day.getYear()), number(day.getMonthValue()), number(day.getDayOfMonth()));
  }

  static Expr scalar(Scalar value) {
    return switch (value) {
      case Scalar.Num number -> number(number.value());
      case Scalar.Text text -> text(text.value());
      case Scalar.Bool bool -> new Expr.BoolLiteral(bool.value());
      case Scalar.Err error -> new Expr.ErrorLiteral(error.code());
      case Scalar.Blank blank -> text("");
    };
  }

  static Expr binary(BinaryOperator operator, Expr left, Expr right) {
    return new Expr.Binary(operator, left, right);
  }

  static Expr times(Expr left, Expr right) {
    return binary(BinaryOperator.MULTIPLY, left, right);
  }

  static Expr equal(Expr left, Expr right) {
    return binary(BinaryOperator.EQUAL, left, right);
  }

  static Expr notEmpty(Expr value) {
    return binary(BinaryOperator.NOT_EQUAL, value, text(""));
  }

  static Expr plus(Expr left, Expr right) {
    return binary(BinaryOperator.ADD, left, right);
  }

  static Expr minus(Expr left, Expr right) {
    return binary(BinaryOperator.SUBTRACT, left, right);
  }

  static Expr divided(Expr left, Expr right) {
    return binary(BinaryOperator.DIVIDE, left, right);
  }

  /** Truth values as 1 and 0. */
  static Expr asNumbers(Expr truth) {
    return truth instanceof Expr.Binary b && b.operator() == BinaryOperator.MULTIPLY
        ? truth
        : new Expr.Unary(UnaryOperator.MINUS, new Expr.Unary(UnaryOperator.MINUS, truth));
  }

  static BinaryOperator operator(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> BinaryOperator.EQUAL;
      case NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case LESS -> BinaryOperator.LESS;
      case AT_MOST -> BinaryOperator.LESS_OR_EQUAL;
      case GREATER -> BinaryOperator.GREATER;
      case AT_LEAST -> BinaryOperator.GREATER_OR_EQUAL;
    };
  }
}
