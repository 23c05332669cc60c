package org.inkstone.service.sheet.function;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;

/** Whole numbers in other bases and in Roman numerals. */
@InCategory(Category.MATH)
final class NumeralFunctions {
  private static final int LONGEST = 255;

  /** What Roman numerals write with one sign or a pair, by the form that allows the pair. */
  private static final String[] ROMAN = {
    "1000M 900CM 500D 400CD 100C 90XC 50L 40XL 10X 9IX 5V 4IV 1I",
    "950LM 450LD 95VC 45VL",
    "990XM 490XD 99IC 49IL",
    "995VM 495VD",
    "999IM 499ID"
  };

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
  static String roman(
      Calculation calculation, double number, @Default(value = "0", ifEmpty = true) Scalar form) {
    double simplicity = simplicity(form, calculation);
    if (number < 0 || number >= 4000 || simplicity < 0 || simplicity >= ROMAN.length) {
      throw FunctionError.value();
    }
    StringBuilder roman = new StringBuilder();
    int rest = (int) number;
    for (Map.Entry<Integer, String> sign : signs((int) simplicity).entrySet()) {
      roman.append(sign.getValue().repeat(rest / sign.getKey()));
      rest %= sign.getKey();
    }
    return roman.toString();
  }

  /** TRUE is the classic form, FALSE the shortest. */
  private static double simplicity(Scalar form, Calculation calculation) {
    if (form instanceof Scalar.Bool classic) {
      return classic.value() ? 0 : ROMAN.length - 1.0;
    }
    return Convert.number(form, calculation.dateSystem());
  }

  private static NavigableMap<Integer, String> signs(int form) {
    NavigableMap<Integer, String> signs = new TreeMap<>();
    for (int i = 0; i <= form; i++) {
      for (String sign : ROMAN[i].split(" ", -1)) {
        String value = sign.replaceAll("[A-Z]", "");
        signs.put(Integer.valueOf(value), sign.substring(value.length()));
      }
    }
    return signs.descendingMap();
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
