package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.FunctionError;

/** Rates from rates and from growth, and prices in fractions. */
@InCategory(Category.FINANCIAL)
final class InterestRateFunctions {
  private InterestRateFunctions() {}

  @SheetFunction(
      value = "EFFECT",
      toolPak = true,
      en = "The effective rate of a nominal one.",
      zh = "返回实际年利率。")
  static double effectiveRate(double nominalRate, double npery) {
    double periods = Math.floor(npery);
    if (nominalRate <= 0 || periods < 1) {
      throw FunctionError.num();
    }
    return Math.pow(1 + nominalRate / periods, periods) - 1;
  }

  @SheetFunction(
      value = "NOMINAL",
      toolPak = true,
      en = "The nominal rate of an effective one.",
      zh = "返回名义年利率。")
  static double nominalRate(double effectRate, double npery) {
    double periods = Math.floor(npery);
    if (effectRate <= 0 || periods < 1) {
      throw FunctionError.num();
    }
    return (Math.pow(effectRate + 1, 1 / periods) - 1) * periods;
  }

  @SheetFunction(
      value = "RRI",
      since = Excel.V2013,
      en = "The rate at which an amount grows to another.",
      zh = "返回投资增长的等效利率。")
  static double growthRate(double nper, double pv, double fv) {
    if (nper <= 0 || pv == 0) {
      throw FunctionError.num();
    }
    return Math.pow(fv / pv, 1 / nper) - 1;
  }

  @SheetFunction(
      value = "PDURATION",
      since = Excel.V2013,
      en = "The periods in which an amount grows to another.",
      zh = "返回投资达到指定值所需的期数。")
  static double growthPeriods(double rate, double pv, double fv) {
    if (rate <= 0 || pv <= 0 || fv <= 0) {
      throw FunctionError.num();
    }
    return (Math.log(fv) - Math.log(pv)) / Math.log(1 + rate);
  }

  @SheetFunction(
      value = "DOLLARDE",
      toolPak = true,
      en = "A price in fractions, such as 1.02 for 1 2/16, as a decimal.",
      zh = "将分数形式的价格转换为小数。")
  static double decimalPrice(double fractionalDollar, double fraction) {
    double parts = parts(fraction);
    double whole =
        fractionalDollar < 0 ? Math.ceil(fractionalDollar) : Math.floor(fractionalDollar);
    return whole + (fractionalDollar - whole) * digits(parts) / parts;
  }

  @SheetFunction(
      value = "DOLLARFR",
      toolPak = true,
      en = "A decimal price in fractions, such as 1.02 for 1 2/16.",
      zh = "将小数形式的价格转换为分数形式。")
  static double fractionalPrice(double decimalDollar, double fraction) {
    double parts = parts(fraction);
    double whole = decimalDollar < 0 ? Math.ceil(decimalDollar) : Math.floor(decimalDollar);
    return whole + (decimalDollar - whole) * parts / digits(parts);
  }

  private static double parts(double fraction) {
    if (fraction < 0) {
      throw FunctionError.num();
    } else if (fraction < 1) {
      throw FunctionError.divisionByZero();
    }
    return Math.floor(fraction);
  }

  /** The power of ten that has room for the numerators. */
  private static double digits(double parts) {
    return Math.pow(10, Math.ceil(Math.log10(parts)));
  }
}
