package org.inkstone.service.sheet.function;

import java.util.function.DoubleUnaryOperator;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;

/** Loans, savings and cash flows; money paid out is negative. */
@InCategory(Category.FINANCIAL)
final class FinancialFunctions {
  private FinancialFunctions() {}

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
    return Roots.near(
        guess, rate -> pv + presentDebt(rate, nper, pmt, fv, type), FunctionError::num);
  }

  private static double presentDebt(double rate, double nper, double pmt, double fv, double type) {
    return -presentValue(rate, nper, pmt, fv, type);
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
      en = "The interest paid from one period to another.",
      zh = "返回两个期间之间累计支付的利息。")
  static double interestBetween(
      double rate, double nper, double pv, int startPeriod, int endPeriod, double type) {
    requirePeriods(rate, nper, pv, startPeriod, endPeriod);
    double sum = 0;
    for (int period = startPeriod; period <= endPeriod; period++) {
      sum += interest(rate, period, nper, pv, 0, type);
    }
    return sum;
  }

  @SheetFunction(
      value = "CUMPRINC",
      en = "The principal paid from one period to another.",
      zh = "返回两个期间之间累计偿还的本金。")
  static double principalBetween(
      double rate, double nper, double pv, int startPeriod, int endPeriod, double type) {
    requirePeriods(rate, nper, pv, startPeriod, endPeriod);
    double sum = 0;
    for (int period = startPeriod; period <= endPeriod; period++) {
      sum += principal(rate, period, nper, pv, 0, type);
    }
    return sum;
  }

  private static void requirePeriods(double rate, double nper, double pv, int start, int end) {
    if (rate <= 0
        || nper <= 0
        || pv <= 0
        || start < 1
        || end < start
        || end > nper
        || end > 100_000) {
      throw FunctionError.num();
    }
  }

  @SheetFunction(
      value = "NPV",
      en = "The present value of future cash flows.",
      zh = "返回一系列现金流的净现值。")
  static double netPresentValue(Calculation calculation, double rate, Value... values) {
    if (rate == -1) {
      throw FunctionError.divisionByZero();
    }
    double[] sum = {0, 1};
    Numbers.each(
        values,
        calculation.dateSystem(),
        flow -> {
          sum[1] *= 1 + rate;
          sum[0] += flow / sum[1];
        });
    return sum[0];
  }

  @SheetFunction(
      value = "IRR",
      en = "The rate at which cash flows are worth nothing.",
      zh = "返回一系列现金流的内部收益率。")
  static double internalRate(Grid values, @Default("0.1") double guess) {
    Numbers flows = Numbers.of(values);
    requireBothSigns(flows);
    DoubleUnaryOperator worth =
        rate -> {
          double sum = 0;
          for (int i = 0; i < flows.size(); i++) {
            sum += flows.get(i) / Math.pow(1 + rate, i);
          }
          return sum;
        };
    return Roots.near(guess, worth, FunctionError::num);
  }

  private static void requireBothSigns(Numbers flows) {
    if (CountFunctions.min(flows) >= 0 || CountFunctions.max(flows) <= 0) {
      throw FunctionError.num();
    }
  }

  @SheetFunction(
      value = "XNPV",
      en = "The present value of cash flows on given dates.",
      zh = "返回不定期现金流的净现值。")
  static double netPresentValueByDate(double rate, Grid values, Grid dates) {
    if (rate <= -1) {
      throw FunctionError.num();
    }
    return worth(rate, pairs(values), pairs(dates));
  }

  private static Numbers pairs(Grid grid) {
    Numbers numbers = new Numbers();
    Numbers.cells(
        grid,
        cell -> {
          FunctionError.check(cell);
          if (!(cell instanceof Scalar.Num n)) {
            throw FunctionError.value();
          }
          numbers.add(n.value());
        });
    return numbers;
  }

  private static double worth(double rate, Numbers flows, Numbers dates) {
    if (flows.size() != dates.size() || flows.size() == 0) {
      throw FunctionError.num();
    }
    double sum = 0;
    for (int i = 0; i < flows.size(); i++) {
      double years = (Math.floor(dates.get(i)) - Math.floor(dates.get(0))) / 365;
      if (years < 0) {
        throw FunctionError.num();
      }
      sum += flows.get(i) / Math.pow(1 + rate, years);
    }
    return sum;
  }

  @SheetFunction(
      value = "XIRR",
      en = "The rate at which cash flows on given dates are worth nothing.",
      zh = "返回不定期现金流的内部收益率。")
  static double internalRateByDate(Grid values, Grid dates, @Default("0.1") double guess) {
    Numbers flows = pairs(values);
    Numbers days = pairs(dates);
    requireBothSigns(flows);
    return Roots.near(guess, rate -> worth(rate, flows, days), FunctionError::num);
  }

  @SheetFunction(
      value = "MIRR",
      en = "The rate of cash flows with rates for borrowing and reinvesting.",
      zh = "返回考虑再投资的修正内部收益率。")
  static double modifiedRate(Grid values, double financeRate, double reinvestRate) {
    Numbers flows = Numbers.of(values);
    if (CountFunctions.min(flows) >= 0 || CountFunctions.max(flows) <= 0) {
      throw FunctionError.divisionByZero();
    }
    int last = flows.size() - 1;
    double received = 0;
    double paid = 0;
    for (int i = 0; i <= last; i++) {
      double flow = flows.get(i);
      received += flow > 0 ? flow * Math.pow(1 + reinvestRate, last - i) : 0;
      paid += flow < 0 ? flow / Math.pow(1 + financeRate, i) : 0;
    }
    return Math.pow(received / -paid, 1.0 / last) - 1;
  }

  @SheetFunction(value = "EFFECT", en = "The effective rate of a nominal one.", zh = "返回实际年利率。")
  static double effectiveRate(double nominalRate, double npery) {
    double periods = Math.floor(npery);
    if (nominalRate <= 0 || periods < 1) {
      throw FunctionError.num();
    }
    return Math.pow(1 + nominalRate / periods, periods) - 1;
  }

  @SheetFunction(value = "NOMINAL", en = "The nominal rate of an effective one.", zh = "返回名义年利率。")
  static double nominalRate(double effectRate, double npery) {
    double periods = Math.floor(npery);
    if (effectRate <= 0 || periods < 1) {
      throw FunctionError.num();
    }
    return (Math.pow(effectRate + 1, 1 / periods) - 1) * periods;
  }

  @SheetFunction(
      value = "SLN",
      en = "The depreciation of an asset each period, evenly.",
      zh = "返回资产的直线折旧额。")
  static double straightLine(double cost, double salvage, double life) {
    if (life == 0) {
      throw FunctionError.divisionByZero();
    }
    return (cost - salvage) / life;
  }

  @SheetFunction(
      value = "SYD",
      en = "The depreciation of a period by the sum of years.",
      zh = "返回资产按年数总和法的折旧额。")
  static double sumOfYears(double cost, double salvage, double life, double per) {
    if (life <= 0 || per < 1 || per > life || salvage < 0) {
      throw FunctionError.num();
    }
    return (cost - salvage) * (life - per + 1) * 2 / (life * (life + 1));
  }

  @SheetFunction(
      value = "DDB",
      en = "The depreciation of a period by declining balance.",
      zh = "返回资产按双倍余额递减法的折旧额。")
  static double decliningBalance(
      double cost, double salvage, double life, double period, @Default("2") double factor) {
    if (cost < 0 || salvage < 0 || life <= 0 || period <= 0 || period > life || factor <= 0) {
      throw FunctionError.num();
    }
    double share = Math.min(factor / life, 1);
    double before = cost * Math.pow(1 - share, period - 1);
    double after = cost * Math.pow(1 - share, period);
    return Math.max(0, before - Math.max(after, salvage));
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
}
