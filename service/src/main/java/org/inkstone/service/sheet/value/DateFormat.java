package org.inkstone.service.sheet.value;

import java.util.List;
import java.util.Locale;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.FormatToken.Kind;

/** Writes serial numbers as dates and times. */
final class DateFormat {
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
  private static final String CHINESE_DAYS = "日一二三四五六";

  private final List<FormatToken> tokens;
  private final int numerals;
  private final boolean chinese;

  DateFormat(List<FormatToken> tokens, int numerals) {
    this.tokens = tokens;
    this.numerals = numerals;
    this.chinese =
        tokens.stream().anyMatch(t -> t.is(Kind.BRACKET) && t.text().matches("\\$-(.*0?804|zh.*)"));
  }

  String format(double serial, DateSystem system) {
    if (serial < 0 && system == DateSystem.FROM_1900) {
      throw FunctionError.value();
    }
    return serial < 0 ? "-" + shown(-serial, system) : shown(serial, system);
  }

  private String shown(double serial, DateSystem system) {
    int decimals = decimals();
    double unit = Math.pow(10, decimals);
    // times are rounded once, at the smallest unit that is shown
    double ticks = Math.rint(serial * 86_400 * unit);
    double rounded = shows('s') ? ticks / unit / 86_400 : serial;
    double seconds = shows('s') ? ticks / unit : Math.floor(serial * 86_400 + 1e-6);
    Dates.Day day = Dates.day(Math.floor(seconds / 86_400), system);
    boolean half = tokens.stream().anyMatch(t -> t.is(Kind.HALF_DAY));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      FormatToken token = tokens.get(i);
      switch (token.kind()) {
        case DATE -> out.append(part(i, day, seconds, half, Dates.weekday(rounded, system)));
        case ELAPSED -> out.append(elapsed(token.text(), seconds));
        case HALF_DAY -> out.append(half(token.text(), seconds));
        case POINT, DIGIT -> out.append(fraction(i, seconds));
        case BRACKET -> {}
        default -> out.append(token.text());
      }
    }
    return out.toString();
  }

  private boolean shows(char unit) {
    return tokens.stream()
        .anyMatch(t -> (t.is(Kind.DATE) || t.is(Kind.ELAPSED)) && t.text().charAt(0) == unit);
  }

  private int decimals() {
    int point = 0;
    while (point < tokens.size() && !tokens.get(point).is(Kind.POINT)) {
      point++;
    }
    return (int) tokens.stream().skip(point).filter(t -> t.is(Kind.DIGIT)).count();
  }

  private String part(int at, Dates.Day day, double seconds, boolean half, int weekday) {
    String text = tokens.get(at).text();
    int size = text.length();
    if (isCounted(at)) {
      return elapsed(text, seconds);
    }
    int second = (int) (Math.floor(seconds) % 60);
    int minute = (int) (Math.floor(seconds / 60) % 60);
    int hour = (int) (Math.floor(seconds / 3600) % 24);
    return switch (text.charAt(0)) {
      case 'y' -> size <= 2 ? padded(day.year() % 100, 2) : digits(day.year());
      case 'e' -> digits(day.year());
      case 'm' -> isMinute(at) ? padded(minute, size) : month(day.month(), size);
      case 'd' -> size <= 2 ? padded(day.day(), size) : dayName(weekday, size);
      case 'a' -> (size >= 4 ? "星期" : "") + CHINESE_DAYS.charAt(weekday);
      case 'h' -> padded(half ? (hour + 11) % 12 + 1 : hour, size);
      case 's' -> padded(second, size);
      default -> "";
    };
  }

  private String month(int month, int size) {
    String name = MONTHS.get(month - 1);
    return switch (size) {
      case 1, 2 -> padded(month, size);
      case 3 -> chinese ? month + "月" : name.substring(0, 3);
      case 5 -> name.substring(0, 1);
      default -> chinese ? ChineseNumerals.spoken(month, 1) + "月" : name;
    };
  }

  private String dayName(int weekday, int size) {
    if (chinese) {
      return (size == 3 ? "周" : "星期") + CHINESE_DAYS.charAt(weekday);
    }
    return size == 3 ? DAYS.get(weekday).substring(0, 3) : DAYS.get(weekday);
  }

  private String padded(int number, int size) {
    if (numerals > 0) {
      return ChineseNumerals.spoken(number, numerals);
    }
    String text = Integer.toString(number);
    return size >= 2 && text.length() < 2 ? "0" + text : text;
  }

  private String digits(int number) {
    String text = Integer.toString(number);
    return numerals > 0 ? ChineseNumerals.digits(text, numerals) : text;
  }

  /** A unit that was once shown in all is so ever after. */
  private boolean isCounted(int at) {
    char unit = tokens.get(at).text().charAt(0);
    for (int i = 0; i < at; i++) {
      if (tokens.get(i).is(Kind.ELAPSED) && tokens.get(i).text().charAt(0) == unit) {
        return unit != 'm' || isMinute(at);
      }
    }
    return false;
  }

  /** An m is a minute behind an hour or a second, and before a second. */
  private boolean isMinute(int at) {
    for (int i = at - 1; i >= 0; i--) {
      FormatToken token = tokens.get(i);
      if (token.is(Kind.DATE) || token.is(Kind.ELAPSED)) {
        if (token.text().charAt(0) == 'h' || token.text().charAt(0) == 's') {
          return true;
        }
        break;
      }
    }
    for (int i = at + 1; i < tokens.size(); i++) {
      FormatToken token = tokens.get(i);
      if (token.is(Kind.DATE) || token.is(Kind.ELAPSED)) {
        return token.text().charAt(0) == 's';
      }
    }
    return false;
  }

  private static String elapsed(String text, double seconds) {
    double unit = text.charAt(0) == 'h' ? 3600 : text.charAt(0) == 'm' ? 60 : 1;
    String number = NumberText.general(Math.floor(seconds / unit));
    return "0".repeat(Math.max(0, text.length() - number.length())) + number;
  }

  private static String half(String text, double seconds) {
    boolean morning = seconds / 3600 % 24 < 12;
    int slash = text.indexOf('/');
    String shown = morning ? text.substring(0, slash) : text.substring(slash + 1);
    return text.length() > 3 ? shown.toUpperCase(Locale.ROOT) : shown;
  }

  private String fraction(int at, double seconds) {
    FormatToken token = tokens.get(at);
    if (token.is(Kind.POINT)) {
      return ".";
    }
    int place = 1;
    for (int i = at - 1; i >= 0 && tokens.get(i).is(Kind.DIGIT); i--) {
      place++;
    }
    double ticks = Math.rint((seconds - Math.floor(seconds)) * Math.pow(10, decimals()));
    return Integer.toString((int) (ticks / Math.pow(10, decimals() - place) % 10));
  }
}
