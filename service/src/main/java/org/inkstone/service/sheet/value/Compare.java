package org.inkstone.service.sheet.value;

import org.inkstone.service.sheet.Scalar;

/** Compares scalars as operators, sorting and matching do. */
public final class Compare {
  private static final double SAME = 1e-14;

  private Compare() {}

  /**
   * The order of two scalars that are no errors: numbers before texts before truth values; a blank
   * counts as 0, "" or FALSE beside another type.
   */
  public static int order(Scalar left, Scalar right) {
    if (left instanceof Scalar.Num a && right instanceof Scalar.Num b) {
      return numbers(a.value(), b.value());
    } else if (left instanceof Scalar.Text a && right instanceof Scalar.Text b) {
      return texts(a.value(), b.value());
    } else if (left instanceof Scalar.Blank) {
      return right instanceof Scalar.Blank ? 0 : order(like(right), right);
    } else if (right instanceof Scalar.Blank) {
      return order(left, like(left));
    } else if (left instanceof Scalar.Bool a && right instanceof Scalar.Bool b) {
      return Boolean.compare(a.value(), b.value());
    }
    return Integer.compare(rank(left), rank(right));
  }

  private static Scalar like(Scalar other) {
    return switch (other) {
      case Scalar.Text t -> Scalar.of("");
      case Scalar.Bool b -> Scalar.of(false);
      default -> Scalar.of(0);
    };
  }

  /** Numbers, texts, truth values, errors, blanks: the order in which sorting puts them. */
  public static int rank(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Num n -> 0;
      case Scalar.Text t -> 1;
      case Scalar.Bool b -> 2;
      case Scalar.Err e -> 3;
      case Scalar.Blank b -> 4;
    };
  }

  /** The order of numbers at 15 significant digits. */
  public static int numbers(double a, double b) {
    if (a == b) {
      return 0;
    }
    boolean close = Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
    if (close && NumberText.digits15(a) == NumberText.digits15(b)) {
      return 0;
    }
    return Double.compare(a, b);
  }

  /** The order of texts without regard to case. */
  public static int texts(String a, String b) {
    return a.compareToIgnoreCase(b);
  }

  /** The order that sorting gives: by type, blanks last. */
  public static int sorting(Scalar left, Scalar right) {
    int byType = Integer.compare(rank(left), rank(right));
    if (byType != 0) {
      return byType;
    }
    return left instanceof Scalar.Err || left instanceof Scalar.Blank ? 0 : order(left, right);
  }

  /** Whether two scalars are the same value of the same type; texts without regard to case. */
  public static boolean same(Scalar left, Scalar right) {
    return left.getClass() == right.getClass()
        && (left instanceof Scalar.Err ? left.equals(right) : order(left, right) == 0);
  }
}
