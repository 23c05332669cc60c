package org.inkstone.service.sheet.value;

import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;

/** A condition as COUNTIF and its kin take it: {@code ">=5"}, {@code "<>"}, {@code "A*"}, 7. */
public final class Criterion implements Predicate<Scalar> {
  private final Predicate<Scalar> test;

  private Criterion(Predicate<Scalar> test) {
    this.test = test;
  }

  /** The condition that a scalar writes. */
  public static Criterion of(Scalar criterion, DateSystem dates) {
    return switch (criterion) {
      case Scalar.Num n -> new Criterion(cell -> isNumber(cell, n.value(), dates));
      case Scalar.Bool b -> new Criterion(b::equals);
      case Scalar.Err e -> new Criterion(e::equals);
      case Scalar.Blank blank -> new Criterion(cell -> isNumber(cell, 0, dates));
      case Scalar.Text t -> new Criterion(text(t.value(), dates));
    };
  }

  @Override
  public boolean test(Scalar cell) {
    return test.test(cell);
  }

  private static Predicate<Scalar> text(String text, DateSystem dates) {
    for (String operator : new String[] {"<>", "<=", ">=", "=", "<", ">"}) {
      if (text.startsWith(operator)) {
        return compared(operator, text.substring(operator.length()), dates);
      }
    }
    return text.isEmpty() ? Criterion::isEmpty : equal(text, dates);
  }

  private static Predicate<Scalar> compared(String operator, String operand, DateSystem dates) {
    switch (operator) {
      case "=":
        return operand.isEmpty() ? cell -> cell instanceof Scalar.Blank : equal(operand, dates);
      case "<>":
        return operand.isEmpty()
            ? cell -> !(cell instanceof Scalar.Blank)
            : equal(operand, dates).negate();
      default:
        return ordered(order(operator), operand, dates);
    }
  }

  private static IntPredicate order(String operator) {
    return switch (operator) {
      case "<" -> order -> order < 0;
      case "<=" -> order -> order <= 0;
      case ">" -> order -> order > 0;
      default -> order -> order >= 0;
    };
  }

  private static Predicate<Scalar> ordered(IntPredicate order, String operand, DateSystem dates) {
    OptionalDouble number = NumberText.parse(operand, dates);
    if (number.isPresent()) {
      double limit = number.getAsDouble();
      return cell -> cell instanceof Scalar.Num n && order.test(Compare.numbers(n.value(), limit));
    } else if (isBool(operand)) {
      Scalar limit = Scalar.of(operand.equalsIgnoreCase("TRUE"));
      return cell -> cell instanceof Scalar.Bool && order.test(Compare.order(cell, limit));
    }
    return cell -> cell instanceof Scalar.Text t && order.test(Compare.texts(t.value(), operand));
  }

  private static Predicate<Scalar> equal(String operand, DateSystem dates) {
    OptionalDouble number = NumberText.parse(operand, dates);
    if (number.isPresent()) {
      double value = number.getAsDouble();
      return cell -> isNumber(cell, value, dates);
    } else if (isBool(operand)) {
      return Scalar.of(operand.equalsIgnoreCase("TRUE"))::equals;
    } else if (ErrorCode.of(operand).isPresent()) {
      return Scalar.of(ErrorCode.of(operand).get())::equals;
    }
    Wildcard pattern = Wildcard.of(operand);
    return cell -> cell instanceof Scalar.Text t && pattern.matches(t.value());
  }

  /** The number itself, or a text that stands for it. */
  private static boolean isNumber(Scalar cell, double value, DateSystem dates) {
    return switch (cell) {
      case Scalar.Num n -> Compare.numbers(n.value(), value) == 0;
      case Scalar.Text t -> {
        OptionalDouble number = NumberText.parse(t.value(), dates);
        yield number.isPresent() && Compare.numbers(number.getAsDouble(), value) == 0;
      }
      default -> false;
    };
  }

  private static boolean isEmpty(Scalar cell) {
    return cell instanceof Scalar.Blank || cell instanceof Scalar.Text t && t.value().isEmpty();
  }

  private static boolean isBool(String text) {
    return text.equalsIgnoreCase("TRUE") || text.equalsIgnoreCase("FALSE");
  }
}
