package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Value;

/** Whole numbers: divisors, multiples, factorials, combinations. */
@InCategory(Category.MATH)
final class WholeNumberFunctions {
  private static final double LARGEST_WHOLE = 0x1p53;

  private WholeNumberFunctions() {}

  @SheetFunction(
      value = "GCD",
      toolPak = true,
      en = "The greatest common divisor.",
      zh = "返回最大公约数。")
  static double gcd(Calculation calculation, Value... numbers) {
    double gcd = 0;
    for (double n : wholes(numbers, calculation)) {
      gcd = gcd(gcd, n);
    }
    return gcd;
  }

  @SheetFunction(value = "LCM", toolPak = true, en = "The least common multiple.", zh = "返回最小公倍数。")
  static double lcm(Calculation calculation, Value... numbers) {
    double lcm = 1;
    for (double n : wholes(numbers, calculation)) {
      lcm = n == 0 || lcm == 0 ? 0 : lcm / gcd(lcm, n) * n;
      if (lcm >= LARGEST_WHOLE) {
        throw FunctionError.num();
      }
    }
    return lcm;
  }

  private static double[] wholes(Value[] numbers, Calculation calculation) {
    DateSystem dates = calculation.dateSystem();
    Numbers found = new Numbers();
    for (Value argument : numbers) {
      // unlike for SUM, a text in a range is no number, and an error
      Numbers.areas(
          argument,
          cell -> {
            if (!(cell instanceof Scalar.Blank)) {
              found.add(whole(cell, dates));
            }
          });
    }
    return found.toArray();
  }

  private static double whole(Scalar cell, DateSystem dates) {
    if (cell instanceof Scalar.Bool) {
      throw FunctionError.value();
    }
    double whole = Math.floor(Convert.number(cell, dates));
    if (whole < 0 || whole >= LARGEST_WHOLE) {
      throw FunctionError.num();
    }
    return whole;
  }

  private static double gcd(double a, double b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  @SheetFunction(value = "FACT", en = "The factorial of a number.", zh = "返回数字的阶乘。")
  static double factorial(double number) {
    return product(number, 1);
  }

  @SheetFunction(
      value = "FACTDOUBLE",
      toolPak = true,
      en = "The product of every second number down to 1 or 2.",
      zh = "返回数字的双阶乘。")
  static double doubleFactorial(double number) {
    double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
    return whole == -1 ? 1 : product(whole, 2);
  }

  private static double product(double number, int step) {
    if (number < 0) {
      throw FunctionError.num();
    }
    double product = 1;
    for (double n = Math.floor(number); n > 1 && product < Double.POSITIVE_INFINITY; n -= step) {
      product *= n;
    }
    return product;
  }

  @SheetFunction(
      value = "COMBIN",
      en = "In how many ways some of a number of things can be chosen.",
      zh = "返回给定数目对象的组合数。")
  static double combinations(double number, double numberChosen) {
    double n = Math.floor(number);
    double k = Math.floor(numberChosen);
    if (n < 0 || k < 0 || k > n) {
      throw FunctionError.num();
    }
    double result = 1;
    for (double i = 1; i <= Math.min(k, n - k) && result < Double.POSITIVE_INFINITY; i++) {
      result = result * (n - Math.min(k, n - k) + i) / i;
    }
    return Math.rint(result);
  }

  @SheetFunction(
      value = "COMBINA",
      since = Excel.V2013,
      en = "In how many ways things can be chosen with repetition.",
      zh = "返回允许重复的组合数。")
  static double combinationsWithRepetition(double number, double numberChosen) {
    if (Math.floor(number) == 0 && Math.floor(numberChosen) == 0) {
      return 1;
    }
    return combinations(Math.floor(number) + Math.floor(numberChosen) - 1, numberChosen);
  }
}
