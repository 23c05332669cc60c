package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;

/** Bonds that pay interest at regular times. */
@InCategory(Category.FINANCIAL)
final class BondFunctions {
  private BondFunctions() {}

  @SheetFunction(
      value = "PRICE",
      toolPak = true,
      en = "The price per 100 of a bond that pays interest regularly.",
      zh = "返回定期付息证券每 100 面值的价格。")
  static double price(
      Calculation calculation,
      double settlement,
      double maturity,
      double rate,
      double yld,
      double redemption,
      int frequency,
      @Default("0") int basis) {
    Coupons coupons = Coupons.of(settlement, maturity, frequency, basis, calculation.dateSystem());
    if (rate < 0 || yld < 0 || redemption <= 0) {
      throw FunctionError.num();
    }
    calculation.charge(coupons.count());
    return price(coupons, rate, yld, redemption);
  }

  private static double price(Coupons coupons, double rate, double yld, double redemption) {
    double payment = 100 * rate / coupons.frequency();
    double accrued = payment * coupons.daysBefore() / coupons.periodDays();
    double left = coupons.shareLeft();
    double step = yld / coupons.frequency();
    if (coupons.count() == 1) {
      return (redemption + payment) / (1 + left * step) - accrued;
    }
    double discount = Math.pow(1 + step, -left);
    double sum = 0;
    for (int i = 1; i <= coupons.count(); i++) {
      sum += payment * discount;
      discount /= i < coupons.count() ? 1 + step : 1;
    }
    return sum + redemption * discount - accrued;
  }

  @SheetFunction(
      value = "YIELD",
      toolPak = true,
      en = "The yield of a bond that pays interest regularly.",
      zh = "返回定期付息证券的收益率。")
  static double yieldAt(
      Calculation calculation,
      double settlement,
      double maturity,
      double rate,
      double pr,
      double redemption,
      int frequency,
      @Default("0") int basis) {
    Coupons coupons = Coupons.of(settlement, maturity, frequency, basis, calculation.dateSystem());
    if (rate < 0 || pr <= 0 || redemption <= 0) {
      throw FunctionError.num();
    }
    if (coupons.count() == 1) {
      double payment = rate / frequency;
      double paid = pr / 100 + payment * coupons.daysBefore() / coupons.periodDays();
      double back = redemption / 100 + payment;
      return (back - paid) / paid * frequency / coupons.shareLeft();
    }
    return Roots.near(
        0.05 + rate / 2,
        yld -> {
          calculation.charge(coupons.count());
          return price(coupons, rate, yld, redemption) - pr;
        },
        FunctionError::num);
  }

  @SheetFunction(
      value = "DURATION",
      toolPak = true,
      en = "The mean time in years until a bond's payments, weighed by their present values.",
      zh = "返回定期付息证券的麦考利久期（年）。")
  static double duration(
      Calculation calculation,
      double settlement,
      double maturity,
      double coupon,
      double yld,
      int frequency,
      @Default("0") int basis) {
    Coupons coupons = Coupons.of(settlement, maturity, frequency, basis, calculation.dateSystem());
    if (coupon < 0 || yld < 0) {
      throw FunctionError.num();
    }
    calculation.charge(coupons.count());
    double growth = 1 + yld / frequency;
    double left = coupons.shareLeft();
    double discount = Math.pow(growth, -left);
    double worth = 0;
    double weighed = 0;
    for (int i = 0; i < coupons.count(); i++) {
      boolean last = i == coupons.count() - 1;
      double flow = (100 * coupon / frequency + (last ? 100 : 0)) * discount;
      worth += flow;
      weighed += flow * (i + left);
      discount /= growth;
    }
    return weighed / worth / frequency;
  }

  @SheetFunction(
      value = "MDURATION",
      toolPak = true,
      en = "How strongly a bond's price answers to its yield: the modified duration.",
      zh = "返回定期付息证券的修正久期。")
  static double modifiedDuration(
      Calculation calculation,
      double settlement,
      double maturity,
      double coupon,
      double yld,
      int frequency,
      @Default("0") int basis) {
    return duration(calculation, settlement, maturity, coupon, yld, frequency, basis)
        / (1 + yld / frequency);
  }
}
