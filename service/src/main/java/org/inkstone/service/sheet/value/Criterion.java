package org.inkstone.service.sheet.value;

import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/** A condition as COUNTIF and its kin take it: {@code ">=5"}, {@code "<>"}, {@code "A*"}, 7. */
public final class Criterion implements Predicate<Scalar> {
  private final Predicate<Scalar> test;
  private final @Nullable Scalar sought;

  private Criterion(Predicate<Scalar> test, @Nullable Scalar sought) {
    this.test = test;
    this.sought = sought;
  }

  /** The condition that a scalar writes. */
  public static Criterion of(Scalar criterion, DateSystem dates) {
    return switch (criterion) {
      case Scalar.Num n -> new Criterion(cell -> isNumber(cell, n.value(), dates), n);
      case Scalar.Bool b -> new Criterion(b::equals, b);
      case Scalar.Err e -> new Criterion(e::equals, e);
      case Scalar.Blank blank -> new Criterion(cell -> isNumber(cell, 0, dates), Scalar.of(0));
      case Scalar.Text t -> text(t.value(), dates);
    };
  }

  /** The value that cells must hold, if the condition is about one; null if it is about more. */
  @Nullable Scalar sought() {
    return sought;
  }

  /** Whether cells must hold one value to fulfil it. */
  public boolean isForOneValue() {
    return sought != null;
  }

  @Override
  public boolean test(Scalar cell) {
    return test.test(cell);
  }

  private static Criterion text(String text, DateSystem dates) {
    for (String operator : new String[] {"<>", "<=", ">=", "=", "<", ">"}) {
      if (text.startsWith(operator)) {
        return compared(operator, text.substring(operator.length()), dates);
      }
    }
    return text.isEmpty() ? new Criterion(Criterion::isEmpty, null) : equal(text, dates);
  }

  private static Criterion compared(String operator, String operand, DateSystem dates) {
    switch (operator) {
      case "=":
        return operand.isEmpty()
            ? new Criterion(cell -> cell instanceof Scalar.Blank, null)
            : equal(operand, dates);
      case "<>":
        return operand.isEmpty()
            ? new Criterion(cell -> !(cell instanceof Scalar.Blank), null)
            : new Criterion(equal(operand, dates).test.negate(), null);
      default:
        return new Criterion(ordered(order(operator), operand, dates), null);
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

  private static Criterion equal(String operand, DateSystem dates) {
    OptionalDouble number = NumberText.parse(operand, dates);
    if (number.isPresent()) {
      double value = number.getAsDouble();
      return new Criterion(cell -> isNumber(cell, value, dates), Scalar.of(value));
    } else if (isBool(operand)) {
      Scalar bool = Scalar.of(operand.equalsIgnoreCase("TRUE"));
      return new Criterion(bool::equals, bool);
    } else if (ErrorCode.of(operand).isPresent()) {
      Scalar error = Scalar.of(ErrorCode.of(operand).get());
      return new Criterion(error::equals, error);
    } else if (!Wildcard.isPattern(operand)) {
      return new Criterion(
          cell -> cell instanceof Scalar.Text t && isText(t.value(), operand), Scalar.of(operand));
    }
    Wildcard pattern = Wildcard.of(operand);
    return new Criterion(cell -> cell instanceof Scalar.Text t && pattern.matches(t.value()), null);
  }

  private static boolean isText(String text, String operand) {
    return text.equals(operand) || text.equalsIgnoreCase(operand);
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
