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
    double whole = 0;
    double accrued = 0;
    double left = 0;
    LocalDate start = lastInterest;
    for (int at = 1; start.isBefore(maturity); at++) {
      LocalDate end = Coupons.date(lastInterest, at * 12 / frequency);
      LocalDate to = end.isBefore(maturity) ? end : maturity;
      double length = DayCounts.days(start, end, DayCounts.known(basis));
      LocalDate middle = settlement.isBefore(start) ? start : earlier(settlement, to);
      whole += DayCounts.days(start, to, basis) / length;
      accrued += DayCounts.days(start, middle, basis) / length;
      left += DayCounts.days(middle, to, basis) / length;
      start = end;
    }
    return new OddLastPeriod(frequency, whole, accrued, left);
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
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
