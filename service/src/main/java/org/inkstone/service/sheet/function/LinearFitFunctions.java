package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.statistic.LeastSquares;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Linear and exponential fits with one or several variables. */
@InCategory(Category.STATISTICAL)
final class LinearFitFunctions {
  private LinearFitFunctions() {}

  @SheetFunction(
      value = "LINEST",
      array = true,
      en = "The coefficients of the linear fit, the last variable's first, and its statistics.",
      zh = "返回线性拟合的系数及统计值。")
  static Value linear(
      Calculation calculation,
      Grid knownYs,
      @Default(ifEmpty = true) @Nullable Grid knownXs,
      @Default(value = "TRUE", ifEmpty = true) boolean constant,
      @Default("FALSE") boolean stats) {
    Observations data = Observations.of(knownYs, knownXs, calculation);
    return table(data.fit(constant), data.variables(), constant, stats, false);
  }

  @SheetFunction(
      value = "LOGEST",
      array = true,
      en = "The factors of the exponential fit, the last variable's first, and its statistics.",
      zh = "返回指数拟合的系数及统计值。")
  static Value exponential(
      Calculation calculation,
      Grid knownYs,
      @Default(ifEmpty = true) @Nullable Grid knownXs,
      @Default(value = "TRUE", ifEmpty = true) boolean constant,
      @Default("FALSE") boolean stats) {
    Observations data = Observations.of(knownYs, knownXs, calculation).logarithms();
    return table(data.fit(constant), data.variables(), constant, stats, true);
  }

  @SheetFunction(value = "TREND", array = true, en = "Values of the linear fit.", zh = "返回线性拟合的值。")
  static Value trend(
      Calculation calculation,
      Grid knownYs,
      @Default(ifEmpty = true) @Nullable Grid knownXs,
      @Default(ifEmpty = true) @Nullable Grid newXs,
      @Default(value = "TRUE", ifEmpty = true) boolean constant) {
    Observations data = Observations.of(knownYs, knownXs, calculation);
    LeastSquares fit = data.fit(constant);
    return data.at(newXs, values -> Convert.scalar(fit.at(values)));
  }

  @SheetFunction(
      value = "GROWTH",
      array = true,
      en = "Values of the exponential fit.",
      zh = "返回指数拟合的值。")
  static Value growth(
      Calculation calculation,
      Grid knownYs,
      @Default(ifEmpty = true) @Nullable Grid knownXs,
      @Default(ifEmpty = true) @Nullable Grid newXs,
      @Default(value = "TRUE", ifEmpty = true) boolean constant) {
    Observations data = Observations.of(knownYs, knownXs, calculation).logarithms();
    LeastSquares fit = data.fit(constant);
    return data.at(newXs, values -> Convert.scalar(Math.exp(fit.at(values))));
  }

  /** One row of coefficients, or five with the statistics. */
  private static Value table(
      LeastSquares fit, int variables, boolean constant, boolean stats, boolean exponential) {
    return ArrayValue.compute(
        stats ? 5 : 1,
        variables + 1,
        (row, column) ->
            switch (row) {
              case 0 -> {
                double slope =
                    column < variables ? fit.slope(variables - 1 - column) : fit.intercept();
                yield Convert.scalar(exponential ? Math.exp(slope) : slope);
              }
              case 1 -> error(fit, variables - 1 - column, constant);
              default -> column < 2 ? statistic(fit, row, column) : Scalar.of(ErrorCode.NA);
            });
  }

  private static Scalar error(LeastSquares fit, int variable, boolean constant) {
    if (variable < 0 && !constant) {
      throw FunctionError.notAvailable();
    }
    return Convert.scalar(variable < 0 ? fit.interceptError() : fit.slopeError(variable));
  }

  private static Scalar statistic(LeastSquares fit, int row, int column) {
    double fitted = fit.fittedSquares();
    double rest = fit.residualSquares();
    boolean first = column == 0;
    return Convert.scalar(
        switch (row) {
          case 2 -> first ? fitted / (fitted + rest) : fit.standardError();
          case 3 -> first ? fisher(fit) : fit.freedom();
          default -> first ? fitted : rest;
        });
  }

  /** The quotient of the explained and the left variance; {@code #NUM!} if no value is free. */
  private static double fisher(LeastSquares fit) {
    if (fit.freedom() == 0) {
      throw FunctionError.num();
    }
    double left = fit.residualSquares() / fit.freedom();
    return fit.fittedSquares() / fit.independent() / left;
  }
}
