package org.inkstone.service.sheet.value;

import java.util.List;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.FormatToken.Kind;

/** Writes serial numbers as dates and times. */
final class DateFormat {
  /** Seconds that are nearer than this to the next one have only lost it to rounding. */
  private static final double LOST = 1e-4;

  private final List<FormatToken> tokens;
  private final int numerals;
  private final FormatLanguage language;

  DateFormat(List<FormatToken> tokens, int numerals) {
    this.tokens = tokens;
    this.numerals = numerals;
    this.language = FormatLanguage.of(tokens);
  }

  String format(double serial, DateSystem system) {
    if (serial < 0 && system == DateSystem.FROM_1900) {
      throw FunctionError.value();
    }
    try {
      return serial < 0 ? "-" + shown(-serial, system) : shown(serial, system);
    } catch (FunctionError beyondTheLastDay) {
      throw FunctionError.value();
    }
  }

  private String shown(double serial, DateSystem system) {
    int decimals = decimals();
    double unit = Math.pow(10, decimals);
    // times are rounded once, at the smallest unit that is shown
    double ticks = Math.floor(serial * 86_400 * unit + 0.5);
    double rounded = shows('s') ? ticks / unit / 86_400 : serial;
    double seconds = shows('s') ? ticks / unit : Math.floor(serial * 86_400 + LOST);
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
      case 'm' ->
          isMinute(at)
              ? padded(minute, size)
              : size <= 2 ? padded(day.month(), size) : language.month(day.month(), size);
      case 'd' -> size <= 2 ? padded(day.day(), size) : language.day(weekday, size);
      case 'a' -> language.eastern(weekday, size);
      case 'h' -> padded(half ? (hour + 11) % 12 + 1 : hour, size);
      case 's' -> padded(second, size);
      default -> "";
    };
  }

  private String padded(int number, int size) {
    if (numerals > 0) {
      return ChineseNumerals.dayOrMonth(number, numerals);
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

  private String half(String text, double seconds) {
    boolean morning = seconds / 3600 % 24 < 12;
    if (text.equalsIgnoreCase("AM/PM")) {
      return language.half(morning);
    }
    int slash = text.indexOf('/');
    return morning ? text.substring(0, slash) : text.substring(slash + 1);
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
