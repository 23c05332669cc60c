package org.inkstone.service.sheet.value;

import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;

/**
 * Converts scalars as operators and scalar arguments do: text numbers count, blanks are 0 or "".
 */
public final class Convert {
  /** The longest text of a cell. */
  public static final int MOST_CHARACTERS = 32_767;

  private Convert() {}

  /** The number, or an error. */
  public static double number(Scalar scalar, DateSystem dates) {
    return switch (scalar) {
      case Scalar.Num n -> n.value();
      case Scalar.Blank blank -> 0;
      case Scalar.Bool b -> b.value() ? 1 : 0;
      case Scalar.Err e -> throw FunctionError.of(e.code());
      case Scalar.Text t -> NumberText.parse(t.value(), dates).orElseThrow(FunctionError::value);
    };
  }

  /** The text, or an error. */
  public static String text(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Text t -> t.value();
      case Scalar.Blank blank -> "";
      case Scalar.Num n -> NumberText.general(n.value());
      case Scalar.Bool b -> b.value() ? "TRUE" : "FALSE";
      case Scalar.Err e -> throw FunctionError.of(e.code());
    };
  }

  /** The truth value, or an error: of texts only TRUE and FALSE count. */
  public static boolean bool(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Bool b -> b.value();
      case Scalar.Num n -> n.value() != 0;
      case Scalar.Blank blank -> false;
      case Scalar.Err e -> throw FunctionError.of(e.code());
      case Scalar.Text t -> {
        if (t.value().equalsIgnoreCase("TRUE")) {
          yield true;
        } else if (t.value().equalsIgnoreCase("FALSE")) {
          yield false;
        }
        throw FunctionError.value();
      }
    };
  }

  /** A number as a scalar; what is not finite is {@code #NUM!}. */
  public static Scalar scalar(double number) {
    if (!Double.isFinite(number)) {
      throw FunctionError.num();
    }
    return Scalar.of(number + 0.0);
  }

  /** A text as a scalar; what is longer than a cell holds is {@code #VALUE!}. */
  public static Scalar scalar(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw FunctionError.value();
    }
    return Scalar.of(text);
  }
}
