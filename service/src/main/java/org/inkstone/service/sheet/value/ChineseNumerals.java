package org.inkstone.service.sheet.value;

/** Numbers in Chinese numerals: everyday ones (1), those of cheques (2), full-width digits (3). */
final class ChineseNumerals {
  private static final String[] DIGITS = {"〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "０１２３４５６７８９"};
  private static final String[] UNITS = {"十百千", "拾佰仟", "十百千"};
  private static final String GROUPS = "万亿";
  private static final double LARGEST = 1e15;

  private ChineseNumerals() {}

  /** Digit by digit. */
  static String digits(String number, int style) {
    StringBuilder out = new StringBuilder();
    for (char c : number.toCharArray()) {
      out.append(c >= '0' && c <= '9' ? DIGITS[style - 1].charAt(c - '0') : c);
    }
    return out.toString();
  }

  /** As it is spoken, with its units. */
  static String spoken(double number, int style) {
    double size = Math.abs(number);
    if (size >= LARGEST) {
      return digits(NumberText.general(number), style);
    }
    String text = NumberText.general(size);
    int dot = text.indexOf('.');
    String whole = whole(dot < 0 ? text : text.substring(0, dot), style);
    String fraction = dot < 0 ? "" : "." + digits(text.substring(dot + 1), style);
    return (number < 0 ? "-" : "") + whole + fraction;
  }

  /** As a part of a date is spoken: ten is not one ten in everyday numerals. */
  static String dayOrMonth(int number, int style) {
    String spoken = spoken(number, style);
    return style == 1 && number >= 10 && number < 20 ? spoken.substring(1) : spoken;
  }

  private static String whole(String digits, int style) {
    String zero = String.valueOf(DIGITS[style - 1].charAt(0));
    StringBuilder out = new StringBuilder();
    boolean gap = false;
    boolean group = false;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      int place = digits.length() - 1 - i;
      if (digit == 0) {
        gap = true;
      } else {
        out.append(gap && !out.isEmpty() ? zero : "");
        out.append(DIGITS[style - 1].charAt(digit));
        out.append(place % 4 == 0 ? "" : String.valueOf(UNITS[style - 1].charAt(place % 4 - 1)));
        gap = false;
        group = true;
      }
      if (place % 4 == 0 && place > 0) {
        boolean large = place % 8 == 0;
        out.append(group || large ? String.valueOf(GROUPS.charAt(large ? 1 : 0)) : "");
        group = false;
      }
    }
    return out.isEmpty() ? zero : out.toString();
  }
}
