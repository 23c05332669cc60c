package org.inkstone.service.sheet.function;

import java.util.function.DoubleBinaryOperator;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.LimitException;
import org.inkstone.service.sheet.value.Value;

/** Sums over pairs of numbers and over powers. */
@InCategory(Category.MATH)
final class SeriesFunctions {
  private SeriesFunctions() {}

  @SheetFunction(
      value = "SUMX2MY2",
      en = "The sum of the differences of squares of pairs.",
      zh = "返回两数组对应值的平方差之和。")
  static double sumOfDifferencesOfSquares(Grid arrayX, Grid arrayY) {
    return pairs(arrayX, arrayY, (x, y) -> x * x - y * y);
  }

  @SheetFunction(
      value = "SUMX2PY2",
      en = "The sum of the squares of pairs.",
      zh = "返回两数组对应值的平方和之和。")
  static double sumOfSumsOfSquares(Grid arrayX, Grid arrayY) {
    return pairs(arrayX, arrayY, (x, y) -> x * x + y * y);
  }

  @SheetFunction(
      value = "SUMXMY2",
      en = "The sum of the squared differences of pairs.",
      zh = "返回两数组对应值之差的平方和。")
  static double sumOfSquaresOfDifferences(Grid arrayX, Grid arrayY) {
    return pairs(arrayX, arrayY, (x, y) -> (x - y) * (x - y));
  }

  /** Over the pairs of two numbers; pairs with anything else are left out. */
  private static double pairs(Grid x, Grid y, DoubleBinaryOperator term) {
    if (x.size() != y.size()) {
      throw FunctionError.notAvailable();
    }
    double sum = 0;
    int count = 0;
    boolean alike = x.rows() == y.rows();
    int rows = alike ? Math.min(visited(x), visited(y)) : x.rows();
    if ((long) rows * x.columns() > ArrayValue.MOST_CELLS) {
      throw new LimitException(
          "pairs of arrays of " + x.size() + " cells, expected at most " + ArrayValue.MOST_CELLS);
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < x.columns(); column++) {
        Scalar left = x.at(row, column);
        Scalar right = alike ? y.at(row, column) : y.at(row * x.columns() + column);
        FunctionError.check(left);
        FunctionError.check(right);
        if (left instanceof Scalar.Num a && right instanceof Scalar.Num b) {
          sum += term.applyAsDouble(a.value(), b.value());
          count++;
        }
      }
    }
    if (count == 0) {
      throw FunctionError.divisionByZero();
    }
    return sum;
  }

  /** The rows that may hold numbers or errors. */
  private static int visited(Grid grid) {
    return grid.fill() instanceof Scalar.Blank ? grid.filledRows() : grid.rows();
  }

  @SheetFunction(
      value = "SERIESSUM",
      toolPak = true,
      en = "The sum of a power series.",
      zh = "返回幂级数之和。")
  static double seriesSum(double x, double n, double m, Grid coefficients) {
    double[] sum = {0};
    int[] index = {0};
    Numbers.cells(
        coefficients,
        cell -> {
          FunctionError.check(cell);
          if (cell instanceof Scalar.Num coefficient) {
            sum[0] += coefficient.value() * Math.pow(x, n + index[0] * m);
          } else if (!(cell instanceof Scalar.Blank)) {
            throw FunctionError.value();
          }
          index[0]++;
        });
    return sum[0];
  }

  @SheetFunction(
      value = "MULTINOMIAL",
      toolPak = true,
      en = "In how many ways things can be put into groups of given sizes.",
      zh = "返回一组数字的多项式系数。")
  static double multinomial(Calculation calculation, Value... numbers) {
    double total = 0;
    double ways = 1;
    for (double number : Numbers.of(numbers, calculation.dateSystem()).toArray()) {
      double size = Math.floor(number);
      if (size < 0) {
        throw FunctionError.num();
      }
      total += size;
      calculation.charge((long) Math.min(size, total - size));
      ways *= WholeNumberFunctions.combinations(total, size);
    }
    return ways;
  }
}
