package org.inkstone.service.sheet.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.inkstone.service.sheet.DateSystem;

/** Dates and times as the serial numbers that cells hold, and back. */
public final class SerialDate {
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate FIRST_MARCH_1900 = LocalDate.of(1900, 3, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final double MILLIS_A_DAY = 86_400_000;

  private SerialDate() {}

  /** The serial number of a day. */
  public static double of(LocalDate date, DateSystem system) {
    if (system == DateSystem.FROM_1904) {
      return ChronoUnit.DAYS.between(EPOCH_1904, date);
    }
    long days = ChronoUnit.DAYS.between(EPOCH_1900, date);
    // serial 60 is the day 1900-02-29 that never was, so earlier days count one less
    return date.isBefore(FIRST_MARCH_1900) ? days - 1 : days;
  }

  /** The serial number of a moment. */
  public static double of(LocalDateTime moment, DateSystem system) {
    return of(moment.toLocalDate(), system) + of(moment.toLocalTime());
  }

  /** The part of a day that has passed. */
  public static double of(LocalTime time) {
    return time.toNanoOfDay() / 1e6 / MILLIS_A_DAY;
  }

  /** The moment of a serial number, to the millisecond; empty if no sheet could show it. */
  public static Optional<LocalDateTime> toDateTime(double serial, DateSystem system) {
    if (!(serial >= 0) || serial >= 2_958_466) {
      return Optional.empty();
    }
    long day = (long) Math.floor(serial);
    long millis = Math.round((serial - day) * MILLIS_A_DAY);
    LocalDate date =
        system == DateSystem.FROM_1904
            ? EPOCH_1904.plusDays(day)
            : EPOCH_1900.plusDays(day < 60 ? day + 1 : day);
    LocalDateTime moment = date.atStartOfDay().plus(millis, ChronoUnit.MILLIS);
    return moment.toLocalDate().isAfter(LAST) ? Optional.empty() : Optional.of(moment);
  }

  /** The day of a serial number; empty if no sheet could show it. */
  public static Optional<LocalDate> toDate(double serial, DateSystem system) {
    return toDateTime(Math.floor(serial), system).map(LocalDateTime::toLocalDate);
  }
}
