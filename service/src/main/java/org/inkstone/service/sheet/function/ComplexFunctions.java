package org.inkstone.service.sheet.function;

import java.util.function.Consumer;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Value;

/** Complex numbers: their parts, arithmetic, powers and logarithms. */
@InCategory(Category.ENGINEERING)
final class ComplexFunctions {
  private ComplexFunctions() {}

  @SheetFunction(
      value = "COMPLEX",
      toolPak = true,
      en = "A complex number from its two parts.",
      zh = "由实部和虚部组成复数。")
  static String complex(
      double realNum, double iNum, @Default(value = "i", ifEmpty = true) String suffix) {
    if (!suffix.isEmpty() && !suffix.equals("i") && !suffix.equals("j")) {
      throw FunctionError.value();
    }
    char written = suffix.isEmpty() ? 'i' : suffix.charAt(0);
    return new ComplexNumber(realNum, iNum, written).text();
  }

  @SheetFunction(
      value = "IMREAL",
      toolPak = true,
      en = "The real part of a complex number.",
      zh = "返回复数的实部。")
  static double real(Scalar inumber) {
    return ComplexNumber.of(inumber).real();
  }

  @SheetFunction(
      value = "IMAGINARY",
      toolPak = true,
      en = "The imaginary part of a complex number.",
      zh = "返回复数的虚部。")
  static double imaginary(Scalar inumber) {
    return ComplexNumber.of(inumber).imaginary();
  }

  @SheetFunction(
      value = "IMABS",
      toolPak = true,
      en = "The absolute value of a complex number.",
      zh = "返回复数的绝对值（模）。")
  static double size(Scalar inumber) {
    return ComplexNumber.of(inumber).size();
  }

  @SheetFunction(
      value = "IMARGUMENT",
      toolPak = true,
      en = "The angle of a complex number in radians.",
      zh = "返回复数的辐角（弧度）。")
  static double argument(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    if (z.isZero()) {
      throw FunctionError.divisionByZero();
    }
    return z.angle();
  }

  @SheetFunction(
      value = "IMCONJUGATE",
      toolPak = true,
      en = "The conjugate of a complex number.",
      zh = "返回复数的共轭复数。")
  static String conjugate(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return z.with(z.real(), -z.imaginary()).text();
  }

  @SheetFunction(
      value = "IMSUB",
      toolPak = true,
      en = "The difference of two complex numbers.",
      zh = "返回两个复数之差。")
  static String minus(Scalar inumber1, Scalar inumber2) {
    return ComplexNumber.of(inumber1).minus(ComplexNumber.of(inumber2)).text();
  }

  @SheetFunction(
      value = "IMDIV",
      toolPak = true,
      en = "The quotient of two complex numbers.",
      zh = "返回两个复数之商。")
  static String over(Scalar inumber1, Scalar inumber2) {
    return ComplexNumber.of(inumber1).over(ComplexNumber.of(inumber2)).text();
  }

  @SheetFunction(
      value = "IMSUM",
      toolPak = true,
      en = "The sum of complex numbers.",
      zh = "返回多个复数之和。")
  static String sum(Value... inumbers) {
    ComplexNumber[] sum = {new ComplexNumber(0, 0, ComplexNumber.NO_SUFFIX)};
    each(inumbers, z -> sum[0] = sum[0].plus(z));
    return sum[0].text();
  }

  @SheetFunction(
      value = "IMPRODUCT",
      toolPak = true,
      en = "The product of complex numbers.",
      zh = "返回多个复数之积。")
  static String product(Value... inumbers) {
    ComplexNumber[] product = {new ComplexNumber(1, 0, ComplexNumber.NO_SUFFIX)};
    each(inumbers, z -> product[0] = product[0].times(z));
    return product[0].text();
  }

  /** All numbers of values and ranges; blank cells are none. */
  private static void each(Value[] inumbers, Consumer<ComplexNumber> consumer) {
    for (Value inumber : inumbers) {
      Numbers.areas(
          inumber,
          cell -> {
            if (!(cell instanceof Scalar.Blank)) {
              consumer.accept(ComplexNumber.of(cell));
            }
          });
    }
  }

  @SheetFunction(
      value = "IMSQRT",
      toolPak = true,
      en = "The square root of a complex number.",
      zh = "返回复数的平方根。")
  static String sqrt(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return polar(z, Math.sqrt(z.size()), z.angle() / 2).text();
  }

  @SheetFunction(
      value = "IMPOWER",
      toolPak = true,
      en = "A complex number raised to a power.",
      zh = "返回复数的乘幂。")
  static String power(Scalar inumber, double number) {
    ComplexNumber z = ComplexNumber.of(inumber);
    if (z.isZero()) {
      if (number <= 0) {
        throw FunctionError.num();
      }
      return z.text();
    }
    return polar(z, Math.pow(z.size(), number), z.angle() * number).text();
  }

  @SheetFunction(
      value = "IMEXP",
      toolPak = true,
      en = "e raised to a complex power.",
      zh = "返回复数的指数值。")
  static String exp(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return polar(z, Math.exp(z.real()), z.imaginary()).text();
  }

  @SheetFunction(
      value = "IMLN",
      toolPak = true,
      en = "The natural logarithm of a complex number.",
      zh = "返回复数的自然对数。")
  static String ln(Scalar inumber) {
    return log(ComplexNumber.of(inumber), 1);
  }

  @SheetFunction(
      value = "IMLOG10",
      toolPak = true,
      en = "The logarithm of a complex number to base 10.",
      zh = "返回复数以 10 为底的对数。")
  static String log10(Scalar inumber) {
    return log(ComplexNumber.of(inumber), Math.log(10));
  }

  @SheetFunction(
      value = "IMLOG2",
      toolPak = true,
      en = "The logarithm of a complex number to base 2.",
      zh = "返回复数以 2 为底的对数。")
  static String log2(Scalar inumber) {
    return log(ComplexNumber.of(inumber), Math.log(2));
  }

  private static String log(ComplexNumber z, double base) {
    if (z.isZero()) {
      throw FunctionError.num();
    }
    return z.with(Math.log(z.size()) / base, z.angle() / base).text();
  }

  private static ComplexNumber polar(ComplexNumber z, double size, double angle) {
    return z.with(size * Math.cos(angle), size * Math.sin(angle));
  }
}
