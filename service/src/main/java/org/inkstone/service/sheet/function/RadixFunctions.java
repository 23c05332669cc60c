package org.inkstone.service.sheet.function;

import java.util.Locale;
import org.inkstone.service.sheet.value.FunctionError;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers written in binary, octal, decimal and hexadecimal: at most ten digits, the negative
 * ones as their complement of ten digits.
 */
@InCategory(Category.ENGINEERING)
final class RadixFunctions {
  private static final int PLACES = 10;

  private RadixFunctions() {}

  @SheetFunction(
      value = "BIN2DEC",
      toolPak = true,
      en = "A binary number as a decimal one.",
      zh = "将二进制数转换为十进制数。")
  static double binaryToDecimal(String number) {
    return number(number, 2);
  }

  @SheetFunction(
      value = "BIN2OCT",
      toolPak = true,
      en = "A binary number as an octal one.",
      zh = "将二进制数转换为八进制数。")
  static String binaryToOctal(String number, @Default(ifEmpty = true) @Nullable Integer places) {
    return digits(number(number, 2), 8, places);
  }

  @SheetFunction(
      value = "BIN2HEX",
      toolPak = true,
      en = "A binary number as a hexadecimal one.",
      zh = "将二进制数转换为十六进制数。")
  static String binaryToHexadecimal(
      String number, @Default(ifEmpty = true) @Nullable Integer places) {
    return digits(number(number, 2), 16, places);
  }

  @SheetFunction(
      value = "OCT2DEC",
      toolPak = true,
      en = "A octal number as a decimal one.",
      zh = "将八进制数转换为十进制数。")
  static double octalToDecimal(String number) {
    return number(number, 8);
  }

  @SheetFunction(
      value = "OCT2BIN",
      toolPak = true,
      en = "A octal number as a binary one.",
      zh = "将八进制数转换为二进制数。")
  static String octalToBinary(String number, @Default(ifEmpty = true) @Nullable Integer places) {
    return digits(number(number, 8), 2, places);
  }

  @SheetFunction(
      value = "OCT2HEX",
      toolPak = true,
      en = "A octal number as a hexadecimal one.",
      zh = "将八进制数转换为十六进制数。")
  static String octalToHexadecimal(
      String number, @Default(ifEmpty = true) @Nullable Integer places) {
    return digits(number(number, 8), 16, places);
  }

  @SheetFunction(
      value = "HEX2DEC",
      toolPak = true,
      en = "A hexadecimal number as a decimal one.",
      zh = "将十六进制数转换为十进制数。")
  static double hexadecimalToDecimal(String number) {
    return number(number, 16);
  }

  @SheetFunction(
      value = "HEX2BIN",
      toolPak = true,
      en = "A hexadecimal number as a binary one.",
      zh = "将十六进制数转换为二进制数。")
  static String hexadecimalToBinary(
      String number, @Default(ifEmpty = true) @Nullable Integer places) {
    return digits(number(number, 16), 2, places);
  }

  @SheetFunction(
      value = "HEX2OCT",
      toolPak = true,
      en = "A hexadecimal number as an octal one.",
      zh = "将十六进制数转换为八进制数。")
  static String hexadecimalToOctal(
      String number, @Default(ifEmpty = true) @Nullable Integer places) {
    return digits(number(number, 16), 8, places);
  }

  @SheetFunction(
      value = "DEC2BIN",
      toolPak = true,
      en = "A decimal number as a binary one.",
      zh = "将十进制数转换为二进制数。")
  static String decimalToBinary(double number, @Default(ifEmpty = true) @Nullable Integer places) {
    return digits(number, 2, places);
  }

  @SheetFunction(
      value = "DEC2OCT",
      toolPak = true,
      en = "A decimal number as an octal one.",
      zh = "将十进制数转换为八进制数。")
  static String decimalToOctal(double number, @Default(ifEmpty = true) @Nullable Integer places) {
    return digits(number, 8, places);
  }

  @SheetFunction(
      value = "DEC2HEX",
      toolPak = true,
      en = "A decimal number as a hexadecimal one.",
      zh = "将十进制数转换为十六进制数。")
  static String decimalToHexadecimal(
      double number, @Default(ifEmpty = true) @Nullable Integer places) {
    return digits(number, 16, places);
  }

  /** What up to ten digits stand for; the highest of ten is the sign. */
  private static double number(String digits, int radix) {
    if (digits.length() > PLACES) {
      throw FunctionError.num();
    }
    long number = 0;
    for (char c : digits.toCharArray()) {
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        throw FunctionError.num();
      }
      number = number * radix + digit;
    }
    long all = power(radix);
    return number >= all / 2 ? number - all : number;
  }

  private static String digits(double number, int radix, @Nullable Integer places) {
    long all = power(radix);
    double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
    if (whole < -all / 2.0 || whole >= all / 2.0) {
      throw FunctionError.num();
    } else if (whole < 0) {
      return text(all + (long) whole, radix);
    }
    String digits = text((long) whole, radix);
    if (places == null) {
      return digits;
    } else if (places < digits.length() || places > PLACES) {
      throw FunctionError.num();
    }
    return "0".repeat(places - digits.length()) + digits;
  }

  private static String text(long number, int radix) {
    return Long.toString(number, radix).toUpperCase(Locale.ROOT);
  }

  /** How many numbers ten digits can write. */
  private static long power(int radix) {
    return Math.round(Math.pow(radix, PLACES));
  }
}
