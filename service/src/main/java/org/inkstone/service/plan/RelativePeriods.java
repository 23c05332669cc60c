package org.inkstone.service.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads periods that are counted from a day, such as "last month" or 近30天. Weeks begin on Monday. A
 * period that no date of the data lies near is none: its answer would be empty.
 */
final class RelativePeriods {
  /** The first and the last day of some dates. */
  record Extent(LocalDate first, LocalDate last) {}

  /** Days, and where the words that say them end. */
  record Found(int end, LocalDate from, LocalDate to) {}

  private static final String UNITS = "(day|week|month|quarter|year)";
  private static final String HAN_NUMBER = "(\\d+|[一二两三四五六七八九十]{1,3})";

  private static final Pattern ONE =
      PeriodReader.pattern(
          "(last|previous|prior|past|this|current|next|coming|upcoming) " + UNITS + "\\b");
  private static final Pattern SEVERAL =
      PeriodReader.pattern(
          "(last|previous|prior|past|next|coming|following)"
              + " (\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) "
              + UNITS
              + "s\\b");
  private static final Pattern PART_OF_YEAR =
      PeriodReader.pattern(
          "(?:" + PeriodReader.MONTHS + "|q([1-4])) (?:of )?(last|this|next) year\\b");
  private static final Pattern DAY = PeriodReader.pattern("(today|yesterday|tomorrow)\\b");
  private static final Pattern TO_DATE =
      PeriodReader.pattern(
          "(?:(year|month|quarter|week)[ -]to[ -]date|(y|m|q)td|so far this (year|month|quarter|week)"
              + "|this (year|month|quarter|week) so far)\\b");

  private static final Pattern HAN_TO_DATE =
      PeriodReader.pattern("(今年|本年|本月|本季度|本周)(?:以来|至今|到现在|到目前为止)|(年初|月初)至今");
  private static final Pattern HAN_PART_OF_YEAR =
      PeriodReader.pattern(
          "(前年|去年|今年|本年|明年)的?(?:(上半年|下半年)|第?([一二三四1-4])季度|(1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月份?)");
  private static final Pattern HAN_SEVERAL =
      PeriodReader.pattern(
          "(最近|近|过去|前|未来|接下来|今后)的?" + HAN_NUMBER + "(?:个)?(天|日|周|星期|礼拜|月|季度|年)(?!级|初|底|末)");
  private static final Pattern HAN_ONE =
      PeriodReader.pattern("(上一?个?|本|这一?个?|当|下一?个?)(周|星期|礼拜|月|季度|年度)(?![一二三四五六日天底初末中])");
  private static final Pattern HAN_YEAR = PeriodReader.pattern("(前年|去年|今年|本年|明年)(?!同期)");
  private static final Pattern HAN_DAY = PeriodReader.pattern("(前天|昨天|昨日|今天|今日|明天|明日|后天)");
  private static final Pattern COMPARED =
      Pattern.compile("(?is).*(比|环比|同比|较|versus|vs\\.?|compared to|compared with|than)( the)? *");

  private static final List<String> NUMBERS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private final LocalDate asOf;
  private final List<Extent> dates;

  /** Periods counted from a day, for data with these dates. */
  RelativePeriods(LocalDate asOf, List<Extent> dates) {
    this.asOf = asOf;
    this.dates = List.copyOf(dates);
  }

  /** The period that begins exactly here; none where the data hold no date in it. */
  Optional<Found> at(String text, int start) {
    @Nullable Found found = english(text, start);
    found = found == null ? chinese(text, start) : found;
    boolean compared = COMPARED.matcher(text.substring(0, start)).matches();
    return found == null || compared || !isNear(found) ? Optional.empty() : Optional.of(found);
  }

  private boolean isNear(Found found) {
    return dates.stream()
        .anyMatch(d -> d.first().isBefore(found.to()) && !d.last().isBefore(found.from()));
  }

  private @Nullable Found english(String text, int start) {
    Matcher m = PeriodReader.at(TO_DATE, text, start);
    if (m.lookingAt()) {
      String unit = firstGroup(m).toLowerCase(Locale.ROOT);
      return found(m, startOf(unit.substring(0, 1), 0), asOf.plusDays(1));
    }
    m = PeriodReader.at(PART_OF_YEAR, text, start);
    if (m.lookingAt()) {
      int year = asOf.getYear() + shift(m.group(3));
      return m.group(1) == null
          ? months(m, year, Integer.parseInt(m.group(2)) * 3 - 2, 3)
          : months(m, year, PeriodReader.month(m.group(1)), 1);
    }
    m = PeriodReader.at(SEVERAL, text, start);
    if (m.lookingAt()) {
      return several(m, shift(m.group(1)), number(m.group(2)), m.group(3));
    }
    m = PeriodReader.at(ONE, text, start);
    if (m.lookingAt()) {
      return one(m, shift(m.group(1)), m.group(2));
    }
    m = PeriodReader.at(DAY, text, start);
    return m.lookingAt()
        ? day(
            m,
            switch (m.group(1).toLowerCase(Locale.ROOT)) {
              case "yesterday" -> -1;
              case "tomorrow" -> 1;
              default -> 0;
            })
        : null;
  }

