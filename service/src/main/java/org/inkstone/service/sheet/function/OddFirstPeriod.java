package org.inkstone.service.sheet.function;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.inkstone.service.sheet.value.FunctionError;

/**
 * The payments of a bond whose first coupon comes after a shorter or longer time than the others.
 * Times are counted in coupon periods from the settlement.
 *
 * @param first the size of the first coupon, in regular coupons
 * @param start when it is paid
 * @param later how many regular coupons follow
 * @param accrued what of the first coupon has grown before the settlement, in regular coupons
 */
record OddFirstPeriod(int frequency, double first, double start, int later, double accrued) {

  /** The dates of a bond. */
  record Dates(LocalDate settlement, LocalDate maturity, LocalDate issue, LocalDate firstCoupon) {}

  /** The payments; {@code #NUM!} if the dates are out of order or the coupons miss the maturity. */
  static OddFirstPeriod of(Dates dates, int frequency, int basis) {
    Coupons regular = Coupons.of(dates.firstCoupon, dates.maturity, frequency, basis);
    Coupons quasi = Coupons.of(dates.settlement, dates.firstCoupon, frequency, basis);
    if (!dates.issue.isBefore(dates.settlement) || !regular.previous().equals(dates.firstCoupon)) {
      throw FunctionError.num();
    }
    double length = quasi.periodDays();
    double days = DayCounts.days(dates.issue, dates.firstCoupon, basis);
    if (days >= length) {
      return longer(dates, regular.count(), quasi);
    }
    return new OddFirstPeriod(
        frequency,
        days / length,
        DayCounts.days(dates.settlement, dates.firstCoupon, basis) / length,
        regular.count(),
        DayCounts.days(dates.issue, dates.settlement, basis) / length);
  }

  /** The first period is measured in regular ones that are laid back from the first coupon. */
  private static OddFirstPeriod longer(Dates dates, int later, Coupons quasi) {
    int months = 12 / quasi.frequency();
    int basis = quasi.basis();
    double first = 0;
    double accrued = 0;
    int periods = Coupons.of(dates.issue, dates.firstCoupon, quasi.frequency(), basis).count();
    LocalDate end = dates.firstCoupon;
    for (int at = periods; at >= 1; at--) {
      LocalDate start = end.minusMonths(months);
      double length = basis == 1 ? ChronoUnit.DAYS.between(start, end) : quasi.periodDays();
      LocalDate from = start.isAfter(dates.issue) ? start : dates.issue;
      LocalDate to = end.isBefore(dates.settlement) ? end : dates.settlement;
      first += at > 1 ? 1 : DayCounts.days(dates.issue, end, basis) / length;
      accrued += Math.max(0, DayCounts.days(from, to, basis)) / length;
      end = start;
    }
    double left =
        basis == 2 || basis == 3 ? quasi.daysAfter() / quasi.periodDays() : quasi.shareLeft();
    return new OddFirstPeriod(quasi.frequency(), first, quasi.count() - 1 + left, later, accrued);
  }

  /** The price per 100. */
  double price(double rate, double yld, double redemption) {
    double payment = 100 * rate / frequency;
    double growth = 1 + yld / frequency;
    double discount = Math.pow(growth, -start);
    double sum = payment * first * discount;
    for (int i = 0; i < later; i++) {
      discount /= growth;
      sum += payment * discount;
    }
    return sum + redemption * discount - payment * accrued;
  }
}
