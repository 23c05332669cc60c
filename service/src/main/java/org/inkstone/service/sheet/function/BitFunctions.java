package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.FunctionError;

/** Bits of whole numbers below 2^48, and comparisons that give 1 or 0. */
@InCategory(Category.ENGINEERING)
final class BitFunctions {
  private static final double MORE_THAN_BITS = 0x1p48;
  private static final int MOST_SHIFT = 53;

  private BitFunctions() {}

  @SheetFunction(
      value = "BITAND",
      since = Excel.V2013,
      en = "The bits that are set in both numbers.",
      zh = "返回两个数按位“与”的结果。")
  static double and(double number1, double number2) {
    return bits(number1) & bits(number2);
  }

  @SheetFunction(
      value = "BITOR",
      since = Excel.V2013,
      en = "The bits that are set in either number.",
      zh = "返回两个数按位“或”的结果。")
  static double or(double number1, double number2) {
    return bits(number1) | bits(number2);
  }

  @SheetFunction(
      value = "BITXOR",
      since = Excel.V2013,
      en = "The bits that are set in just one of two numbers.",
      zh = "返回两个数按位“异或”的结果。")
  static double exclusiveOr(double number1, double number2) {
    return bits(number1) ^ bits(number2);
  }

  @SheetFunction(
      value = "BITLSHIFT",
      since = Excel.V2013,
      en = "A number with its bits shifted to the left.",
      zh = "返回将数字按位左移指定位数的结果。")
  static double shiftLeft(double number, double shiftAmount) {
    return shifted(number, shiftAmount);
  }

  @SheetFunction(
      value = "BITRSHIFT",
      since = Excel.V2013,
      en = "A number with its bits shifted to the right.",
      zh = "返回将数字按位右移指定位数的结果。")
  static double shiftRight(double number, double shiftAmount) {
    return shifted(number, -shiftAmount);
  }

  private static long bits(double number) {
    if (number < 0 || number >= MORE_THAN_BITS || number != Math.rint(number)) {
      throw FunctionError.num();
    }
    return (long) number;
  }

  private static double shifted(double number, double toLeft) {
    if (Math.abs(toLeft) > MOST_SHIFT) {
      throw FunctionError.num();
    }
    double shifted = Math.floor(bits(number) * Math.pow(2, (int) toLeft));
    if (shifted >= MORE_THAN_BITS) {
      throw FunctionError.num();
    }
    return shifted;
  }

  @SheetFunction(
      value = "DELTA",
      toolPak = true,
      en = "1 if two numbers are equal, else 0.",
      zh = "两个数相等时返回 1，否则返回 0。")
  static double delta(double number1, @Default(value = "0", ifEmpty = true) double number2) {
    return number1 == number2 ? 1 : 0;
  }

  @SheetFunction(
      value = "GESTEP",
      toolPak = true,
      en = "1 if a number is at least a step, else 0.",
      zh = "数字大于等于阈值时返回 1，否则返回 0。")
  static double atLeast(double number, @Default(value = "0", ifEmpty = true) double step) {
    return number >= step ? 1 : 0;
  }
}
