package org.inkstone.service.sheet.function;

import java.time.LocalDate;
import org.inkstone.service.sheet.value.FunctionError;

/**
 * The time from the last regular coupon to the maturity of a bond, in coupon periods.
 *
 * @param whole all of it
 * @param accrued up to the settlement
 * @param left from the settlement on
 */
record OddLastPeriod(int frequency, double whole, double accrued, double left) {

  /** The time of a bond; {@code #NUM!} if the dates are out of order. */
  static OddLastPeriod of(
      LocalDate settlement, LocalDate maturity, LocalDate lastInterest, int frequency, int basis) {
    boolean known = frequency == 1 || frequency == 2 || frequency == 4;
    if (!known || !lastInterest.isBefore(settlement) || !settlement.isBefore(maturity)) {
      throw FunctionError.num();
    }
    int periods = Coupons.of(lastInterest, maturity, frequency, basis).count();
    double whole = 0;
    double accrued = 0;
    double left = 0;
    LocalDate start = lastInterest;
    for (int at = 1; at <= periods; at++) {
      LocalDate end = start.plusMonths(12 / frequency);
      double length = period(start, end, basis);
      double part = at < periods ? length : period(start, maturity, basis);
      LocalDate middle = settlement.isAfter(start) ? settlement : start;
      whole += part / length;
      accrued += end.isBefore(settlement) ? part / length : share(start, middle, basis, length);
      left += share(middle, end.isBefore(maturity) ? end : maturity, basis, length);
      start = end;
    }
    return new OddLastPeriod(frequency, whole, accrued, left);
  }

  private static double period(LocalDate start, LocalDate end, int basis) {
    return basis == 0 ? DayCounts.americanPeriod(start, end) : DayCounts.days(start, end, basis);
  }

  private static double share(LocalDate start, LocalDate end, int basis, double length) {
    return Math.max(0, DayCounts.days(start, end, basis)) / length;
  }

  /** The price per 100. */
  double price(double rate, double yld, double redemption) {
    double payment = 100 * rate / frequency;
    return (redemption + whole * payment) / (1 + left * yld / frequency) - accrued * payment;
  }

  /** The yield at a price per 100. */
  double yieldAt(double rate, double pr, double redemption) {
    double payment = 100 * rate / frequency;
    double paid = pr + accrued * payment;
    return (redemption + whole * payment - paid) / paid * frequency / left;
  }
}
