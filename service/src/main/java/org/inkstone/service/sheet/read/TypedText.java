package org.inkstone.service.sheet.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.format.SerialDate;
import org.jspecify.annotations.Nullable;

/**
 * What a spreadsheet makes of a typed text: a number, percentage, amount, date, time, boolean or
 * error. A text stays text where a spreadsheet would lose digits of it: leading zeros, and more
 * than 15 digits. A formula stays text: text is never run.
 */
final class TypedText {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<minus>[-+−]?)(?<sign>US\\$|HK\\$|[$€£¥￥])?(?<minus2>-?)"
              + "(?<digits>\\d{1,3}(?:,\\d{3})+|\\d*)(?<fraction>\\.\\d*)?(?<exponent>[eE][+-]?\\d{1,3})?"
              + "(?<percent>\\s?%)?(?<after>\\s?[€元])?");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)"
              + "(?:[T ]\\s*(\\S.*))?");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,3})?)?(?:\\s?([AaPp])[Mm])?");
  private static final Map<String, String> CURRENCY_FORMATS =
      Map.of("$", "$#,##0.00", "US$", "[$US$]#,##0.00", "HK$", "[$HK$]#,##0.00", "￥", "¥#,##0.00");
  private static final int MOST_DIGITS = 15;
  private static final int LONGEST = 40;

  private TypedText() {}

  static SheetCell cell(String text) {
    String typed = text.strip();
    if (typed.isEmpty()) {
      return text.isEmpty() ? SheetCell.blank() : SheetCell.of(Scalar.of(text));
    } else if (typed.length() > LONGEST) {
      return SheetCell.of(Scalar.of(text));
    }
    return word(typed)
        .or(() -> number(typed))
        .or(() -> date(typed))
        .or(() -> time(typed).map(time -> cell(SerialDate.of(time), timeFormat(typed))))
        .orElseGet(() -> SheetCell.of(Scalar.of(text)));
  }

  private static SheetCell cell(double value, @Nullable String format) {
    return new SheetCell(Scalar.of(value), null, format);
  }

  private static Optional<SheetCell> word(String typed) {
    if (typed.equalsIgnoreCase("true") || typed.equalsIgnoreCase("false")) {
      return Optional.of(SheetCell.of(Scalar.of(typed.equalsIgnoreCase("true"))));
    }
    return typed.startsWith("#")
        ? ErrorCode.of(typed).map(code -> SheetCell.of(Scalar.of(code)))
        : Optional.empty();
  }

  private static Optional<SheetCell> number(String typed) {
    boolean bracketed = typed.startsWith("(") && typed.endsWith(")") && typed.length() > 2;
    Matcher found = NUMBER.matcher(bracketed ? typed.substring(1, typed.length() - 1) : typed);
    if (!found.matches()) {
      return Optional.empty();
    }
    String digits = found.group("digits").replace(",", "");
    String fraction = found.group("fraction") == null ? "" : found.group("fraction");
    boolean signed = !found.group("minus").isEmpty() || !found.group("minus2").isEmpty();
    if ((digits + fraction).chars().noneMatch(Character::isDigit)
        || losesDigits(digits, fraction)
        || (bracketed && signed)
        || (!found.group("minus").isEmpty() && !found.group("minus2").isEmpty())) {
      return Optional.empty();
    }
    String exponent = found.group("exponent") == null ? "" : found.group("exponent");
    boolean negative =
        bracketed || (signed && "-−".contains(found.group("minus") + found.group("minus2")));
    boolean percent = found.group("percent") != null;
    BigDecimal value =
        new BigDecimal((digits.isEmpty() ? "0" : digits) + decimals(fraction) + exponent);
    double number = (percent ? value.movePointLeft(2) : value).doubleValue();
    return Double.isFinite(number)
        ? Optional.of(cell(negative && number != 0 ? -number : number, format(found, fraction)))
        : Optional.empty();
  }

  private static String decimals(String fraction) {
    return fraction.length() > 1 ? fraction : "";
  }

  private static boolean losesDigits(String digits, String fraction) {
    boolean leadingZero = digits.length() > 1 && digits.startsWith("0");
    String all = (digits + fraction.replace(".", "")).replaceFirst("^0+", "");
    boolean whole = decimals(fraction).isEmpty();
    return leadingZero || (whole && all.length() > MOST_DIGITS);
  }

  private static @Nullable String format(Matcher found, String fraction) {
    String after = found.group("after");
    String sign = found.group("sign");
    if (found.group("percent") != null) {
      return decimals(fraction).isEmpty() ? "0%" : "0.00%";
    } else if (sign != null) {
      return CURRENCY_FORMATS.getOrDefault(sign, sign + "#,##0.00");
    } else if (after != null) {
      return "#,##0.00\"" + after + "\"";
    } else if (found.group("exponent") != null) {
      return "0.00E+00";
    } else if (found.group("digits").contains(",")) {
      return decimals(fraction).isEmpty() ? "#,##0" : "#,##0.00";
    }
    return null;
  }

  private static Optional<SheetCell> date(String typed) {
    Matcher found = DATE.matcher(typed);
    if (!found.matches()) {
      return Optional.empty();
    }
    int from = found.group(2) != null ? 2 : found.group(4) != null ? 4 : 6;
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(found.group(1)),
              Integer.parseInt(found.group(from)),
              Integer.parseInt(found.group(from + 1)));
      if (day.getYear() < 1900) {
        return Optional.empty();
      }
      String form = from == 2 ? "yyyy-mm-dd" : from == 4 ? "yyyy/m/d" : "yyyy\"年\"m\"月\"d\"日\"";
      double serial = SerialDate.of(day, DateSystem.FROM_1900);
      String rest = found.group(8);
      return rest == null
          ? Optional.of(cell(serial, form))
          : time(rest.strip().replaceFirst("Z$", ""))
              .map(time -> cell(serial + SerialDate.of(time), form + " " + timeFormat(rest)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(String typed) {
    Matcher found = TIME.matcher(typed);
    if (!found.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(found.group(1));
    if (found.group(5) != null) {
      boolean afternoon = found.group(5).equalsIgnoreCase("p");
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
    int nano = found.group(4) == null ? 0 : (int) (Double.parseDouble(found.group(4)) * 1e9);
    int minute = Integer.parseInt(found.group(2));
    return hour > 23 || minute > 59 || second > 59
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour, minute, second, nano));
  }

  private static String timeFormat(String typed) {
    Matcher found = TIME.matcher(typed.strip().replaceFirst("Z$", ""));
    boolean seconds = found.matches() && found.group(3) != null;
    boolean half = found.hasMatch() && found.group(5) != null;
    return (half ? "h:mm" : "hh:mm") + (seconds ? ":ss" : "") + (half ? " AM/PM" : "");
  }
}
