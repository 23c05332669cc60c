package org.inkstone.service.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days, months, quarters, half-years and years. A year that the request leaves out is taken
 * from the data where its dates lie in one year only.
 */
final class PeriodReader {
  /**
   * A period that begins at some place; {@code end} is behind it.
   *
   * @param relative whether it was counted from a day, as "last month" is
   */
  record Found(int end, Target.Period period, boolean relative) {
    Found(int end, Target.Period period) {
      this(end, period, false);
    }
  }

  /** The names of months, as a group of a regular expression. */
  static final String MONTHS =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  private static final Pattern ISO = pattern("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?(?!\\d)");
  private static final Pattern DAY_FIRST =
      pattern("(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTHS + "\\.?(?:,? (\\d{4}))?\\b");
  private static final Pattern MONTH_FIRST =
      pattern(MONTHS + "\\b\\.?(?: (\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,? (\\d{4}))?");
  private static final Pattern HAN =
      pattern("(?:(\\d{4})年)?(?:(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?)(?:(\\d{1,2})[日号])?");
  private static final Pattern HAN_YEAR = pattern("(\\d{4})年(?:(上半年|下半年)|第?([一二三四1-4])季度)?");
  private static final Pattern PART =
      pattern("(?:q([1-4])\\b(?: (\\d{4}))?|(上半年|下半年)|第?([一二三四1-4])季度)");
  private static final Pattern YEAR = pattern("((?:19|20)\\d{2})(?!\\d|[.,]\\d|\\s*[%kKmM万])");

  private final List<Integer> years;
  private final @Nullable RelativePeriods relative;

  /**
   * A reader for data whose dates lie in these years.
   *
   * @param relative reads periods that are counted from a day; null where no day is known
   */
  PeriodReader(List<Integer> years, @Nullable RelativePeriods relative) {
    this.years = years;
    this.relative = relative;
  }

  static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** The period that begins exactly here. */
  Optional<Found> at(String text, int start) {
    try {
      @Nullable Found found = relative(text, start);
      found = found == null ? iso(text, start) : found;
      found = found == null ? dayFirst(text, start) : found;
      found = found == null ? monthFirst(text, start) : found;
      found = found == null ? han(text, start) : found;
      found = found == null ? hanYear(text, start) : found;
      found = found == null ? part(text, start) : found;
      return Optional.ofNullable(found == null ? year(text, start) : found);
    } catch (DateTimeException e) {
      return Optional.empty(); // digits that look like a date but are none, such as 2026-13
    }
  }

  private @Nullable Found relative(String text, int start) {
    return relative == null
        ? null
        : relative
            .at(text, start)
            .map(r -> new Found(r.end(), new Target.Period(r.from(), r.to(), true), true))
            .orElse(null);
  }

  private @Nullable Found iso(String text, int start) {
    Matcher m = at(ISO, text, start);
    if (!m.lookingAt()) {
      return null;
    }
    return found(m, m.group(1), Integer.parseInt(m.group(2)), m.group(3));
  }

  private @Nullable Found dayFirst(String text, int start) {
    Matcher m = at(DAY_FIRST, text, start);
    return m.lookingAt() ? found(m, m.group(3), month(m.group(2)), m.group(1)) : null;
  }

  private @Nullable Found monthFirst(String text, int start) {
    Matcher m = at(MONTH_FIRST, text, start);
    if (!m.lookingAt()) {
      return null;
    }
    boolean bareMay = m.group(1).equals("may") && m.group(2) == null && m.group(3) == null;
    return bareMay ? null : found(m, m.group(3), month(m.group(1)), m.group(2));
  }

  private @Nullable Found han(String text, int start) {
    Matcher m = at(HAN, text, start);
    if (!m.lookingAt()) {
      return null;
    }
    String month = m.group(2);
    int number =
        month.charAt(0) < 128 ? Integer.parseInt(month) : (int) NumberReader.hanValue(month);
    return found(m, m.group(1), number, m.group(3));
  }

  private @Nullable Found hanYear(String text, int start) {
    Matcher m = at(HAN_YEAR, text, start);
    if (!m.lookingAt()) {
      return null;
    }
    int year = Integer.parseInt(m.group(1));
    if (m.group(2) != null) {
      return months(m.end(), year, true, m.group(2).equals("上半年") ? 1 : 7, 6);
    }
    return m.group(3) == null
        ? months(m.end(), year, true, 1, 12)
        : months(m.end(), year, true, quarter(m.group(3)) * 3 - 2, 3);
  }

  private @Nullable Found part(String text, int start) {
    Matcher m = at(PART, text, start);
    if (!m.lookingAt()) {
      return null;
    }
    @Nullable Integer year = m.group(2) == null ? onlyYear() : Integer.valueOf(m.group(2));
    if (year == null) {
      return null;
    } else if (m.group(3) != null) {
      return months(m.end(), year, false, m.group(3).equals("上半年") ? 1 : 7, 6);
    }
    String quarter = m.group(1) == null ? m.group(4) : m.group(1);
    return months(m.end(), year, m.group(2) != null, quarter(quarter) * 3 - 2, 3);
  }

  private static @Nullable Found year(String text, int start) {
    Matcher m = at(YEAR, text, start);
    return m.lookingAt() ? months(m.end(), Integer.parseInt(m.group(1)), true, 1, 12) : null;
  }

  private @Nullable Found found(
      Matcher m, @Nullable String yearText, int month, @Nullable String day) {
    @Nullable Integer year = yearText == null ? onlyYear() : Integer.valueOf(yearText);
    if (year == null) {
      return null;
    } else if (day == null) {
      return months(m.end(), year, yearText != null, month, 1);
    }
    LocalDate date = LocalDate.of(year, month, Integer.parseInt(day));
    return new Found(m.end(), new Target.Period(date, date.plusDays(1), yearText != null));
  }

  private @Nullable Integer onlyYear() {
    return years.size() == 1 ? years.getFirst() : null;
  }

  private static Found months(int end, int year, boolean given, int first, int count) {
    YearMonth month = YearMonth.of(year, first);
    LocalDate to = month.plusMonths(count).atDay(1);
    return new Found(end, new Target.Period(month.atDay(1), to, given));
  }

  static int month(String name) {
    List<String> names =
        List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    return names.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private static int quarter(String text) {
    int han = "一二三四".indexOf(text);
    return han >= 0 ? han + 1 : Integer.parseInt(text);
  }

  /** Matches a part of a text that begins here and is seen with what surrounds it. */
  static Matcher at(Pattern pattern, String text, int start) {
    return pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
  }
}
