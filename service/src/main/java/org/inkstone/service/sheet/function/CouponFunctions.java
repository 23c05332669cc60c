package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Dates;

/** The coupon dates of a bond around the day of settlement. */
@InCategory(Category.FINANCIAL)
final class CouponFunctions {
  private CouponFunctions() {}

  @SheetFunction(
      value = "COUPDAYBS",
      toolPak = true,
      en = "The days from the start of the coupon period to the settlement.",
      zh = "返回从付息期开始到结算日的天数。")
  static double daysBefore(
      Calculation calculation,
      double settlement,
      double maturity,
      int frequency,
      @Default("0") int basis) {
    return coupons(calculation, settlement, maturity, frequency, basis).daysBefore();
  }

  @SheetFunction(
      value = "COUPDAYS",
      toolPak = true,
      en = "The days of the coupon period that the settlement falls in.",
      zh = "返回包含结算日的付息期的天数。")
  static double periodDays(
      Calculation calculation,
      double settlement,
      double maturity,
      int frequency,
      @Default("0") int basis) {
    return coupons(calculation, settlement, maturity, frequency, basis).periodDays();
  }

  @SheetFunction(
      value = "COUPDAYSNC",
      toolPak = true,
      en = "The days from the settlement to the next coupon date.",
      zh = "返回从结算日到下一付息日的天数。")
  static double daysAfter(
      Calculation calculation,
      double settlement,
      double maturity,
      int frequency,
      @Default("0") int basis) {
    return coupons(calculation, settlement, maturity, frequency, basis).daysAfter();
  }

  @SheetFunction(
      value = "COUPNCD",
      toolPak = true,
      en = "The next coupon date after the settlement.",
      zh = "返回结算日之后的下一付息日。")
  static double next(
      Calculation calculation,
      double settlement,
      double maturity,
      int frequency,
      @Default("0") int basis) {
    DateSystem system = calculation.dateSystem();
    return Dates.serial(
        coupons(calculation, settlement, maturity, frequency, basis).next(), system);
  }

  @SheetFunction(
      value = "COUPPCD",
      toolPak = true,
      en = "The last coupon date before the settlement.",
      zh = "返回结算日之前的上一付息日。")
  static double previous(
      Calculation calculation,
      double settlement,
      double maturity,
      int frequency,
      @Default("0") int basis) {
    DateSystem system = calculation.dateSystem();
    return Dates.serial(
        coupons(calculation, settlement, maturity, frequency, basis).previous(), system);
  }

  @SheetFunction(
      value = "COUPNUM",
      toolPak = true,
      en = "How many coupons are paid between the settlement and the maturity.",
      zh = "返回结算日与到期日之间的付息次数。")
  static double count(
      Calculation calculation,
      double settlement,
      double maturity,
      int frequency,
      @Default("0") int basis) {
    return coupons(calculation, settlement, maturity, frequency, basis).count();
  }

  private static Coupons coupons(
      Calculation calculation, double settlement, double maturity, int frequency, int basis) {
    return Coupons.of(settlement, maturity, frequency, basis, calculation.dateSystem());
  }
}
