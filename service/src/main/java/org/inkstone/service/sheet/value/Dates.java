package org.inkstone.service.sheet.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.inkstone.service.sheet.DateSystem;

/** Serial numbers of days, with the leap day of 1900 that never was. */
public final class Dates {
  /** The serial number of 1900-02-29, which spreadsheets have kept for compatibility. */
  private static final int PHANTOM = 60;

  private static final long EPOCH_1900 = LocalDate.of(1899, 12, 31).toEpochDay();
  private static final long EPOCH_1904 = LocalDate.of(1904, 1, 1).toEpochDay();
  private static final int LAST_1900 = 2_958_465;
  private static final int LAST_1904 = 2_957_003;
  private static final double SECONDS_A_DAY = 86_400;

  private Dates() {}

  /** A day as spreadsheets name it; day 0 of January 1900 and the phantom leap day exist. */
  public record Day(int year, int month, int day) {}

  /** The whole days of a serial number, or {@code #NUM!} outside 0 to 9999-12-31. */
  public static int days(double serial, DateSystem system) {
    double days = Math.floor(serial);
    if (days < 0 || days > (system == DateSystem.FROM_1900 ? LAST_1900 : LAST_1904)) {
      throw FunctionError.num();
    }
    return (int) days;
  }

  /** The day of a serial number, or {@code #NUM!}. */
  public static Day day(double serial, DateSystem system) {
    int days = days(serial, system);
    if (system == DateSystem.FROM_1900 && days == 0) {
      return new Day(1900, 1, 0);
    } else if (system == DateSystem.FROM_1900 && days == PHANTOM) {
      return new Day(1900, 2, 29);
    }
    LocalDate date = date(days, system);
    return new Day(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** The calendar date of a serial number, or {@code #NUM!}; the phantom day is the next one. */
  public static LocalDate date(double serial, DateSystem system) {
    int days = days(serial, system);
    if (system == DateSystem.FROM_1904) {
      return LocalDate.ofEpochDay(EPOCH_1904 + days);
    }
    return LocalDate.ofEpochDay(EPOCH_1900 + (days > PHANTOM ? days - 1 : days));
  }

  /** The serial number of a date, or {@code #NUM!} before the first. */
  public static double serial(LocalDate date, DateSystem system) {
    long epoch = date.toEpochDay();
    long days;
    if (system == DateSystem.FROM_1904) {
      days = epoch - EPOCH_1904;
    } else {
      days = epoch - EPOCH_1900;
      days = days >= PHANTOM ? days + 1 : days;
    }
    if (days < 0 || date.getYear() > 9999) {
      throw FunctionError.num();
    }
    return days;
  }

  /**
   * The serial number of a year, month and day that may lie outside their usual bounds, or {@code
   * #NUM!}.
   */
  public static double serial(long year, long month, long day, DateSystem system) {
    long months = year * 12 + month - 1;
    if (Math.abs(months) > 200_000 || Math.abs(day) > 5_000_000) {
      throw FunctionError.num();
    }
    try {
      LocalDate first =
          LocalDate.of((int) Math.floorDiv(months, 12L), (int) Math.floorMod(months, 12L) + 1, 1);
      double serial =
          first.getYear() < 1900 ? before1900(first, day, system) : plus(first, day, system);
      days(serial, system);
      return serial;
    } catch (DateTimeException e) {
      throw FunctionError.num();
    }
  }

  private static double plus(LocalDate first, long day, DateSystem system) {
    if (system == DateSystem.FROM_1904) {
      return first.toEpochDay() - EPOCH_1904 + day - 1;
    }
    return serial(first, system) + day - 1;
  }

  private static double before1900(LocalDate first, long day, DateSystem system) {
    return serial(first.plusDays(day - 1), system);
  }

  /** The serial number of a moment. */
  public static double serial(LocalDateTime moment, DateSystem system) {
    double seconds = moment.toLocalTime().toNanoOfDay() / 1e9;
    return serial(moment.toLocalDate(), system) + seconds / SECONDS_A_DAY;
  }

  /** The seconds since midnight of a serial number, rounded to whole ones; 0 to 86399. */
  public static int seconds(double serial) {
    if (serial < 0) {
      throw FunctionError.num();
    }
    double fraction = serial - Math.floor(serial);
    return (int) (Math.round(fraction * SECONDS_A_DAY) % (long) SECONDS_A_DAY);
  }

  /** The day of the week of a serial number, Sunday being 0. */
  public static int weekday(double serial, DateSystem system) {
    // the day numbers count on through the phantom leap day, so weekdays before it are one off
    int days = days(serial, system);
    return system == DateSystem.FROM_1900 ? (days + 6) % 7 : (days + 5) % 7;
  }
}
