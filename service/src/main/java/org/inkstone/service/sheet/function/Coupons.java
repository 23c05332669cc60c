package org.inkstone.service.sheet.function;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.Dates;
import org.inkstone.service.sheet.value.FunctionError;

/**
 * The coupon dates of a bond, counted back from its maturity, seen from the day of settlement.
 *
 * @param count the coupons that are still to be paid
 */
record Coupons(LocalDate settlement, LocalDate maturity, int frequency, int basis, int count) {

  /** Those of a bond; {@code #NUM!} for dates out of order, or a frequency or basis unknown. */
  static Coupons of(
      double settlement, double maturity, int frequency, int basis, DateSystem system) {
    return of(Dates.date(settlement, system), Dates.date(maturity, system), frequency, basis);
  }

  static Coupons of(LocalDate settlement, LocalDate maturity, int frequency, int basis) {
    boolean known = frequency == 1 || frequency == 2 || frequency == 4;
    if (!known || !settlement.isBefore(maturity)) {
      throw FunctionError.num();
    }
    int months = 12 / frequency;
    int count = (int) (ChronoUnit.MONTHS.between(settlement, maturity) / months) + 1;
    while (date(maturity, -count * months).isAfter(settlement)) {
      count++;
    }
    while (count > 1 && !date(maturity, (1 - count) * months).isAfter(settlement)) {
      count--;
    }
    return new Coupons(settlement, maturity, frequency, DayCounts.known(basis), count);
  }

  /** A date some months from another; from the end of a month to the end of a month. */
  static LocalDate date(LocalDate from, int months) {
    LocalDate date = from.plusMonths(months);
    boolean ends = from.getDayOfMonth() == from.lengthOfMonth();
    return ends ? date.withDayOfMonth(date.lengthOfMonth()) : date;
  }

  /** The last coupon date on or before the settlement. */
  LocalDate previous() {
    return date(maturity, -count * (12 / frequency));
  }

  /** The first coupon date behind the settlement. */
  LocalDate next() {
    return date(maturity, (1 - count) * (12 / frequency));
  }

  /** The days of the coupon period that the settlement falls in. */
  double periodDays() {
    return switch (basis) {
      case 1 -> ChronoUnit.DAYS.between(previous(), next());
      case 3 -> 365.0 / frequency;
      default -> 360.0 / frequency;
    };
  }

  /** The days from the last coupon date to the settlement. */
  double daysBefore() {
    return DayCounts.days(previous(), settlement, basis);
  }

  /** The days from the settlement to the next coupon date. */
  double daysAfter() {
    return basis == 0
        ? DayCounts.americanPeriod(previous(), next()) - daysBefore()
        : DayCounts.days(settlement, next(), basis);
  }

  /** The part of the coupon period that is still to come. */
  double shareLeft() {
    return (periodDays() - daysBefore()) / periodDays();
  }
}
