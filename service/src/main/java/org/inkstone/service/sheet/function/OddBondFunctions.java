package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Dates;
import org.inkstone.service.sheet.value.FunctionError;

/** Bonds whose first or last coupon period has another length than the others. */
@InCategory(Category.FINANCIAL)
final class OddBondFunctions {
  private OddBondFunctions() {}

  @SheetFunction(
      value = "ODDFPRICE",
      toolPak = true,
      notIn = Product.GOOGLE_SHEETS,
      en = "The price per 100 of a bond with an odd first period.",
      zh = "返回首期付息日不固定的证券每 100 面值的价格。")
  static double priceOfOddFirst(
      Calculation calculation,
      double settlement,
      double maturity,
      double issue,
      double firstCoupon,
      double rate,
      double yld,
      double redemption,
      int frequency,
      @Default("0") int basis) {
    OddFirstPeriod.Dates dates =
        dates(calculation.dateSystem(), settlement, maturity, issue, firstCoupon);
    OddFirstPeriod payments = OddFirstPeriod.of(dates, frequency, basis);
    if (rate < 0 || yld < 0 || redemption <= 0) {
      throw FunctionError.num();
    }
    calculation.charge(payments.later());
    return payments.price(rate, yld, redemption);
  }

  @SheetFunction(
      value = "ODDFYIELD",
      toolPak = true,
      notIn = Product.GOOGLE_SHEETS,
      en = "The yield of a bond with an odd first period.",
      zh = "返回首期付息日不固定的证券的收益率。")
  static double yieldOfOddFirst(
      Calculation calculation,
      double settlement,
      double maturity,
      double issue,
      double firstCoupon,
      double rate,
      double pr,
      double redemption,
      int frequency,
      @Default("0") int basis) {
    OddFirstPeriod.Dates dates =
        dates(calculation.dateSystem(), settlement, maturity, issue, firstCoupon);
    OddFirstPeriod payments = OddFirstPeriod.of(dates, frequency, basis);
    if (rate < 0 || pr <= 0 || redemption <= 0) {
      throw FunctionError.num();
    }
    return Roots.near(
        0.05 + rate / 2,
        yld -> {
          calculation.charge(payments.later());
          return payments.price(rate, yld, redemption) - pr;
        },
        FunctionError::num);
  }

  private static OddFirstPeriod.Dates dates(
      DateSystem system, double settlement, double maturity, double issue, double firstCoupon) {
    return new OddFirstPeriod.Dates(
        Dates.date(settlement, system),
        Dates.date(maturity, system),
        Dates.date(issue, system),
        Dates.date(firstCoupon, system));
  }

  @SheetFunction(
      value = "ODDLPRICE",
      toolPak = true,
      notIn = Product.GOOGLE_SHEETS,
      en = "The price per 100 of a bond with an odd last period.",
      zh = "返回末期付息日不固定的证券每 100 面值的价格。")
  static double priceOfOddLast(
      Calculation calculation,
      double settlement,
      double maturity,
      double lastInterest,
      double rate,
      double yld,
      double redemption,
      int frequency,
      @Default("0") int basis) {
    if (rate < 0 || yld < 0 || redemption <= 0) {
      throw FunctionError.num();
    }
    return period(calculation, settlement, maturity, lastInterest, frequency, basis)
        .price(rate, yld, redemption);
  }

  @SheetFunction(
      value = "ODDLYIELD",
      toolPak = true,
      notIn = Product.GOOGLE_SHEETS,
      en = "The yield of a bond with an odd last period.",
      zh = "返回末期付息日不固定的证券的收益率。")
  static double yieldOfOddLast(
      Calculation calculation,
      double settlement,
      double maturity,
      double lastInterest,
      double rate,
      double pr,
      double redemption,
      int frequency,
      @Default("0") int basis) {
    if (rate < 0 || pr <= 0 || redemption <= 0) {
      throw FunctionError.num();
    }
    return period(calculation, settlement, maturity, lastInterest, frequency, basis)
        .yieldAt(rate, pr, redemption);
  }

  private static OddLastPeriod period(
      Calculation calculation,
      double settlement,
      double maturity,
      double lastInterest,
      int frequency,
      int basis) {
    DateSystem system = calculation.dateSystem();
    return OddLastPeriod.of(
        Dates.date(settlement, system),
        Dates.date(maturity, system),
        Dates.date(lastInterest, system),
        frequency,
        basis);
  }
}
