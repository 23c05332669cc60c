package org.inkstone.service.sheet.function;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Dates;
import org.inkstone.service.sheet.value.FunctionError;

/** Interest that has grown but is not yet paid. */
@InCategory(Category.FINANCIAL)
final class AccruedInterestFunctions {
  private AccruedInterestFunctions() {}

  @SheetFunction(
      value = "ACCRINTM",
      toolPak = true,
      en = "The accrued interest of a security that pays at maturity.",
      zh = "返回到期付息证券的应计利息。")
  static double atMaturity(
      Calculation calculation,
      double issue,
      double settlement,
      double rate,
      double par,
      @Default("0") int basis) {
    LocalDate from = Dates.date(issue, calculation.dateSystem());
    LocalDate to = Dates.date(settlement, calculation.dateSystem());
    if (!from.isBefore(to) || rate <= 0 || par <= 0) {
      throw FunctionError.num();
    }
    return par * rate * DayCounts.days(from, to, basis) / DayCounts.year(from, to, basis);
  }

  @SheetFunction(
      value = "ACCRINT",
      en = "The accrued interest of a security that pays regularly.",
      zh = "返回定期付息证券的应计利息。")
  static double regular(
      Calculation calculation,
      double issue,
      double firstInterest,
      double settlement,
      double rate,
      double par,
      int frequency,
      @Default("0") int basis,
      @Default(value = "TRUE", ifEmpty = true) boolean calcMethod) {
    DateSystem system = calculation.dateSystem();
    LocalDate from = Dates.date(issue, system);
    LocalDate to = Dates.date(settlement, system);
    boolean known = frequency == 1 || frequency == 2 || frequency == 4;
    if (!known || !from.isBefore(to) || rate <= 0 || par <= 0) {
      throw FunctionError.num();
    }
    Quasi periods =
        new Quasi(Dates.date(firstInterest, system), 12 / frequency, DayCounts.known(basis));
    calculation.charge(ChronoUnit.MONTHS.between(from, to));
    return par * rate / frequency * periods.between(from, to, calcMethod);
  }

  /**
   * Coupon periods of a regular length around the first coupon date.
   *
   * @param months of a period
   */
  private record Quasi(LocalDate first, int months, int basis) {

    /**
     * The periods between two dates, parts of them included.
     *
     * @param all whether whole periods before the one of the first coupon count too
     */
    double between(LocalDate issue, LocalDate settlement, boolean all) {
      int last = 0;
      while (all && date(last).isBefore(settlement)) {
        last++;
      }
      LocalDate end = date(last);
      LocalDate start = date(last - 1);
      double sum = DayCounts.days(later(issue, start), settlement, basis) / days(start, end);
      for (int at = last - 1; date(at).isAfter(issue); at--) {
        sum += share(issue, date(at - 1), date(at), all);
      }
      return sum;
    }

    private double share(LocalDate issue, LocalDate start, LocalDate end, boolean all) {
      if (!issue.isAfter(start)) {
        return all ? 1 : 0;
      }
      double length =
          switch (basis) {
            case 0 -> DayCounts.americanPeriod(start, end);
            case 2 -> DayCounts.days(start, end, 0);
            case 4 -> DayCounts.days(start, end, 4);
            default -> days(start, end);
          };
      return DayCounts.days(issue, end, basis) / length;
    }

    private double days(LocalDate start, LocalDate end) {
      return switch (basis) {
        case 1 -> ChronoUnit.DAYS.between(start, end);
        case 3 -> 365 * months / 12.0;
        default -> 30.0 * months;
      };
    }

    private LocalDate date(int periods) {
      return Coupons.date(first, periods * months);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
      return a.isAfter(b) ? a : b;
    }
  }
}
