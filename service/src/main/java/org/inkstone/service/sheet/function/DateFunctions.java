package org.inkstone.service.sheet.function;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Dates;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.NumberText;

/** Dates and times from their parts and their parts from dates. */
@InCategory(Category.DATE_TIME)
final class DateFunctions {
  private DateFunctions() {}

  @SheetFunction(value = "DATE", en = "A date from year, month and day.", zh = "由年、月、日生成日期。")
  static double date(Calculation calculation, int year, int month, int day) {
    if (year < 0 || year > 9999) {
      throw FunctionError.num();
    }
    int full = year < 1900 ? year + 1900 : year;
    return Dates.serial(full, month, day, calculation.dateSystem());
  }

  @SheetFunction(
      value = "TIME",
      en = "A time of day from hour, minute and second.",
      zh = "由时、分、秒生成时间。")
  static double time(int hour, int minute, int second) {
    double seconds = hour * 3600.0 + minute * 60.0 + second;
    if (seconds < 0) {
      throw FunctionError.num();
    }
    return seconds % 86_400 / 86_400;
  }

  @SheetFunction(value = "TODAY", unstable = true, en = "The date of today.", zh = "返回当前日期。")
  static double today(Calculation calculation) {
    return Dates.serial(calculation.now().toLocalDate(), calculation.dateSystem());
  }

  @SheetFunction(
      value = "NOW",
      unstable = true,
      en = "The date and time of now.",
      zh = "返回当前日期和时间。")
  static double now(Calculation calculation) {
    return Dates.serial(calculation.now(), calculation.dateSystem());
  }

  @SheetFunction(value = "YEAR", en = "The year of a date.", zh = "返回日期的年份。")
  static double year(Calculation calculation, double serialNumber) {
    return Dates.day(serialNumber, calculation.dateSystem()).year();
  }

  @SheetFunction(value = "MONTH", en = "The month of a date, from 1 to 12.", zh = "返回日期的月份。")
  static double month(Calculation calculation, double serialNumber) {
    return Dates.day(serialNumber, calculation.dateSystem()).month();
  }

  @SheetFunction(value = "DAY", en = "The day of the month of a date.", zh = "返回日期在当月的天数。")
  static double day(Calculation calculation, double serialNumber) {
    return Dates.day(serialNumber, calculation.dateSystem()).day();
  }

  @SheetFunction(value = "HOUR", en = "The hour of a time.", zh = "返回时间的小时数。")
  static double hour(double serialNumber) {
    return Math.floorDiv(Dates.seconds(serialNumber), 3600);
  }

  @SheetFunction(value = "MINUTE", en = "The minute of a time.", zh = "返回时间的分钟数。")
  static double minute(double serialNumber) {
    return Dates.seconds(serialNumber) / 60 % 60;
  }

  @SheetFunction(value = "SECOND", en = "The second of a time.", zh = "返回时间的秒数。")
  static double second(double serialNumber) {
    return Dates.seconds(serialNumber) % 60;
  }

  @SheetFunction(
      value = "WEEKDAY",
      en = "The day of the week of a date as a number.",
      zh = "返回日期是星期几。")
  static double weekday(
      Calculation calculation, double serialNumber, @Default("1") int returnType) {
    int sundayIs0 = Dates.weekday(serialNumber, calculation.dateSystem());
    return switch (returnType) {
      case 1, 17 -> sundayIs0 + 1;
      case 2, 11 -> (sundayIs0 + 6) % 7 + 1;
      case 3 -> (sundayIs0 + 6) % 7;
      case 12, 13, 14, 15, 16 -> (sundayIs0 + 17 - returnType) % 7 + 1;
      default -> throw FunctionError.num();
    };
  }

  @SheetFunction(
      value = "WEEKNUM",
      toolPak = true,
      en = "The number of a date's week in its year.",
      zh = "返回日期在一年中的周数。")
  static double weekNumber(
      Calculation calculation, double serialNumber, @Default("1") int returnType) {
    if (returnType == 21) {
      return isoWeekNumber(calculation, serialNumber);
    }
    int firstDay =
        switch (returnType) {
          case 1, 17 -> 0;
          case 2, 11 -> 1;
          case 12, 13, 14, 15, 16 -> returnType - 10;
          default -> throw FunctionError.num();
        };
    DateSystem system = calculation.dateSystem();
    int days = Dates.days(serialNumber, system);
    int newYear = (int) Dates.serial(Dates.day(days, system).year(), 1, 1, system);
    int shift = Math.floorMod(Dates.weekday(newYear, system) - firstDay, 7);
    return (days - newYear + shift) / 7 + 1;
  }

