package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;

/** Sums, products, powers, logarithms, chance. */
@InCategory(Category.MATH)
final class ArithmeticFunctions {
  private static final double LARGEST_QUOTIENT = 1_125_900_000_000.0;

  private ArithmeticFunctions() {}

  @SheetFunction(value = "SUM", sparse = true, en = "Adds numbers.", zh = "求数字之和。")
  static double sum(Calculation calculation, Value... numbers) {
    return Numbers.tally(numbers, calculation.dateSystem()).sum();
  }

  @SheetFunction(
      value = "SUMSQ",
      sparse = true,
      en = "Adds the squares of numbers.",
      zh = "求数字的平方和。")
  static double sumOfSquares(Calculation calculation, Value... numbers) {
    double[] sum = {0};
    Numbers.each(numbers, calculation.dateSystem(), n -> sum[0] += n * n);
    return sum[0];
  }

  @SheetFunction(value = "PRODUCT", sparse = true, en = "Multiplies numbers.", zh = "求数字之积。")
  static double product(Calculation calculation, Value... numbers) {
    Numbers all = Numbers.of(numbers, calculation.dateSystem());
    double product = all.size() == 0 ? 0 : 1;
    for (int i = 0; i < all.size(); i++) {
      product *= all.get(i);
    }
    return product;
  }

  @SheetFunction(
      value = "SUMPRODUCT",
      en = "Multiplies arrays place by place and adds the products.",
      zh = "将各数组对应位置的数相乘后求和。")
  static double sumProduct(Value... arrays) {
    Grid[] grids = new Grid[arrays.length];
    int rows = 0;
    int columns = 0;
    for (int i = 0; i < arrays.length; i++) {
      grids[i] = arrays[i].grid();
      if (grids[i].rows() != grids[0].rows() || grids[i].columns() != grids[0].columns()) {
        throw FunctionError.value();
      }
      rows = Math.max(rows, grids[i].filledRows());
      columns = Math.max(columns, grids[i].filledColumns());
      requireNumber(grids[i]);
    }
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sum += product(grids, row, column);
      }
    }
    double outside = 1;
    for (Grid grid : grids) {
      outside *= number(grid.fill());
    }
    return sum + (outside == 0 ? 0 : outside * (grids[0].size() - (double) rows * columns));
  }

  /** A text counts as 0 in a range; a single one, even that of a range of one cell, does not. */
  private static void requireNumber(Grid grid) {
    if (grid.isSingle() && !(grid instanceof ArrayValue) && grid.at(0, 0) instanceof Scalar.Text) {
      throw FunctionError.value();
    }
  }

  private static double product(Grid[] grids, int row, int column) {
    double product = 1;
    for (Grid grid : grids) {
      product *= number(grid.at(row, column));
    }
    return product;
  }

  private static double number(Scalar scalar) {
    FunctionError.check(scalar);
    return scalar instanceof Scalar.Num n ? n.value() : 0;
  }

  @SheetFunction(value = "ABS", en = "The size of a number without its sign.", zh = "返回数字的绝对值。")
  static double abs(double number) {
    return Math.abs(number);
  }

  @SheetFunction(value = "SIGN", en = "The sign of a number: 1, 0 or -1.", zh = "返回数字的符号。")
  static double sign(double number) {
    return Math.signum(number);
  }

  @SheetFunction(
      value = "MOD",
      en = "The remainder of a division, with the divisor's sign.",
      zh = "返回两数相除的余数，符号与除数相同。")
  static double mod(double number, double divisor) {
    if (divisor == 0) {
      throw FunctionError.divisionByZero();
    } else if (Math.abs(number / divisor) > LARGEST_QUOTIENT) {
      throw FunctionError.num();
    }
    // as documented, so that MOD(1,0.1) is 0 although 0.1 is a little more than a tenth
    return number - divisor * Math.floor(number / divisor);
  }

  @SheetFunction(
      value = "QUOTIENT",
      toolPak = true,
      en = "The integer part of a division.",
      zh = "返回除法的整数部分。")
  static double quotient(double numerator, double denominator) {
    if (denominator == 0) {
      throw FunctionError.divisionByZero();
    }
    double quotient = numerator / denominator;
    return quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
  }

  @SheetFunction(value = "POWER", en = "A number raised to a power.", zh = "返回数字的乘幂。")
  static double power(double number, double power) {
    if (number == 0 && power == 0) {
      throw FunctionError.num();
    } else if (number == 0 && power < 0) {
      throw FunctionError.divisionByZero();
    }
    return Math.pow(number, power);
  }

  @SheetFunction(value = "SQRT", en = "The square root of a number.", zh = "返回数字的平方根。")
  static double sqrt(double number) {
    return Math.sqrt(number);
  }

  @SheetFunction(
      value = "SQRTPI",
      toolPak = true,
      en = "The square root of a number times pi.",
      zh = "返回数字与 π 之积的平方根。")
  static double sqrtPi(double number) {
    return Math.sqrt(number * Math.PI);
  }

  @SheetFunction(value = "EXP", en = "e raised to a power.", zh = "返回 e 的乘幂。")
  static double exp(double number) {
    return Math.exp(number);
  }

  @SheetFunction(value = "LN", en = "The natural logarithm.", zh = "返回自然对数。")
  static double ln(double number) {
    return log(number, Math.E);
  }

  @SheetFunction(value = "LOG10", en = "The logarithm to base 10.", zh = "返回以 10 为底的对数。")
  static double log10(double number) {
    return log(number, 10);
  }

  @SheetFunction(
      value = "LOG",
      en = "The logarithm to a base, 10 if none is given.",
      zh = "返回指定底数的对数，默认底数为 10。")
  static double log(double number, @Default("10") double base) {
    if (number <= 0 || base <= 0) {
      throw FunctionError.num();
    } else if (base == 1) {
      throw FunctionError.divisionByZero();
    } else if (base == Math.E) {
      return Math.log(number);
    }
    return base == 10 ? Math.log10(number) : Math.log(number) / Math.log(base);
  }

  @SheetFunction(value = "PI", en = "The number pi.", zh = "返回圆周率 π。")
  static double pi() {
    return Math.PI;
  }

  @SheetFunction(
      value = "RAND",
      unstable = true,
      en = "A random number from 0 to below 1.",
      zh = "返回大于等于 0 且小于 1 的随机数。")
  static double random(Calculation calculation) {
    return calculation.random().nextDouble();
  }

  @SheetFunction(
      value = "RANDBETWEEN",
      toolPak = true,
      unstable = true,
      en = "A random integer between two numbers.",
      zh = "返回两个数之间的随机整数。")
  static double randomBetween(Calculation calculation, double bottom, double top) {
    double low = Math.ceil(bottom);
    double high = Math.floor(top);
    if (low > high) {
      throw FunctionError.num();
    }
    return low + Math.floor(calculation.random().nextDouble() * (high - low + 1));
  }
}
