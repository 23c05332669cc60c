package org.inkstone.service.sheet.function;

import java.util.function.DoubleUnaryOperator;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;

/** Loans and savings with equal payments; money paid out is negative. */
@InCategory(Category.FINANCIAL)
final class AnnuityFunctions {
  private AnnuityFunctions() {}

  @SheetFunction(value = "PMT", en = "The payment of a loan each period.", zh = "返回贷款的每期付款额。")
  static double payment(
      double rate, double nper, double pv, @Default("0") double fv, @Default("0") double type) {
    if (nper == 0) {
      throw FunctionError.num();
    } else if (rate == 0) {
      return -(pv + fv) / nper;
    }
    double growth = Math.pow(1 + rate, nper);
    return -rate * (pv * growth + fv) / ((1 + rate * begin(type)) * (growth - 1));
  }

  private static double begin(double type) {
    return type == 0 ? 0 : 1;
  }

  @SheetFunction(value = "FV", en = "The future value of regular payments.", zh = "返回投资的未来值。")
  static double futureValue(
      double rate, double nper, double pmt, @Default("0") double pv, @Default("0") double type) {
    if (rate == 0) {
      return -(pv + pmt * nper);
    }
    double growth = Math.pow(1 + rate, nper);
    return -(pv * growth + pmt * (1 + rate * begin(type)) * (growth - 1) / rate);
  }

  @SheetFunction(value = "PV", en = "The present value of regular payments.", zh = "返回投资的现值。")
  static double presentValue(
      double rate, double nper, double pmt, @Default("0") double fv, @Default("0") double type) {
    if (rate == 0) {
      return -(fv + pmt * nper);
    }
    double growth = Math.pow(1 + rate, nper);
    return -(fv + pmt * (1 + rate * begin(type)) * (growth - 1) / rate) / growth;
  }

  @SheetFunction(value = "NPER", en = "How many periods a loan takes.", zh = "返回投资的期数。")
  static double periods(
      double rate, double pmt, double pv, @Default("0") double fv, @Default("0") double type) {
    if (rate == 0) {
      if (pmt == 0) {
        throw FunctionError.num();
      }
      return -(pv + fv) / pmt;
    }
    double due = pmt * (1 + rate * begin(type)) / rate;
    return Math.log((due - fv) / (pv + due)) / Math.log(1 + rate);
  }

  @SheetFunction(value = "RATE", en = "The interest rate of a loan each period.", zh = "返回年金的每期利率。")
  static double rate(
      double nper,
      double pmt,
      double pv,
      @Default("0") double fv,
      @Default("0") double type,
      @Default("0.1") double guess) {
    DoubleUnaryOperator debt = rate -> pv - presentValue(rate, nper, pmt, fv, type);
    return Roots.near(guess, debt, FunctionError::num);
  }

  @SheetFunction(value = "IPMT", en = "The interest part of a payment.", zh = "返回某期付款中的利息部分。")
  static double interest(
      double rate,
      double per,
      double nper,
      double pv,
      @Default("0") double fv,
      @Default("0") double type) {
    if (per < 1 || per > nper) {
      throw FunctionError.num();
    }
    double payment = payment(rate, nper, pv, fv, type);
    if (begin(type) == 1 && per == 1) {
      return 0;
    }
    double interest = rate * futureValue(rate, per - 1, payment, pv, type);
    return begin(type) == 1 ? interest / (1 + rate) : interest;
  }

  @SheetFunction(
      value = "PPMT",
      en = "The part of a payment that pays back the loan.",
      zh = "返回某期付款中的本金部分。")
  static double principal(
      double rate,
      double per,
      double nper,
      double pv,
      @Default("0") double fv,
      @Default("0") double type) {
    return payment(rate, nper, pv, fv, type) - interest(rate, per, nper, pv, fv, type);
  }

  @SheetFunction(
      value = "CUMIPMT",
      toolPak = true,
      en = "The interest paid from one period to another.",
      zh = "返回两个期间之间累计支付的利息。")
  static double interestBetween(
      Calculation calculation,
      double rate,
      double nper,
      double pv,
      double startPeriod,
      double endPeriod,
      double type) {
    requirePeriods(rate, nper, pv, startPeriod, endPeriod, type);
    double last = Math.floor(endPeriod);
    calculation.charge((long) last);
    double sum = 0;
    for (double period = Math.ceil(startPeriod); period <= last; period++) {
      sum += interest(rate, period, nper, pv, 0, type);
    }
    return sum;
  }

  @SheetFunction(
      value = "CUMPRINC",
      toolPak = true,
      en = "The principal paid from one period to another.",
      zh = "返回两个期间之间累计偿还的本金。")
  static double principalBetween(
      Calculation calculation,
      double rate,
      double nper,
      double pv,
      double startPeriod,
      double endPeriod,
      double type) {
    requirePeriods(rate, nper, pv, startPeriod, endPeriod, type);
    double last = Math.floor(endPeriod);
    calculation.charge((long) last);
    double sum = 0;
    for (double period = Math.ceil(startPeriod); period <= last; period++) {
      sum += principal(rate, period, nper, pv, 0, type);
    }
    return sum;
  }

  private static void requirePeriods(
      double rate, double nper, double pv, double start, double end, double type) {
    boolean positive = rate > 0 && nper > 0 && pv > 0;
    boolean known = type == 0 || type == 1;
    if (!positive || !known || start < 1 || end < start || end > nper) {
      throw FunctionError.num();
    }
  }

  @SheetFunction(
      value = "ISPMT",
      en = "The interest of a period if the principal is paid back evenly.",
      zh = "返回等额本金还款方式下某期的利息。")
  static double evenInterest(double rate, double per, double nper, double pv) {
    if (nper == 0) {
      throw FunctionError.divisionByZero();
    }
    return pv * rate * (per / nper - 1);
  }
}
