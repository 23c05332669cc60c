package org.inkstone.service.sheet.eval;

import java.util.List;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.value.Broadcast;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Compare;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Value;

/** Arithmetic, comparison and concatenation, over single values and arrays. */
final class Operators {
  /** A difference this much smaller than its operands is taken for 0 at the end of a formula. */
  private static final double NEAR_ZERO = 0x1p-49;

  private Operators() {}

  static Value apply(BinaryOperator operator, Value left, Value right, Calculation calculation) {
    DateSystem dates = calculation.dateSystem();
    if (left instanceof Value.Single a && right instanceof Value.Single b) {
      return Value.of(apply(operator, a.scalar(), b.scalar(), dates));
    }
    return Broadcast.map(
        List.of(left.grid(), right.grid()),
        calculation,
        both -> apply(operator, both[0], both[1], dates));
  }

  private static Scalar apply(
      BinaryOperator operator, Scalar left, Scalar right, DateSystem dates) {
    if (operator.comparison()) {
      FunctionError.check(left);
      FunctionError.check(right);
      return Scalar.of(holds(operator, Compare.order(left, right)));
    } else if (operator == BinaryOperator.CONCAT) {
      return Convert.scalar(Convert.text(left).concat(Convert.text(right)));
    }
    return Convert.scalar(
        arithmetic(operator, Convert.number(left, dates), Convert.number(right, dates)));
  }

  private static boolean holds(BinaryOperator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      default -> order >= 0;
    };
  }

  private static double arithmetic(BinaryOperator operator, double a, double b) {
    switch (operator) {
      case ADD:
        return a + b;
      case SUBTRACT:
        return a - b;
      case MULTIPLY:
        return a * b;
      case DIVIDE:
        if (b == 0) {
          throw FunctionError.divisionByZero();
        }
        return a / b;
      default:
        return power(a, b);
    }
  }

  /** A power; 0 to a negative one is {@code #DIV/0!}, 0 to 0 is {@code #NUM!}. */
  static double power(double base, double exponent) {
    if (base == 0 && exponent == 0) {
      throw FunctionError.num();
    } else if (base == 0 && exponent < 0) {
      throw FunctionError.divisionByZero();
    }
    return Math.pow(base, exponent);
  }

  static Value negate(Value value, Calculation calculation) {
    DateSystem dates = calculation.dateSystem();
    return Broadcast.map(
        List.of(value.grid()),
        calculation,
        one -> Convert.scalar(0 - Convert.number(one[0], dates)));
  }

  static Value percent(Value value, Calculation calculation) {
    DateSystem dates = calculation.dateSystem();
    return Broadcast.map(
        List.of(value.grid()),
        calculation,
        one -> Convert.scalar(Convert.number(one[0], dates) / 100));
  }

  /** The last sum or difference of a formula, with what is left of rounding taken for 0. */
  static Value snap(BinaryOperator operator, Value left, Value right, Value result) {
    boolean sums = operator == BinaryOperator.ADD || operator == BinaryOperator.SUBTRACT;
    if (sums
        && result instanceof Value.Single r
        && r.scalar() instanceof Scalar.Num sum
        && left.grid().at(0, 0) instanceof Scalar.Num a
        && right.grid().at(0, 0) instanceof Scalar.Num b
        && Math.abs(sum.value()) < NEAR_ZERO * Math.max(Math.abs(a.value()), Math.abs(b.value()))) {
      return Value.of(0);
    }
    return result;
  }
}
