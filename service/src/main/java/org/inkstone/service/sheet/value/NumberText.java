package org.inkstone.service.sheet.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.DateSystem;

/** Numbers as a spreadsheet writes them in texts, and texts that it takes for numbers. */
public final class NumberText {
  private static final int SIGNIFICANT = 15;
  private static final MathContext DIGITS = new MathContext(SIGNIFICANT, RoundingMode.HALF_UP);
  private static final int LONGEST_PLAIN = 20;
  private static final int LONGEST_NUMBER = 255;
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?)\\s*([$¥￥€£]?)\\s*([+-]?)"
              + "((?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d*)?|\\.\\d+)((?:[eE][+-]?\\d{1,3})?)\\s*(%?)");
  private static final Pattern FRACTION =
      Pattern.compile("([+-]?)(\\d{1,9}) (\\d{1,5})/(\\d{1,5})");

  private NumberText() {}

  /** The number that a text stands for: plain, percent, money, fraction, date or time. */
  public static OptionalDouble parse(String text, DateSystem dates) {
    if (text.length() > LONGEST_NUMBER || text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return OptionalDouble.empty();
    }
    String trimmed = text.replace('\u00a0', ' ').strip();
    OptionalDouble number = number(trimmed);
    if (number.isPresent()) {
      return number;
    }
    return DateText.parse(trimmed, dates);
  }

  /** The date or time, or both, that a text writes; plain numbers are none. */
  public static OptionalDouble parseDate(String text, DateSystem dates) {
    return text.length() > LONGEST_NUMBER
        ? OptionalDouble.empty()
        : DateText.parse(text.replace('\u00a0', ' ').strip(), dates);
  }

  private static OptionalDouble number(String text) {
    boolean bracketed = text.startsWith("(") && text.endsWith(")");
    String inner = bracketed ? text.substring(1, text.length() - 1).strip() : text;
    Matcher matcher = NUMBER.matcher(inner);
    if (!matcher.matches()) {
      return fraction(text);
    }
    boolean twice = !matcher.group(1).isEmpty() && !matcher.group(3).isEmpty();
    if (twice || bracketed && !(matcher.group(1) + matcher.group(3)).isEmpty()) {
      return OptionalDouble.empty();
    }
    double value = literal(matcher.group(4).replace(",", "") + matcher.group(5));
    boolean minus = bracketed || (matcher.group(1) + matcher.group(3)).equals("-");
    value = matcher.group(6).isEmpty() ? value : value / 100;
    return Double.isFinite(value)
        ? OptionalDouble.of(minus ? -value : value)
        : OptionalDouble.empty();
  }

  private static OptionalDouble fraction(String text) {
    Matcher matcher = FRACTION.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(4)) == 0) {
      return OptionalDouble.empty();
    }
    double value =
        Double.parseDouble(matcher.group(2))
            + Double.parseDouble(matcher.group(3)) / Double.parseDouble(matcher.group(4));
    return OptionalDouble.of(matcher.group(1).equals("-") ? -value : value);
  }

  /** The number that digits write: spreadsheets take those beyond the fifteenth for zeros. */
  public static double literal(String digits) {
    if (digits.length() <= SIGNIFICANT) {
      return Double.parseDouble(digits);
    }
    StringBuilder cut = new StringBuilder(digits);
    int significant = 0;
    for (int i = 0; i < cut.length() && "eE".indexOf(cut.charAt(i)) < 0; i++) {
      char c = cut.charAt(i);
      significant += c >= '1' && c <= '9' || c == '0' && significant > 0 ? 1 : 0;
      if (c != '.' && significant > SIGNIFICANT) {
        cut.setCharAt(i, '0');
      }
    }
    return Double.parseDouble(cut.toString());
  }

  /** A number as text: 15 digits, with an exponent where it would be longer than 20 characters. */
  public static String general(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    BigDecimal decimal = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    BigDecimal size = decimal.abs();
    String plain = size.toPlainString();
    String sign = value < 0 ? "-" : "";
    int exponent = size.precision() - size.scale() - 1;
    if (exponent <= LONGEST_PLAIN && plain.length() <= LONGEST_PLAIN + (exponent > 0 ? 1 : 0)) {
      return sign + plain;
    }
    String digits = size.unscaledValue().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    return sign + digits.charAt(0) + fraction + "E" + (exponent < 0 ? "-" : "+") + power;
  }

  /** A number cut to 15 significant digits, as a cell keeps it; what is not finite stays. */
  public static double digits15(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 || !Double.isFinite(value)
        ? value
        : new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
