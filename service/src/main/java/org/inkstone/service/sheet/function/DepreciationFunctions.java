package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;

/** How much of an asset's cost falls on a period. */
@InCategory(Category.FINANCIAL)
final class DepreciationFunctions {
  private DepreciationFunctions() {}

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
      Calculation calculation,
      double cost,
      double salvage,
      double life,
      double period,
      @Default("2") double factor) {
    if (cost < 0 || salvage < 0 || life <= 0 || period <= 0 || period > life || factor <= 0) {
      throw FunctionError.num();
    }
    calculation.charge((long) period);
    if (period < 1) {
      return Math.min(cost * Math.min(factor / life, 1), Math.max(0, cost - salvage));
    }
    Asset asset = new Asset(cost, salvage, life, factor, false);
    return asset.total(period) - asset.total(period - 1);
  }

  @SheetFunction(
      value = "DB",
      en = "The depreciation of a period by fixed declining balance.",
      zh = "返回资产按固定余额递减法的折旧额。")
  static double fixedDeclining(
      Calculation calculation,
      double cost,
      double salvage,
      double life,
      double period,
      @Default("12") int month) {
    double lastPeriod = Math.floor(life) + (month < 12 ? 1 : 0);
    boolean inOrder = period >= 1 && Math.floor(period) <= lastPeriod && month >= 1 && month <= 12;
    if (cost < 0 || salvage < 0 || life <= 0 || !inOrder) {
      throw FunctionError.num();
    } else if (cost == 0) {
      return 0;
    }
    calculation.charge((long) period);
    double rate = Math.floor((1 - Math.pow(salvage / cost, 1 / life)) * 1000 + 0.5) / 1000;
    double amount = cost * rate * month / 12;
    double total = 0;
    for (double at = 2; at <= Math.floor(period); at++) {
      total += amount;
      amount = (cost - total) * rate;
    }
    boolean rest = Math.floor(period) > Math.floor(life);
    return rest ? amount * (12 - month) / 12 : amount;
  }

  @SheetFunction(
      value = "VDB",
      en = "The depreciation between two times by declining balance, evenly where that is more.",
      zh = "返回资产在任意期间内按可变余额递减法的折旧额。")
  static double variableDeclining(
      Calculation calculation,
      double cost,
      double salvage,
      double life,
      double startPeriod,
      double endPeriod,
      @Default(value = "2", ifEmpty = true) double factor,
      @Default("FALSE") boolean noSwitch) {
    boolean inOrder = 0 <= startPeriod && startPeriod <= endPeriod && endPeriod <= life;
    if (cost < 0 || salvage < 0 || life <= 0 || factor < 0 || !inOrder) {
      throw FunctionError.num();
    }
    calculation.charge((long) endPeriod);
    Asset asset = new Asset(cost, salvage, life, factor, !noSwitch);
    return asset.total(endPeriod) - asset.total(startPeriod);
  }

  /**
   * An asset that loses a share of its value each period.
   *
   * @param switches whether the rest is spread evenly once that is more
   */
  private record Asset(double cost, double salvage, double life, double factor, boolean switches) {

    /** What it has lost at a time; within a period it loses evenly. */
    double total(double time) {
      double total = 0;
      for (double at = 0; at < time; at++) {
        double left = Math.max(0, cost - total - salvage);
        double declining = Math.min((cost - total) * Math.min(factor / life, 1), left);
        double even = left / (life - at);
        total += Math.min(time - at, 1) * (switches && even > declining ? even : declining);
      }
      return total;
    }
  }
}
