package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;

/** Bessel functions of whole orders. */
@InCategory(Category.ENGINEERING)
final class BesselFunctions {
  /** Beyond it Excel gives up too. */
  private static final double LARGEST = 0x1p27;

  private BesselFunctions() {}

  @SheetFunction(
      value = "BESSELJ",
      toolPak = true,
      notIn = Product.GOOGLE_SHEETS,
      en = "The Bessel function of the first kind.",
      zh = "返回第一类贝塞尔函数。")
  static double first(Calculation calculation, double x, double n) {
    int order = order(x, n, calculation);
    double value = Bessel.first(order, Math.abs(x));
    return x < 0 && order % 2 == 1 ? -value : value;
  }

  @SheetFunction(
      value = "BESSELY",
      toolPak = true,
      notIn = Product.GOOGLE_SHEETS,
      en = "The Bessel function of the second kind.",
      zh = "返回第二类贝塞尔函数。")
  static double second(Calculation calculation, double x, double n) {
    int order = order(x, n, calculation);
    return Bessel.second(order, positive(x));
  }

  @SheetFunction(
      value = "BESSELI",
      toolPak = true,
      notIn = Product.GOOGLE_SHEETS,
      en = "The modified Bessel function of the first kind.",
      zh = "返回第一类修正贝塞尔函数。")
  static double modifiedFirst(Calculation calculation, double x, double n) {
    int order = order(x, n, calculation);
    double value = ModifiedBessel.first(order, Math.abs(x));
    return x < 0 && order % 2 == 1 ? -value : value;
  }

  @SheetFunction(
      value = "BESSELK",
      toolPak = true,
      notIn = Product.GOOGLE_SHEETS,
      en = "The modified Bessel function of the second kind.",
      zh = "返回第二类修正贝塞尔函数。")
  static double modifiedSecond(Calculation calculation, double x, double n) {
    int order = order(x, n, calculation);
    return ModifiedBessel.second(order, positive(x));
  }

  private static int order(double x, double n, Calculation calculation) {
    if (n <= -1 || n > LARGEST || Math.abs(x) > LARGEST) {
      throw FunctionError.num();
    }
    calculation.charge((long) (n + Math.abs(x)));
    return (int) n;
  }

  private static double positive(double x) {
    if (x <= 0) {
      throw FunctionError.num();
    }
    return x;
  }
}
