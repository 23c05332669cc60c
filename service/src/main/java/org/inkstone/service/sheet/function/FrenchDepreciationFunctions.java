package org.inkstone.service.sheet.function;

import java.time.LocalDate;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Dates;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.NumberText;

/** Depreciation as French accounting has it: the first period counts from the day of purchase. */
@InCategory(Category.FINANCIAL)
final class FrenchDepreciationFunctions {
  private FrenchDepreciationFunctions() {}

  @SheetFunction(
      value = "AMORLINC",
      toolPak = true,
      en = "The depreciation of an accounting period, evenly, by the French system.",
      zh = "按法国会计制度返回每个结算期间的线性折旧额。")
  static double even(
      Calculation calculation,
      double cost,
      double datePurchased,
      double firstPeriod,
      double salvage,
      double period,
      double rate,
      @Default("0") int basis) {
    require(cost, salvage, period, rate);
    double yearly = cost * rate;
    double first = first(calculation, yearly, cost - salvage, datePurchased, firstPeriod, basis);
    if (period > Math.ceil(1 / rate) || cost == salvage) {
      return 0;
    } else if (period == 0) {
      return first;
    }
    double left = cost - salvage - first - (Math.max(Math.floor(period), 1) - 1) * yearly;
    return Math.clamp(left, 0, yearly);
  }

  @SheetFunction(
      value = "AMORDEGRC",
      toolPak = true,
      notIn = Product.GOOGLE_SHEETS,
      en = "The depreciation of an accounting period, declining, by the French system.",
      zh = "按法国会计制度返回每个结算期间的递减折旧额。")
  static double declining(
      Calculation calculation,
      double cost,
      double datePurchased,
      double firstPeriod,
      double salvage,
      double period,
      double rate,
      @Default("0") int basis) {
    require(cost, salvage, period, rate);
    double raised = rate * coefficient(1 / rate);
    double years = Math.ceil(1 / rate);
    double first =
        first(calculation, cost * raised, cost - salvage, datePurchased, firstPeriod, basis);
    if (period > years || cost == salvage) {
      return 0;
    } else if (period == 0) {
      return rounded(first);
    }
    calculation.charge((long) period);
    // the period before the last takes half of what is left, the last one the rest
    double half = years - 2 + (Math.floor(datePurchased) == Math.floor(firstPeriod) ? -1 : 0);
    double left = cost - rounded(first);
    double amount = 0;
    for (double at = 1; at <= period; at++) {
      double share = at < half ? raised : at == half ? 0.5 : 1;
      amount = left < salvage ? 0 : left * share;
      left -= amount;
    }
    return rounded(amount);
  }

  private static double rounded(double amount) {
    return Math.floor(NumberText.digits15(amount) + 0.5);
  }

  private static double coefficient(double life) {
    if (life < 3 || life > 4 && life < 5) {
      throw FunctionError.num();
    } else if (life <= 4) {
      return 1.5;
    }
    return life <= 6 ? 2 : 2.5;
  }

  /**
   * The depreciation of the first period: by its part of a year, of a whole year if it has none.
   */
  private static double first(
      Calculation calculation,
      double yearly,
      double most,
      double purchased,
      double firstPeriod,
      int basis) {
    LocalDate from = Dates.date(purchased, calculation.dateSystem());
    LocalDate to = Dates.date(firstPeriod, calculation.dateSystem());
    if (basis == 2 || from.isAfter(to)) {
      throw FunctionError.num();
    }
    double year = basis == 1 ? from.lengthOfYear() : DayCounts.year(from, to, basis);
    boolean actual = basis == 1 || basis == 3;
    double days = DayCounts.days(noLeapDay(from, actual), noLeapDay(to, actual), basis);
    return Math.min(days == 0 ? yearly : yearly * days / year, most);
  }

  private static LocalDate noLeapDay(LocalDate date, boolean actual) {
    boolean leapDay = date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
    return actual && leapDay ? date.minusDays(1) : date;
  }

  private static void require(double cost, double salvage, double period, double rate) {
    if (cost < 0 || salvage < 0 || salvage > cost || period < 0 || rate <= 0) {
      throw FunctionError.num();
    }
  }
}