  private @Nullable Found chinese(String text, int start) {
    Matcher m = PeriodReader.at(HAN_TO_DATE, text, start);
    if (m.lookingAt()) {
      return found(m, startOf(unit(firstGroup(m).replaceAll("[今本初]", "")), 0), asOf.plusDays(1));
    }
    m = PeriodReader.at(HAN_PART_OF_YEAR, text, start);
    if (m.lookingAt()) {
      return partOfYear(m);
    }
    m = PeriodReader.at(HAN_SEVERAL, text, start);
    if (m.lookingAt()) {
      boolean later = m.group(1).matches("未来|接下来|今后");
      return several(m, later ? 1 : -1, number(m.group(2)), unit(m.group(3)));
    }
    m = PeriodReader.at(HAN_ONE, text, start);
    if (m.lookingAt()) {
      char word = m.group(1).charAt(0);
      return one(m, word == '上' ? -1 : word == '下' ? 1 : 0, unit(m.group(2)));
    }
    m = PeriodReader.at(HAN_YEAR, text, start);
    if (m.lookingAt()) {
      return one(m, years(m.group(1)), "year");
    }
    m = PeriodReader.at(HAN_DAY, text, start);
    return m.lookingAt()
        ? day(
            m,
            switch (m.group(1).charAt(0)) {
              case '前' -> -2;
              case '昨' -> -1;
              case '明' -> 1;
              case '后' -> 2;
              default -> 0;
            })
        : null;
  }

  private Found partOfYear(Matcher m) {
    int year = asOf.getYear() + years(m.group(1));
    if (m.group(2) != null) {
      return months(m, year, m.group(2).equals("上半年") ? 1 : 7, 6);
    } else if (m.group(3) != null) {
      return months(m, year, number(m.group(3)) * 3 - 2, 3);
    }
    return months(m, year, Math.clamp(number(m.group(4)), 1, 12), 1);
  }

  /** The day, week, month, quarter or year that lies so many before or behind that of the day. */
  private Found one(Matcher m, int shift, String unit) {
    return found(m, startOf(unit, shift), startOf(unit, shift + 1));
  }

  /** The last or next so many, up to or from the day, both ends included. */
  private Found several(Matcher m, int direction, int count, String unit) {
    LocalDate other = plus(asOf, unit, direction * count);
    return direction < 0 ? found(m, other, asOf.plusDays(1)) : found(m, asOf, other.plusDays(1));
  }

  private Found day(Matcher m, int shift) {
    return found(m, asOf.plusDays(shift), asOf.plusDays(shift + 1L));
  }

  private static Found months(Matcher m, int year, int first, int count) {
    YearMonth month = YearMonth.of(year, first);
    return found(m, month.atDay(1), month.plusMonths(count).atDay(1));
  }

  private static Found found(Matcher m, LocalDate from, LocalDate to) {
    return new Found(m.end(), from, to);
  }

  private LocalDate startOf(String unit, int shift) {
    LocalDate there = plus(asOf, unit, shift);
    return switch (unit.charAt(0)) {
      case 'w' -> there.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case 'm' -> there.withDayOfMonth(1);
      case 'q' -> there.withDayOfMonth(1).withMonth((there.getMonthValue() - 1) / 3 * 3 + 1);
      case 'y' -> there.withDayOfYear(1);
      default -> there;
    };
  }

  private static LocalDate plus(LocalDate day, String unit, int count) {
    return switch (unit.charAt(0)) {
      case 'w' -> day.plusWeeks(count);
      case 'm' -> day.plusMonths(count);
      case 'q' -> day.plusMonths(3L * count);
      case 'y' -> day.plusYears(count);
      default -> day.plus(count, ChronoUnit.DAYS);
    };
  }

  private static String firstGroup(Matcher m) {
    for (int i = 1; i <= m.groupCount(); i++) {
      if (m.group(i) != null) {
        return m.group(i);
      }
    }
    throw new IllegalStateException("a match without a group: " + m.group());
  }

  private static int shift(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "this", "current" -> 0;
      case "next", "coming", "upcoming", "following" -> 1;
      default -> -1;
    };
  }

  private static int years(String word) {
    return switch (word.charAt(0)) {
      case '前' -> -2;
      case '去' -> -1;
      case '明' -> 1;
      default -> 0;
    };
  }

  private static String unit(String han) {
    return switch (han) {
      case "周", "星期", "礼拜" -> "week";
      case "月" -> "month";
      case "季度" -> "quarter";
      case "年", "年度" -> "year";
      default -> "day";
    };
  }

  private static int number(String text) {
    int spelled = NUMBERS.indexOf(text.toLowerCase(Locale.ROOT));
    if (spelled >= 0) {
      return spelled + 1;
    } else if (text.equalsIgnoreCase("twelve")) {
      return 12;
    }
    boolean digits = text.charAt(0) < 128;
    int value = digits ? Integer.parseInt(text) : (int) NumberReader.hanValue(text);
    return Math.min(value, 10_000);
  }
}
