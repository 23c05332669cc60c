package org.inkstone.service.plan.algebra;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.format.SerialDate;

/** What is computed from days. */
final class DateMeaning {
  private DateMeaning() {}

  private static Optional<LocalDate> day(Scalar value, DateSystem dates) {
    return value instanceof Scalar.Num number
        ? SerialDate.toDate(number.value(), dates)
        : Optional.empty();
  }

  private static Scalar wrong(Scalar value) {
    return value instanceof Scalar.Err ? value : Scalar.of(ErrorCode.VALUE);
  }

  static Scalar part(DatePart part, Scalar value, DateSystem dates) {
    Optional<LocalDate> day = day(value, dates);
    return day.isEmpty() ? wrong(value) : part(part, day.get());
  }

  private static Scalar part(DatePart part, LocalDate day) {
    return switch (part) {
      case YEAR -> Scalar.of((double) day.getYear());
      case MONTH -> Scalar.of((double) day.getMonthValue());
      case DAY -> Scalar.of((double) day.getDayOfMonth());
      case WEEKDAY -> Scalar.of((double) day.getDayOfWeek().getValue());
      case WEEKDAY_FROM_SUNDAY -> Scalar.of(day.getDayOfWeek().getValue() % 7 + 1.0);
      case QUARTER -> Scalar.of((double) day.get(IsoFields.QUARTER_OF_YEAR));
      case WEEK -> Scalar.of((double) day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case YEAR_MONTH ->
          Scalar.of(String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue()));
    };
  }

  static Scalar shifted(Scalar from, Scalar amount, SpanUnit unit, DateSystem dates) {
    Optional<LocalDate> day = day(from, dates);
    Double count = Values.number(amount);
    if (day.isEmpty() || count == null) {
      return day.isEmpty() ? wrong(from) : wrong(amount);
    }
    long whole = (long) Math.floor(count);
    return switch (unit) {
      case DAYS -> serial(day.get().plusDays(whole), dates);
      case WEEKS -> serial(day.get().plusWeeks(whole), dates);
      case MONTHS -> serial(day.get().plusMonths(whole), dates);
      case YEARS -> serial(day.get().plusMonths(12 * whole), dates);
      case WORKDAYS -> serial(workday(day.get(), whole), dates);
    };
  }

  private static Scalar serial(LocalDate day, DateSystem dates) {
    return Scalar.of(SerialDate.of(day, dates));
  }

  private static LocalDate workday(LocalDate from, long count) {
    LocalDate day = from;
    for (long left = Math.abs(count); left > 0; left -= isWorkday(day) ? 1 : 0) {
      day = day.plusDays(Long.signum(count));
    }
    return day;
  }

  static Scalar span(Scalar from, Scalar to, SpanUnit unit, DateSystem dates) {
    Optional<LocalDate> first = day(from, dates);
    Optional<LocalDate> last = day(to, dates);
    if (first.isEmpty() || last.isEmpty()) {
      return first.isEmpty() ? wrong(from) : wrong(to);
    }
    LocalDate a = first.get();
    LocalDate b = last.get();
    boolean backwards = b.isBefore(a);
    return switch (unit) {
      case DAYS -> Scalar.of((double) ChronoUnit.DAYS.between(a, b));
      case WEEKS -> Scalar.of(ChronoUnit.DAYS.between(a, b) / 7.0);
      case MONTHS -> backwards ? Scalar.of(ErrorCode.NUM) : whole(ChronoUnit.MONTHS.between(a, b));
      case YEARS -> backwards ? Scalar.of(ErrorCode.NUM) : whole(ChronoUnit.YEARS.between(a, b));
      case WORKDAYS -> whole(backwards ? -workdays(b, a) : workdays(a, b));
    };
  }

  private static Scalar whole(long count) {
    return Scalar.of((double) count);
  }

  private static long workdays(LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1)).filter(DateMeaning::isWorkday).count();
  }

  private static boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
