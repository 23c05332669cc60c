package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.FunctionError;

/** Angles and hyperbolic functions. */
@InCategory(Category.MATH)
final class TrigonometryFunctions {
  private TrigonometryFunctions() {}

  @SheetFunction(value = "SIN", en = "The sine of an angle in radians.", zh = "返回角度（弧度）的正弦值。")
  static double sin(double number) {
    return Math.sin(number);
  }

  @SheetFunction(value = "COS", en = "The cosine of an angle in radians.", zh = "返回角度（弧度）的余弦值。")
  static double cos(double number) {
    return Math.cos(number);
  }

  @SheetFunction(value = "TAN", en = "The tangent of an angle in radians.", zh = "返回角度（弧度）的正切值。")
  static double tan(double number) {
    return Math.tan(number);
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
    return Math.signum(number) * Math.log(Math.abs(number) + Math.sqrt(number * number + 1));
  }

  @SheetFunction(value = "ACOSH", en = "The inverse hyperbolic cosine.", zh = "返回反双曲余弦值。")
  static double acosh(double number) {
    return number < 1 ? Double.NaN : Math.log(number + Math.sqrt(number * number - 1));
  }

  @SheetFunction(value = "ATANH", en = "The inverse hyperbolic tangent.", zh = "返回反双曲正切值。")
  static double atanh(double number) {
    return Math.abs(number) >= 1 ? Double.NaN : Math.log((1 + number) / (1 - number)) / 2;
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
    return inverse(Math.tan(number));
  }

  @SheetFunction(
      value = "SEC",
      since = Excel.V2013,
      en = "The secant of an angle in radians.",
      zh = "返回角度（弧度）的正割值。")
  static double sec(double number) {
    return inverse(Math.cos(number));
  }

  @SheetFunction(
      value = "CSC",
      since = Excel.V2013,
      en = "The cosecant of an angle in radians.",
      zh = "返回角度（弧度）的余割值。")
  static double csc(double number) {
    return inverse(Math.sin(number));
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
    return Math.PI / 2 - Math.atan(number);
  }

  @SheetFunction(
      value = "ACOTH",
      since = Excel.V2013,
      en = "The inverse hyperbolic cotangent.",
      zh = "返回反双曲余切值。")
  static double acoth(double number) {
    return Math.abs(number) <= 1 ? Double.NaN : Math.log((number + 1) / (number - 1)) / 2;
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

  private static double inverse(double value) {
    if (value == 0) {
      throw FunctionError.divisionByZero();
    }
    return 1 / value;
  }
}
