package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Dates;
import org.inkstone.service.sheet.value.FunctionError;

/** Depreciation as French accounting has it: the first period counts from the day of purchase. */
@InCategory(Category.FINANCIAL)
final class FrenchDepreciationFunctions {
  private FrenchDepreciationFunctions() {}

  @SheetFunction(
      value = "AMORLINC",
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
    double share = share(calculation, datePurchased, firstPeriod, basis);
    require(cost, salvage, period, rate);
    double at = Math.floor(period);
    double yearly = cost * rate;
    double first = Math.min(share == 0 ? yearly : yearly * share, cost - salvage);
    if (at > Math.ceil(1 / rate) || cost == salvage) {
      return 0;
    } else if (at == 0) {
      return first;
    }
    double left = cost - salvage - first - (at - 1) * yearly;
    return Math.clamp(left, 0, yearly);
  }

  @SheetFunction(
      value = "AMORDEGRC",
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
    double share = share(calculation, datePurchased, firstPeriod, basis);
    require(cost, salvage, period, rate);
    double raised = rate * coefficient(1 / rate);
    double last = Math.floor(period);
    calculation.charge((long) last);
    double amount = Math.rint((share == 0 ? 1 : share) * raised * cost);
    double left = cost - amount;
    for (double at = 1; at <= last; at++) {
      amount = Math.rint(raised * left);
      if (left - amount < salvage) {
        // the period before the last takes half of what is left
        return at == last ? Math.rint(left / 2) : 0;
      }
      left -= amount;
    }
    return amount;
  }

  private static double coefficient(double life) {
    if (life < 3 || life > 4 && life < 5) {
      throw FunctionError.num();
    } else if (life <= 4) {
      return 1.5;
    }
    return life <= 6 ? 2 : 2.5;
  }

  /** The part of a year that the first period has. */
  private static double share(
      Calculation calculation, double purchased, double firstPeriod, int basis) {
    DateSystem system = calculation.dateSystem();
    if (basis == 2 || Math.floor(purchased) > Math.floor(firstPeriod)) {
      throw FunctionError.num();
    }
    return DayCounts.years(Dates.date(purchased, system), Dates.date(firstPeriod, system), basis);
  }

  private static void require(double cost, double salvage, double period, double rate) {
    if (cost < 0 || salvage < 0 || salvage > cost || period < 0 || rate <= 0) {
      throw FunctionError.num();
    }
  }
}
