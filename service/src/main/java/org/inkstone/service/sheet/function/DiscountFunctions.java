package org.inkstone.service.sheet.function;

import java.time.LocalDate;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Dates;
import org.inkstone.service.sheet.value.FunctionError;

/** Securities that pay once, at their maturity. */
@InCategory(Category.FINANCIAL)
final class DiscountFunctions {
  private DiscountFunctions() {}

  @SheetFunction(
      value = "DISC",
      toolPak = true,
      en = "The discount rate of a security.",
      zh = "返回证券的贴现率。")
  static double discount(
      Calculation calculation,
      double settlement,
      double maturity,
      double pr,
      double redemption,
      @Default("0") int basis) {
    double years = years(calculation, settlement, maturity, basis);
    requirePositive(pr, redemption);
    return (redemption - pr) / redemption / years;
  }

  @SheetFunction(
      value = "INTRATE",
      toolPak = true,
      en = "The interest rate of a fully invested security.",
      zh = "返回一次性付息证券的利率。")
  static double interestRate(
      Calculation calculation,
      double settlement,
      double maturity,
      double investment,
      double redemption,
      @Default("0") int basis) {
    double years = years(calculation, settlement, maturity, basis);
    requirePositive(investment, redemption);
    return (redemption - investment) / investment / years;
  }

  @SheetFunction(
      value = "RECEIVED",
      toolPak = true,
      en = "The amount received at maturity for a fully invested security.",
      zh = "返回一次性付息证券到期收回的金额。")
  static double received(
      Calculation calculation,
      double settlement,
      double maturity,
      double investment,
      double discount,
      @Default("0") int basis) {
    double years = years(calculation, settlement, maturity, basis);
    requirePositive(investment, discount);
    double share = 1 - discount * years;
    if (share <= 0) {
      throw FunctionError.num();
    }
    return investment / share;
  }

  @SheetFunction(
      value = "PRICEDISC",
      toolPak = true,
      en = "The price per 100 of a discounted security.",
      zh = "返回已贴现证券每 100 面值的价格。")
  static double discountedPrice(
      Calculation calculation,
      double settlement,
      double maturity,
      double discount,
      double redemption,
      @Default("0") int basis) {
    double years = years(calculation, settlement, maturity, basis);
    requirePositive(discount, redemption);
    return redemption - discount * redemption * years;
  }

  @SheetFunction(
      value = "YIELDDISC",
      toolPak = true,
      en = "The yearly yield of a discounted security.",
      zh = "返回已贴现证券的年收益率。")
  static double discountedYield(
      Calculation calculation,
      double settlement,
      double maturity,
      double pr,
      double redemption,
      @Default("0") int basis) {
    double years = years(calculation, settlement, maturity, basis);
    requirePositive(pr, redemption);
    return (redemption - pr) / pr / years;
  }

  @SheetFunction(
      value = "PRICEMAT",
      toolPak = true,
      en = "The price per 100 of a security that pays interest at maturity.",
      zh = "返回到期付息证券每 100 面值的价格。")
  static double priceAtMaturity(
      Calculation calculation,
      double settlement,
      double maturity,
      double issue,
      double rate,
      double yld,
      @Default("0") int basis) {
    if (rate < 0 || yld < 0) {
      throw FunctionError.num();
    }
    Times times = times(calculation, settlement, maturity, issue, basis);
    return (100 + times.whole * rate * 100) / (1 + times.left * yld) - times.passed * rate * 100;
  }

  @SheetFunction(
      value = "YIELDMAT",
      toolPak = true,
      en = "The yearly yield of a security that pays interest at maturity.",
      zh = "返回到期付息证券的年收益率。")
  static double yieldAtMaturity(
      Calculation calculation,
      double settlement,
      double maturity,
      double issue,
      double rate,
      double pr,
      @Default("0") int basis) {
    if (rate < 0 || pr <= 0) {
      throw FunctionError.num();
    }
    Times times = times(calculation, settlement, maturity, issue, basis);
    double paid = pr / 100 + times.passed * rate;
    return (1 + times.whole * rate - paid) / paid / times.left;
  }

  /** Years from issue to maturity, from issue to settlement, and from then to maturity. */
  private record Times(double whole, double passed, double left) {}

  private static Times times(
      Calculation calculation, double settlement, double maturity, double issue, int basis) {
    DateSystem system = calculation.dateSystem();
    LocalDate from = Dates.date(issue, system);
    LocalDate at = Dates.date(settlement, system);
    LocalDate to = Dates.date(maturity, system);
    if (!at.isBefore(to) || from.isAfter(at)) {
      throw FunctionError.num();
    }
    double year = DayCounts.year(from, at, basis);
    double whole = DayCounts.days(from, to, basis) / year;
    double passed = DayCounts.days(from, at, basis) / year;
    return new Times(whole, passed, whole - passed);
  }

  private static double years(
      Calculation calculation, double settlement, double maturity, int basis) {
    DateSystem system = calculation.dateSystem();
    LocalDate from = Dates.date(settlement, system);
    LocalDate to = Dates.date(maturity, system);
    if (!from.isBefore(to)) {
      throw FunctionError.num();
    }
    return DayCounts.days(from, to, basis) / DayCounts.year(from, to, basis);
  }

  private static void requirePositive(double a, double b) {
    if (a <= 0 || b <= 0) {
      throw FunctionError.num();
    }
  }
}
