package org.inkstone.service.sheet.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.DateSystem;
import org.jspecify.annotations.Nullable;

/** Dates and times in texts, as en-US and Chinese spreadsheets take them. */
final class DateText {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String TIME =
      "(?<half>[上下]午)?\\s*"
          + "(?:(\\d{1,4}):(\\d{1,2})(?::(\\d{1,2}(?:\\.\\d+)?))?\\s*([aApP][mM]?)?"
          + "|(\\d{1,2})[时時](?:(\\d{1,2})分)?(?:(\\d{1,2})秒)?)";
  private static final Pattern TIME_ONLY = Pattern.compile(TIME + "|(\\d{1,2})\\s*([aApP][mM])");
  private static final Pattern DATE_AND_TIME =
      Pattern.compile("(.+?)(?:\\s+|T)((?:[上下]午\\s*)?\\d{1,2}[:时時].*)");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\d{1,2})[-/](\\d{1,2})(?:[-/](\\d{2}|\\d{4}))?");
  private static final Pattern DAY_NAME =
      Pattern.compile("(\\d{1,2})[- /]?([A-Za-z]{3,9})\\.?(?:[- /,]+(\\d{2}|\\d{4}))?");
  private static final Pattern NAME_DAY =
      Pattern.compile(
          "([A-Za-z]{3,9})\\.?[- /](\\d{1,2})(?:st|nd|rd|th)?(?:(?:,\\s*|[- /])(\\d{4}))?");
  private static final Pattern NAME_YEAR = Pattern.compile("([A-Za-z]{3,9})[- /,]+(\\d{4})");

  private DateText() {}

  static OptionalDouble parse(String text, DateSystem system) {
    try {
      return serial(text, system);
    } catch (DateTimeException | FunctionError e) {
      return OptionalDouble.empty();
    }
  }

  private static OptionalDouble serial(String text, DateSystem system) {
    if (text.isEmpty() || text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return OptionalDouble.empty();
    }
    OptionalDouble time = time(text);
    if (time.isPresent()) {
      return time;
    }
    Matcher both = DATE_AND_TIME.matcher(text);
    if (both.matches()) {
      OptionalDouble date = date(both.group(1).strip(), system);
      OptionalDouble clock = time(both.group(2).strip());
      return date.isPresent() && clock.isPresent()
          ? OptionalDouble.of(date.getAsDouble() + clock.getAsDouble())
          : OptionalDouble.empty();
    }
    return date(text, system);
  }

  private static OptionalDouble time(String text) {
    Matcher m = TIME_ONLY.matcher(text);
    if (!m.matches()) {
      return OptionalDouble.empty();
    }
    double hours = number(m.group(2)) + number(m.group(6)) + number(m.group(9));
    double minutes = number(m.group(3)) + number(m.group(7));
    double seconds = number(m.group(4)) + number(m.group(8));
    String half = half(m);
    if (minutes > 59 || seconds >= 60 || half != null && (hours < 1 || hours > 12)) {
      return OptionalDouble.empty();
    }
    if (half != null) {
      hours = hours % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    return OptionalDouble.of((hours * 3600 + minutes * 60 + seconds) / 86_400);
  }

  /** The half of the day that is named, in English; null if none is. */
  private static @Nullable String half(Matcher m) {
    String chinese = m.group("half");
    String english = m.group(5) != null ? m.group(5) : m.group(10);
    return chinese == null ? english : chinese.equals("上午") ? "am" : "pm";
  }

  private static double number(String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }

  private static OptionalDouble date(String text, DateSystem system) {
    Matcher m = YEAR_FIRST.matcher(text);
    if (m.matches()) {
      return of(
          number(m.group(1)),
          number(m.group(2)),
          m.group(3) == null ? 1 : number(m.group(3)),
          system);
    }
    m = MONTH_FIRST.matcher(text);
    if (m.matches() && m.group(3) != null) {
      return of(year(m.group(3)), number(m.group(1)), number(m.group(2)), system);
    }
    m = DAY_NAME.matcher(text);
    if (m.matches() && month(m.group(2)) > 0 && m.group(3) != null) {
      return of(year(m.group(3)), month(m.group(2)), number(m.group(1)), system);
    }
    m = NAME_DAY.matcher(text);
    if (m.matches() && month(m.group(1)) > 0 && m.group(3) != null) {
      return of(number(m.group(3)), month(m.group(1)), number(m.group(2)), system);
    }
    m = NAME_YEAR.matcher(text);
    if (m.matches() && month(m.group(1)) > 0) {
      return of(number(m.group(2)), month(m.group(1)), 1, system);
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble of(double year, double month, double day, DateSystem system) {
    if (year == 1900 && month == 2 && day == 29 && system == DateSystem.FROM_1900) {
      return OptionalDouble.of(60);
    }
    LocalDate date = LocalDate.of((int) year, (int) month, (int) day);
    return OptionalDouble.of(Dates.serial(date, system));
  }

  /** Two digits up to 29 are of this century. */
  private static double year(String digits) {
    double year = number(digits);
    return digits.length() > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
  }

  private static int month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int index = MONTHS.indexOf(lower.substring(0, 3));
    boolean named =
        index >= 0 && Month.of(index + 1).name().startsWith(name.toUpperCase(Locale.ROOT));
    return named ? index + 1 : 0;
  }
}
