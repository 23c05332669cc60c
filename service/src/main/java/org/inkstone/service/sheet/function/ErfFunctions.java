package org.inkstone.service.sheet.function;

import org.jspecify.annotations.Nullable;

/** The error function and its complement. */
@InCategory(Category.ENGINEERING)
final class ErfFunctions {
  private ErfFunctions() {}

  @SheetFunction(
      value = "ERF",
      toolPak = true,
      en = "The error function, from zero or between two limits.",
      zh = "返回误差函数在零与给定值之间（或两个限值之间）的积分。")
  static double erf(double lowerLimit, @Default(ifEmpty = true) @Nullable Double upperLimit) {
    if (upperLimit == null) {
      return ErrorFunction.erf(lowerLimit);
    }
    return ErrorFunction.between(lowerLimit, upperLimit);
  }

  @SheetFunction(
      value = "ERF.PRECISE",
      since = Excel.V2010,
      en = "The error function from zero.",
      zh = "返回误差函数在零与给定值之间的积分。")
  static double erfPrecise(double x) {
    return ErrorFunction.erf(x);
  }

  @SheetFunction(
      value = "ERFC",
      toolPak = true,
      en = "The complement of the error function.",
      zh = "返回互补误差函数。")
  static double erfc(double x) {
    return ErrorFunction.erfc(x);
  }

  @SheetFunction(
      value = "ERFC.PRECISE",
      since = Excel.V2010,
      en = "The complement of the error function.",
      zh = "返回互补误差函数。")
  static double erfcPrecise(double x) {
    return ErrorFunction.erfc(x);
  }
}
