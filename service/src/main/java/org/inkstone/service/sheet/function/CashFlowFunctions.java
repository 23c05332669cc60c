package org.inkstone.service.sheet.function;

import java.util.function.DoubleUnaryOperator;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;

/** Cash flows: what they are worth, and at which rate. */
@InCategory(Category.FINANCIAL)
final class CashFlowFunctions {
  private CashFlowFunctions() {}

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
      toolPak = true,
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
      toolPak = true,
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

  @SheetFunction(
      value = "FVSCHEDULE",
      toolPak = true,
      en = "The future value of an amount after changing interest rates.",
      zh = "返回本金按一系列利率复利计算后的未来值。")
  static double grown(double principal, Grid schedule) {
    double[] value = {principal};
    Numbers.cells(
        schedule,
        cell -> {
          FunctionError.check(cell);
          if (cell instanceof Scalar.Num n) {
            value[0] *= 1 + n.value();
          } else if (!(cell instanceof Scalar.Blank)) {
            throw FunctionError.value();
          }
        });
    return value[0];
  }
}
