package org.inkstone.service.sheet.function;

import java.nio.charset.Charset;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FormatCode;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.NumberText;

/** Numbers as texts and texts as numbers. */
@InCategory(Category.TEXT)
final class FormatFunctions {
  private static final Charset ANSI = Charset.forName("windows-1252");

  private FormatFunctions() {}

  @SheetFunction(value = "TEXT", en = "A value in a number format, as text.", zh = "按指定格式将数值转换为文本。")
  static String text(Calculation calculation, Scalar value, String formatText) {
    return FormatCode.of(formatText).format(value, calculation.dateSystem());
  }

  @SheetFunction(value = "VALUE", en = "The number that a text stands for.", zh = "将文本转换为数字。")
  static double value(Calculation calculation, Scalar text) {
    if (text instanceof Scalar.Bool) {
      throw FunctionError.value();
    }
    return Convert.number(text, calculation.dateSystem());
  }

  @SheetFunction(
      value = "NUMBERVALUE",
      since = Excel.V2013,
      en = "The number that a text stands for, with separators of your own.",
      zh = "按指定分隔符将文本转换为数字。")
  static double numberValue(
      Calculation calculation,
      String text,
      @Default(".") String decimalSeparator,
      @Default(",") String groupSeparator) {
    if (decimalSeparator.isEmpty() || groupSeparator.isEmpty()) {
      throw FunctionError.value();
    }
    String point = decimalSeparator.substring(0, 1);
    String group = groupSeparator.substring(0, 1);
    String bare = text.replaceAll("\\s", "");
    int at = bare.indexOf(point);
    String whole = (at < 0 ? bare : bare.substring(0, at)).replace(group, "");
    String rest = at < 0 ? "" : bare.substring(at + 1);
    if (rest.contains(point) || rest.contains(group)) {
      throw FunctionError.value();
    } else if (bare.isEmpty()) {
      return 0;
    }
    for (String usual : new String[] {".", ","}) {
      if (!usual.equals(point) && !usual.equals(group) && bare.contains(usual)) {
        throw FunctionError.value();
      }
    }
    String number = whole + (at < 0 ? "" : ".") + rest;
    int percents = number.length() - number.replaceAll("%+$", "").length();
    return NumberText.parse(number.replaceAll("%+$", ""), calculation.dateSystem())
            .orElseThrow(FunctionError::value)
        / Math.pow(100, percents);
  }

  @SheetFunction(
      value = "FIXED",
      en = "A number rounded and written with decimals.",
      zh = "将数字四舍五入并以文本形式显示小数。")
  static String fixed(
      Calculation calculation,
      double number,
      @Default("2") int decimals,
      @Default("FALSE") boolean noCommas) {
    return decimal(calculation, number, decimals, noCommas ? "0" : "#,##0");
  }

  @SheetFunction(value = "DOLLAR", en = "A number as an amount of money.", zh = "将数字转换为货币格式的文本。")
  static String dollar(Calculation calculation, double number, @Default("2") int decimals) {
    String amount = decimal(calculation, Math.abs(number), decimals, "#,##0");
    // by the rounded amount, so that nothing has no sign
    boolean minus = RoundingFunctions.round(number, decimals) < 0;
    return minus ? "($" + amount + ")" : "$" + amount;
  }

  private static String decimal(
      Calculation calculation, double number, int decimals, String whole) {
    if (decimals > 127) {
      throw FunctionError.value();
    }
    double rounded = RoundingFunctions.round(number, decimals);
    String code = decimals > 0 ? whole + "." + "0".repeat(decimals) : whole;
    return FormatCode.of(code).format(Scalar.of(rounded), calculation.dateSystem());
  }

  @SheetFunction(value = "CHAR", en = "The character of a number from 1 to 255.", zh = "返回代码对应的字符。")
  static String character(double number) {
    if (number < 1 || number >= 256) {
      throw FunctionError.value();
    }
    byte[] code = {(byte) (int) number};
    String character = new String(code, ANSI);
    // five numbers have no character in this set and stand for control characters
    return character.equals("\ufffd") ? Character.toString((int) number) : character;
  }

  @SheetFunction(value = "CODE", en = "The number of a text's first character.", zh = "返回文本首字符的代码。")
  static double code(String text) {
    if (text.isEmpty()) {
      throw FunctionError.value();
    }
    byte[] code = text.substring(0, 1).getBytes(ANSI);
    return code[0] & 0xff;
  }

  @SheetFunction(
      value = "UNICHAR",
      since = Excel.V2013,
      en = "The character of a Unicode number.",
      zh = "返回 Unicode 编号对应的字符。")
  static String unicodeCharacter(double number) {
    int code = number > Character.MAX_CODE_POINT ? -1 : (int) number;
    if (code < 1) {
      throw FunctionError.value();
    } else if ((code & 0xFFFE) == 0xFFFE || code >= 0xD800 && code <= 0xDFFF) {
      throw FunctionError.notAvailable();
    }
    return Character.toString(code);
  }

  @SheetFunction(
      value = "UNICODE",
      since = Excel.V2013,
      en = "The Unicode number of a text's first character.",
      zh = "返回文本首字符的 Unicode 编号。")
  static double unicode(String text) {
    if (text.isEmpty()) {
      throw FunctionError.value();
    }
    return text.codePointAt(0);
  }
}
