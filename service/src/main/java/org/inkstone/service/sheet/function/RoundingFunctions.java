package org.inkstone.service.sheet.function;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.NumberText;

/** Rounding; numbers are rounded as their 15 digits read, so halves are halves. */
@InCategory(Category.MATH)
final class RoundingFunctions {
  private static final int MOST_DIGITS = 400;

  private RoundingFunctions() {}

  @SheetFunction(
      value = "ROUND",
      en = "Rounds a number to a number of digits.",
      zh = "按指定位数对数字四舍五入。")
  static double round(double number, int numDigits) {
    return scaled(number, numDigits, RoundingMode.HALF_UP);
  }

  @SheetFunction(value = "ROUNDUP", en = "Rounds a number away from zero.", zh = "向远离零的方向舍入数字。")
  static double roundUp(double number, int numDigits) {
    return scaled(number, numDigits, RoundingMode.UP);
  }

  @SheetFunction(value = "ROUNDDOWN", en = "Rounds a number toward zero.", zh = "向零的方向舍入数字。")
  static double roundDown(double number, int numDigits) {
    return scaled(number, numDigits, RoundingMode.DOWN);
  }

  @SheetFunction(
      value = "TRUNC",
      en = "Cuts a number to a number of digits.",
      zh = "将数字截断为整数或指定位数。")
  static double trunc(double number, @Default("0") int numDigits) {
    return scaled(number, numDigits, RoundingMode.DOWN);
  }

  private static double scaled(double number, int digits, RoundingMode mode) {
    if (digits > MOST_DIGITS || !Double.isFinite(number)) {
      return number;
    } else if (digits < -MOST_DIGITS) {
      return 0;
    }
    return new BigDecimal(NumberText.digits15(number))
        .round(new MathContext(15))
        .setScale(digits, mode)
        .doubleValue();
  }

  @SheetFunction(value = "INT", en = "Rounds a number down to an integer.", zh = "向下取整为最接近的整数。")
  static double integer(double number) {
    return Math.floor(number);
  }

  @SheetFunction(
      value = "MROUND",
      toolPak = true,
      en = "Rounds a number to a multiple.",
      zh = "将数字舍入到指定的倍数。")
  static double multiple(double number, double multiple) {
    if (multiple == 0) {
      return 0;
    } else if (number * multiple < 0) {
      throw FunctionError.num();
    }
    return exact(multiple * scaled(number / multiple, 0, RoundingMode.HALF_UP));
  }

  @SheetFunction(
      value = "CEILING",
      en = "Rounds a number up, away from zero, to a multiple.",
      zh = "将数字向上舍入为指定基数的倍数。")
  static double ceiling(double number, double significance) {
    if (significance == 0) {
      return 0;
    } else if (number > 0 && significance < 0) {
      throw FunctionError.num();
    }
    return exact(significance * Math.ceil(NumberText.digits15(number / significance)));
  }

  @SheetFunction(
      value = "FLOOR",
      en = "Rounds a number down, toward zero, to a multiple.",
      zh = "将数字向下舍入为指定基数的倍数。")
  static double floor(double number, double significance) {
    if (number == 0) {
      return 0;
    } else if (significance == 0) {
      throw FunctionError.divisionByZero();
    } else if (number > 0 && significance < 0) {
      throw FunctionError.num();
    }
    return exact(significance * Math.floor(NumberText.digits15(number / significance)));
  }

  @SheetFunction(
      value = "CEILING.MATH",
      since = Excel.V2013,
      en = "Rounds a number up to a multiple; negative ones away from zero if asked.",
      zh = "将数字向上舍入为指定基数的倍数，可选负数的舍入方向。")
  static double ceilingMath(
      double number,
      @Default(value = "1", ifEmpty = true) double significance,
      @Default("0") double mode) {
    double step = Math.abs(significance);
    if (step == 0) {
      return 0;
    }
    double ratio = NumberText.digits15(number / step);
    return exact(step * (number < 0 && mode != 0 ? Math.floor(ratio) : Math.ceil(ratio)));
  }

  @SheetFunction(
      value = "FLOOR.MATH",
      since = Excel.V2013,
      en = "Rounds a number down to a multiple; negative ones toward zero if asked.",
      zh = "将数字向下舍入为指定基数的倍数，可选负数的舍入方向。")
  static double floorMath(
      double number,
      @Default(value = "1", ifEmpty = true) double significance,
      @Default("0") double mode) {
    double step = Math.abs(significance);
    if (step == 0) {
      return 0;
    }
    double ratio = NumberText.digits15(number / step);
    return exact(step * (number < 0 && mode != 0 ? Math.ceil(ratio) : Math.floor(ratio)));
  }

  @SheetFunction(
      value = "CEILING.PRECISE",
      older = "ISO.CEILING",
      since = Excel.V2010,
      en = "Rounds a number up to a multiple, whatever its sign.",
      zh = "将数字向上舍入为指定基数的倍数，与符号无关。")
  static double ceilingPrecise(
      double number, @Default(value = "1", ifEmpty = true) double significance) {
    return ceilingMath(number, significance, 0);
  }

  @SheetFunction(
      value = "FLOOR.PRECISE",
      since = Excel.V2010,
      en = "Rounds a number down to a multiple, whatever its sign.",
      zh = "将数字向下舍入为指定基数的倍数，与符号无关。")
  static double floorPrecise(
      double number, @Default(value = "1", ifEmpty = true) double significance) {
    return floorMath(number, significance, 0);
  }

  @SheetFunction(
      value = "EVEN",
      en = "Rounds a number away from zero to an even integer.",
      zh = "向远离零的方向舍入为最接近的偶数。")
  static double even(double number) {
    return Math.signum(number) * 2 * Math.ceil(Math.abs(number) / 2);
  }

  @SheetFunction(
      value = "ODD",
      en = "Rounds a number away from zero to an odd integer.",
      zh = "向远离零的方向舍入为最接近的奇数。")
  static double odd(double number) {
    double size = Math.abs(number);
    double odd = Math.max(1, 2 * Math.ceil((size - 1) / 2) + 1);
    return number < 0 ? -odd : odd;
  }

  /** Without the noise of a multiplication, as 3 * 0.1. */
  private static double exact(double product) {
    return NumberText.digits15(product);
  }
}
