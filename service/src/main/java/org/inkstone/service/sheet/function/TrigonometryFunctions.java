package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.FunctionError;

/** Angles and hyperbolic functions. */
@InCategory(Category.MATH)
final class TrigonometryFunctions {
  private static final double LARGEST_ANGLE = 0x1p27;
  private static final double LARGE = 1e100;

  private TrigonometryFunctions() {}

  @SheetFunction(value = "SIN", en = "The sine of an angle in radians.", zh = "返回角度（弧度）的正弦值。")
  static double sin(double number) {
    return Math.sin(angle(number));
  }

  @SheetFunction(value = "COS", en = "The cosine of an angle in radians.", zh = "返回角度（弧度）的余弦值。")
  static double cos(double number) {
    return Math.cos(angle(number));
  }

  @SheetFunction(value = "TAN", en = "The tangent of an angle in radians.", zh = "返回角度（弧度）的正切值。")
  static double tan(double number) {
    return Math.tan(angle(number));
  }

  @SheetFunction(value = "ASIN", en = "The angle of a sine.", zh = "返回反正弦值（弧度）。")
  static double asin(double number) {
    return Math.asin(number);
  }

  @SheetFunction(value = "ACOS", en = "The angle of a cosine.", zh = "返回反余弦值（弧度）。")
  static double acos(double number) {
    return Math.acos(number);
  }

  @SheetFunction(value = "ATAN", en = "The angle of a tangent.", zh = "返回反正切值（弧度）。")
  static double atan(double number) {
    return Math.atan(number);
  }

  @SheetFunction(value = "SINH", en = "The hyperbolic sine.", zh = "返回双曲正弦值。")
  static double sinh(double number) {
    return Math.sinh(number);
  }

  @SheetFunction(value = "COSH", en = "The hyperbolic cosine.", zh = "返回双曲余弦值。")
  static double cosh(double number) {
    return Math.cosh(number);
  }

  @SheetFunction(value = "TANH", en = "The hyperbolic tangent.", zh = "返回双曲正切值。")
  static double tanh(double number) {
    return Math.tanh(number);
  }

  @SheetFunction(value = "ASINH", en = "The inverse hyperbolic sine.", zh = "返回反双曲正弦值。")
  static double asinh(double number) {
    double size = Math.abs(number);
    if (size > LARGE) {
      return Math.signum(number) * (Math.log(size) + Math.log(2));
    }
    // log1p keeps the digits of small numbers
    double square = size * size;
    return Math.signum(number) * Math.log1p(size + square / (1 + Math.sqrt(square + 1)));
  }

  @SheetFunction(value = "ACOSH", en = "The inverse hyperbolic cosine.", zh = "返回反双曲余弦值。")
  static double acosh(double number) {
    if (number > LARGE) {
      return Math.log(number) + Math.log(2);
    }
    double above = number - 1;
    return number < 1 ? Double.NaN : Math.log1p(above + Math.sqrt(above * (number + 1)));
  }

  @SheetFunction(value = "ATANH", en = "The inverse hyperbolic tangent.", zh = "返回反双曲正切值。")
  static double atanh(double number) {
    return Math.abs(number) >= 1 ? Double.NaN : Math.log1p(2 * number / (1 - number)) / 2;
  }

  @SheetFunction(value = "DEGREES", en = "Radians as degrees.", zh = "将弧度转换为角度。")
  static double degrees(double number) {
    return number * 180 / Math.PI;
  }

  @SheetFunction(value = "RADIANS", en = "Degrees as radians.", zh = "将角度转换为弧度。")
  static double radians(double number) {
    return number * Math.PI / 180;
  }

  @SheetFunction(
      value = "COT",
      since = Excel.V2013,
      en = "The cotangent of an angle in radians.",
      zh = "返回角度（弧度）的余切值。")
  static double cot(double number) {
    return inverse(Math.tan(angle(number)));
  }

  @SheetFunction(
      value = "SEC",
      since = Excel.V2013,
      en = "The secant of an angle in radians.",
      zh = "返回角度（弧度）的正割值。")
  static double sec(double number) {
    return inverse(Math.cos(angle(number)));
  }

  @SheetFunction(
      value = "CSC",
      since = Excel.V2013,
      en = "The cosecant of an angle in radians.",
      zh = "返回角度（弧度）的余割值。")
  static double csc(double number) {
    return inverse(Math.sin(angle(number)));
  }

  @SheetFunction(
      value = "COTH",
      since = Excel.V2013,
      en = "The hyperbolic cotangent.",
      zh = "返回双曲余切值。")
  static double coth(double number) {
    return inverse(Math.tanh(number));
  }

  @SheetFunction(
      value = "SECH",
      since = Excel.V2013,
      en = "The hyperbolic secant.",
      zh = "返回双曲正割值。")
  static double sech(double number) {
    return inverse(Math.cosh(number));
  }

  @SheetFunction(
      value = "CSCH",
      since = Excel.V2013,
      en = "The hyperbolic cosecant.",
      zh = "返回双曲余割值。")
  static double csch(double number) {
    return inverse(Math.sinh(number));
  }

  @SheetFunction(
      value = "ACOT",
      since = Excel.V2013,
      en = "The angle of a cotangent.",
      zh = "返回反余切值（弧度）。")
  static double acot(double number) {
    // π/2 - atan would lose the digits of large numbers
    return Math.atan2(1, number);
  }

  @SheetFunction(
      value = "ACOTH",
      since = Excel.V2013,
      en = "The inverse hyperbolic cotangent.",
      zh = "返回反双曲余切值。")
  static double acoth(double number) {
    return Math.abs(number) <= 1 ? Double.NaN : Math.log1p(2 / (number - 1)) / 2;
  }

  @SheetFunction(
      value = "ATAN2",
      en = "The angle of a point's coordinates.",
      zh = "返回给定坐标的反正切值（弧度）。")
  static double atan2(double xNum, double yNum) {
    if (xNum == 0 && yNum == 0) {
      throw FunctionError.divisionByZero();
    }
    return Math.atan2(yNum, xNum);
  }

  /** Beyond 2^27 Excel refuses to reduce an angle. */
  private static double angle(double number) {
    if (Math.abs(number) >= LARGEST_ANGLE) {
      throw FunctionError.num();
    }
    return number;
  }

  private static double inverse(double value) {
    if (value == 0) {
      throw FunctionError.divisionByZero();
    }
    return 1 / value;
  }
}
