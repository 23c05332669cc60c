package org.inkstone.service.sheet.function;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Dates;
import org.inkstone.service.sheet.value.FunctionError;

/** Treasury bills: at most a year, discounted by a year of 360 days. */
@InCategory(Category.FINANCIAL)
final class TreasuryBillFunctions {
  private static final int HALF_A_YEAR = 182;

  private TreasuryBillFunctions() {}

  @SheetFunction(
      value = "TBILLEQ",
      toolPak = true,
      en = "The yield of a treasury bill that equals a bond's.",
      zh = "返回国库券的等效债券收益率。")
  static double bondEquivalent(
      Calculation calculation, double settlement, double maturity, double discount) {
    double days = days(calculation, settlement, maturity);
    requirePositive(discount);
    if (days <= HALF_A_YEAR) {
      return 365 * discount / (360 - discount * days);
    }
    // a bond would have paid a coupon in between, so the yield is compounded once
    double price = 1 - discount * days / 360;
    double years = days / (days == 366 ? 366 : 365);
    double root = Math.sqrt(years * years - (2 * years - 1) * (1 - 1 / price));
    return 2 * (root - years) / (2 * years - 1);
  }

  @SheetFunction(
      value = "TBILLPRICE",
      toolPak = true,
      en = "The price per 100 of a treasury bill.",
      zh = "返回国库券每 100 面值的价格。")
  static double price(
      Calculation calculation, double settlement, double maturity, double discount) {
    double days = days(calculation, settlement, maturity);
    requirePositive(discount);
    double price = 100 * (1 - discount * days / 360);
    if (price < 0) {
      throw FunctionError.num();
    }
    return price;
  }

  @SheetFunction(
      value = "TBILLYIELD",
      toolPak = true,
      en = "The yield of a treasury bill.",
      zh = "返回国库券的收益率。")
  static double yieldAt(Calculation calculation, double settlement, double maturity, double pr) {
    double days = days(calculation, settlement, maturity);
    requirePositive(pr);
    return (100 - pr) / pr * 360 / days;
  }

  private static double days(Calculation calculation, double settlement, double maturity) {
    LocalDate from = Dates.date(settlement, calculation.dateSystem());
    LocalDate to = Dates.date(maturity, calculation.dateSystem());
    if (!from.isBefore(to) || to.isAfter(from.plusYears(1))) {
      throw FunctionError.num();
    }
    return ChronoUnit.DAYS.between(from, to);
  }

  private static void requirePositive(double number) {
    if (number <= 0) {
      throw FunctionError.num();
    }
  }
}