  @SheetFunction(
      value = "ISOWEEKNUM",
      since = Excel.V2013,
      en = "The number of a date's ISO week.",
      zh = "返回日期的 ISO 周数。")
  static double isoWeekNumber(Calculation calculation, double date) {
    return Dates.date(date, calculation.dateSystem()).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  @SheetFunction(
      value = "EDATE",
      toolPak = true,
      en = "The date some months before or after.",
      zh = "返回若干个月之前或之后的日期。")
  static double monthsAway(Calculation calculation, double startDate, int months) {
    DateSystem system = calculation.dateSystem();
    Dates.Day start = Dates.day(startDate, system);
    double first = Dates.serial(start.year(), start.month() + (long) months, 1, system);
    double last = endOfMonth(calculation, startDate, months);
    return Math.min(first + start.day() - 1, last);
  }

  @SheetFunction(
      value = "EOMONTH",
      toolPak = true,
      en = "The last day of a month some months before or after.",
      zh = "返回若干个月之前或之后的月末日期。")
  static double endOfMonth(Calculation calculation, double startDate, int months) {
    DateSystem system = calculation.dateSystem();
    Dates.Day start = Dates.day(startDate, system);
    // by serial numbers, so that February 1900 ends on its phantom 29th
    return Dates.serial(start.year(), start.month() + months + 1L, 1, system) - 1;
  }

  @SheetFunction(
      value = "DAYS",
      since = Excel.V2013,
      en = "The days between two dates.",
      zh = "返回两个日期之间的天数。")
  static double days(double endDate, double startDate) {
    return Math.floor(endDate) - Math.floor(startDate);
  }

  @SheetFunction(value = "DATEVALUE", en = "The date that a text names.", zh = "将文本转换为日期。")
  static double dateValue(Calculation calculation, String dateText) {
    DateSystem system = calculation.dateSystem();
    OptionalDouble date = NumberText.parseDate(dateText, system);
    return Math.floor(
        date.isPresent()
            ? date.getAsDouble()
            : ofThisYear(dateText.strip(), calculation.now().getYear(), system));
  }

  /** A date that is written without its year. */
  private static double ofThisYear(String text, int year, DateSystem system) {
    return Stream.of(year + "年" + text, text + "/" + year, text + "-" + year, text + ", " + year)
        .map(full -> NumberText.parseDate(full, system))
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElseThrow(FunctionError::value)
        .getAsDouble();
  }

  @SheetFunction(value = "TIMEVALUE", en = "The time of day that a text names.", zh = "将文本转换为时间。")
  static double timeValue(Calculation calculation, String timeText) {
    double value =
        NumberText.parseDate(timeText, calculation.dateSystem()).orElseThrow(FunctionError::value);
    return value - Math.floor(value);
  }

  @SheetFunction(
      value = "DATEDIF",
      en = "The years, months or days between two dates.",
      zh = "返回两个日期之间的年、月或日数。")
  static double difference(Calculation calculation, double startDate, double endDate, String unit) {
    DateSystem system = calculation.dateSystem();
    if (Math.floor(startDate) > Math.floor(endDate)) {
      throw FunctionError.num();
    }
    LocalDate start = Dates.date(startDate, system);
    LocalDate end = Dates.date(endDate, system);
    return switch (unit.toUpperCase(Locale.ROOT)) {
      case "Y" -> ChronoUnit.YEARS.between(start, end);
      case "M" -> ChronoUnit.MONTHS.between(start, end);
      case "D" -> Math.floor(endDate) - Math.floor(startDate);
      case "YM" -> ChronoUnit.MONTHS.between(start, end) % 12;
      case "MD" -> daysBeyondMonths(start, end);
      case "YD" -> ChronoUnit.DAYS.between(latest(start, end), end);
      default -> throw FunctionError.num();
    };
  }

  private static long daysBeyondMonths(LocalDate start, LocalDate end) {
    int days = end.getDayOfMonth() - start.getDayOfMonth();
    return days >= 0 ? days : days + end.minusMonths(1).lengthOfMonth();
  }

  /** The last anniversary that is not behind the end. */
  private static LocalDate latest(LocalDate start, LocalDate end) {
    return start.plusYears(ChronoUnit.YEARS.between(start, end));
  }

  @SheetFunction(
      value = "DAYS360",
      en = "The days between two dates in a year of 360 days.",
      zh = "按每年 360 天计算两个日期之间的天数。")
  static double days360(
      Calculation calculation, double startDate, double endDate, @Default("FALSE") boolean method) {
    DateSystem system = calculation.dateSystem();
    LocalDate start = Dates.date(startDate, system);
    LocalDate end = Dates.date(endDate, system);
    return method ? DayCounts.european30(start, end) : DayCounts.american30(start, end);
  }

  @SheetFunction(
      value = "YEARFRAC",
      toolPak = true,
      en = "The share of a year between two dates.",
      zh = "返回两个日期之间的天数占全年的比例。")
  static double yearFraction(
      Calculation calculation, double startDate, double endDate, @Default("0") int basis) {
    DateSystem system = calculation.dateSystem();
    if (basis == 2 || basis == 3) {
      // by serial numbers, which count the phantom leap day of 1900
      int days = Math.abs(Dates.days(endDate, system) - Dates.days(startDate, system));
      return days / (basis == 2 ? 360.0 : 365.0);
    }
    LocalDate a = Dates.date(startDate, system);
    LocalDate b = Dates.date(endDate, system);
    return a.isAfter(b) ? DayCounts.years(b, a, basis) : DayCounts.years(a, b, basis);
  }
}
