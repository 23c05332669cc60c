package org.inkstone.service.plan.algebra;

import java.math.BigDecimal;
import java.util.Locale;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/** Reads and compares cells in the way that the plan language promises. */
final class Values {
  private Values() {}

  static boolean isEmpty(Scalar value) {
    return value instanceof Scalar.Blank
        || value instanceof Scalar.Text text && text.value().isEmpty();
  }

  /** As a number in arithmetic: a blank is 0, a text its number; null if it writes none. */
  static @Nullable Double number(Scalar value) {
    return switch (value) {
      case Scalar.Num number -> number.value();
      case Scalar.Blank blank -> 0.0;
      case Scalar.Bool bool -> bool.value() ? 1.0 : 0.0;
      case Scalar.Text text -> written(text.value());
      case Scalar.Err error -> null;
    };
  }

  /** The number that a text writes in digits. */
  static @Nullable Double written(String text) {
    String bare = text.strip();
    return bare.matches("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?")
        ? Double.valueOf(bare)
        : null;
  }

  /** As a text in joining. */
  static String text(Scalar value) {
    return switch (value) {
      case Scalar.Num number -> plain(number.value());
      case Scalar.Text text -> text.value();
      case Scalar.Bool bool -> bool.value() ? "TRUE" : "FALSE";
      case Scalar.Blank blank -> "";
      case Scalar.Err error -> error.code().literal();
    };
  }

  static String plain(double number) {
    BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return decimal.signum() == 0 ? "0" : decimal.toPlainString();
  }

  /** The order of two cells: numbers before texts before truth values; a blank is 0 or "". */
  static int order(Scalar left, Scalar right) {
    if (left instanceof Scalar.Blank && right instanceof Scalar.Blank) {
      return 0;
    } else if (left instanceof Scalar.Blank) {
      return order(right instanceof Scalar.Text ? Scalar.of("") : Scalar.of(0.0), right);
    } else if (right instanceof Scalar.Blank) {
      return -order(right, left);
    } else if (left instanceof Scalar.Num a && right instanceof Scalar.Num b) {
      return near(a.value(), b.value()) ? 0 : Double.compare(a.value(), b.value());
    } else if (left instanceof Scalar.Text a && right instanceof Scalar.Text b) {
      return a.value().compareToIgnoreCase(b.value());
    }
    return Integer.compare(kind(left), kind(right));
  }

  /** Blanks last, whatever the direction. */
  static int sorting(Scalar left, Scalar right, boolean descending) {
    if (left instanceof Scalar.Blank || right instanceof Scalar.Blank) {
      return Boolean.compare(left instanceof Scalar.Blank, right instanceof Scalar.Blank);
    }
    return descending ? order(right, left) : order(left, right);
  }

  private static int kind(Scalar value) {
    return value instanceof Scalar.Num ? 0 : value instanceof Scalar.Text ? 1 : 2;
  }

  static boolean near(double a, double b) {
    return a == b || Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b));
  }

  /** By which values are told apart: texts without regard to case. */
  static Object key(Scalar value) {
    return value instanceof Scalar.Text text
        ? text.value().toLowerCase(Locale.ROOT)
        : value instanceof Scalar.Blank ? "" : value;
  }

  static Scalar finite(double value) {
    return Double.isFinite(value) ? Scalar.of(value + 0.0) : Scalar.of(ErrorCode.NUM);
  }
}
