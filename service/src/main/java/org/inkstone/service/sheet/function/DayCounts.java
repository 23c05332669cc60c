package org.inkstone.service.sheet.function;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import org.inkstone.service.sheet.value.FunctionError;

/** The conventions by which interest counts days and years. */
final class DayCounts {
  private DayCounts() {}

  /**
   * The years between two dates in order.
   *
   * @param basis 0 is American 30/360, 1 actual/actual, 2 actual/360, 3 actual/365, 4 European
   *     30/360
   */
  static double years(LocalDate start, LocalDate end, int basis) {
    double days = ChronoUnit.DAYS.between(start, end);
    return switch (basis) {
      case 0 -> americanForYears(start, end) / 360.0;
      case 1 -> days / yearLength(start, end);
      case 2 -> days / 360;
      case 3 -> days / 365;
      case 4 -> european30(start, end) / 360.0;
      default -> throw FunctionError.num();
    };
  }

  /** The mean length of the years touched; up to one year it depends on leap days between. */
  private static double yearLength(LocalDate start, LocalDate end) {
    boolean oneYear = !end.isAfter(start.plusYears(1));
    if (!oneYear) {
      double days = 0;
      for (int year = start.getYear(); year <= end.getYear(); year++) {
        days += Year.of(year).length();
      }
      return days / (end.getYear() - start.getYear() + 1);
    } else if (start.getYear() == end.getYear()) {
      return start.lengthOfYear();
    }
    LocalDate leapDay =
        start.isLeapYear()
            ? LocalDate.of(start.getYear(), 2, 29)
            : end.isLeapYear() ? LocalDate.of(end.getYear(), 2, 29) : LocalDate.MIN;
    return !leapDay.isBefore(start) && !leapDay.isAfter(end) ? 366 : 365;
  }

  /**
   * The days between two dates in order, as interest counts them.
   *
   * @param basis as for {@link #years}
   */
  static long days(LocalDate start, LocalDate end, int basis) {
    return switch (basis) {
      case 0 -> americanForYears(start, end);
      case 1, 2, 3 -> ChronoUnit.DAYS.between(start, end);
      case 4 -> european30(start, end);
      default -> throw FunctionError.num();
    };
  }

  /** The days of a year as interest on the time between two dates counts them. */
  static double year(LocalDate start, LocalDate end, int basis) {
    return switch (basis) {
      case 0, 2, 4 -> 360;
      case 1 -> yearLength(start, end);
      case 3 -> 365;
      default -> throw FunctionError.num();
    };
  }

  /** A basis that there is, or {@code #NUM!}. */
  static int known(int basis) {
    if (basis < 0 || basis > 4) {
      throw FunctionError.num();
    }
    return basis;
  }

  /**
   * American 30/360 with the rules for the end of February: that of a start is a 30th, but an end
   * on a 31st stays one behind it.
   */
  private static long americanForYears(LocalDate start, LocalDate end) {
    int first = start.getDayOfMonth();
    int last = end.getDayOfMonth();
    if (last == 31 && first >= 30 || isEndOfFebruary(start) && isEndOfFebruary(end)) {
      last = 30;
    }
    return days(start, end, isEndOfFebruary(start) ? 30 : Math.min(first, 30), last);
  }

  /** American 30/360 of a whole period: both ends of months are 30ths. */
  static long americanPeriod(LocalDate start, LocalDate end) {
    boolean endsMonth = end.getDayOfMonth() == 31 || isEndOfFebruary(end);
    int first = isEndOfFebruary(start) ? 30 : Math.min(start.getDayOfMonth(), 30);
    return days(start, end, first, endsMonth ? 30 : end.getDayOfMonth());
  }

  private static boolean isEndOfFebruary(LocalDate date) {
    return date.getMonthValue() == 2 && date.getDayOfMonth() == date.lengthOfMonth();
  }

  /** American 30/360 as DAYS360 counts it. */
  static long american30(LocalDate start, LocalDate end) {
    boolean startIsLast = start.getDayOfMonth() == start.lengthOfMonth();
    int first = startIsLast ? 30 : start.getDayOfMonth();
    if (end.getDayOfMonth() == 31) {
      return first < 30 ? days(start, end.plusDays(1), first, 1) : days(start, end, first, 30);
    }
    return days(start, end, first, end.getDayOfMonth());
  }

  /** European 30/360. */
  static long european30(LocalDate start, LocalDate end) {
    return days(start, end, Math.min(start.getDayOfMonth(), 30), Math.min(end.getDayOfMonth(), 30));
  }

  private static long days(LocalDate start, LocalDate end, int first, int last) {
    return 360L * (end.getYear() - start.getYear())
        + 30L * (end.getMonthValue() - start.getMonthValue())
        + last
        - first;
  }
}
