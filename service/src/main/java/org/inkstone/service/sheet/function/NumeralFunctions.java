package org.inkstone.service.sheet.function;

import java.util.Locale;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;

/** Whole numbers in other bases and in Roman numerals. */
@InCategory(Category.MATH)
final class NumeralFunctions {
  private static final int LONGEST = 255;

  private NumeralFunctions() {}

  @SheetFunction(
      value = "BASE",
      since = Excel.V2013,
      en = "A number in another base, as text.",
      zh = "将数字转换为指定基数的文本。")
  static String base(double number, int radix, @Default("0") int minLength) {
    if (number < 0
        || number >= 0x1p53
        || radix < 2
        || radix > 36
        || minLength < 0
        || minLength > 255) {
      throw FunctionError.num();
    }
    String digits = Long.toString((long) number, radix).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, minLength - digits.length())) + digits;
  }

  @SheetFunction(
      value = "DECIMAL",
      since = Excel.V2013,
      en = "A text in another base as a number.",
      zh = "将指定基数的文本转换为数字。")
  static double decimal(String text, int radix) {
    if (text.length() > LONGEST) {
      throw FunctionError.value();
    } else if (radix < 2 || radix > 36) {
      throw FunctionError.num();
    }
    double value = 0;
    for (char c : text.strip().toCharArray()) {
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        throw FunctionError.num();
      }
      value = value * radix + digit;
    }
    return value;
  }

  @SheetFunction(
      value = "ROMAN",
      en = "A number in Roman numerals, classic or shorter.",
      zh = "将数字转换为罗马数字，可选简化形式。")
  static String roman(Calculation calculation, double number, @Default("0") Scalar form) {
    double shortness =
        form instanceof Scalar.Bool classic
            ? classic.value() ? 0 : 4
            : Math.floor(Convert.number(form, calculation.dateSystem()));
    if (number < 0 || number >= 4000 || shortness < 0 || shortness > 4) {
      throw FunctionError.value();
    }
    return RomanNumerals.of((int) number, (int) shortness);
  }

  @SheetFunction(
      value = "ARABIC",
      since = Excel.V2013,
      en = "Roman numerals as a number.",
      zh = "将罗马数字转换为阿拉伯数字。")
  static double arabic(String text) {
    if (text.length() > LONGEST) {
      throw FunctionError.value();
    }
    String roman = text.strip().toUpperCase(Locale.ROOT);
    boolean minus = roman.startsWith("-");
    int sum = 0;
    int before = 0;
    for (char c : roman.substring(minus ? 1 : 0).toCharArray()) {
      int at = "IVXLCDM".indexOf(c);
      if (at < 0) {
        throw FunctionError.value();
      }
      int value = (int) Math.pow(10, Math.floorDiv(at, 2)) * (at % 2 == 0 ? 1 : 5);
      sum += value > before ? value - 2 * before : value;
      before = value;
    }
    return minus ? -sum : sum;
  }
}
