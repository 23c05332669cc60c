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

  /** American 30/360 with the rules for the end of February. */
  private static long americanForYears(LocalDate start, LocalDate end) {
    int first = start.getDayOfMonth();
    int last = end.getDayOfMonth();
    if (isEndOfFebruary(start) && isEndOfFebruary(end)) {
      last = 30;
    }
    if (isEndOfFebruary(start)) {
      first = 30;
    }
    if (last == 31 && first >= 30) {
      last = 30;
    }
    return days(start, end, Math.min(first, 30), last);
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
