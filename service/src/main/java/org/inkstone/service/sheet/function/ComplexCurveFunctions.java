package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.FunctionError;

/** Trigonometric and hyperbolic functions of complex numbers. */
@InCategory(Category.ENGINEERING)
final class ComplexCurveFunctions {
  private ComplexCurveFunctions() {}

  @SheetFunction(
      value = "IMSIN",
      toolPak = true,
      en = "The sine of a complex number.",
      zh = "返回复数的正弦值。")
  static String sin(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return sine(z).text();
  }

  @SheetFunction(
      value = "IMCOS",
      toolPak = true,
      en = "The cosine of a complex number.",
      zh = "返回复数的余弦值。")
  static String cos(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return cosine(z).text();
  }

  @SheetFunction(
      value = "IMTAN",
      since = Excel.V2013,
      toolPak = true,
      en = "The tangent of a complex number.",
      zh = "返回复数的正切值。")
  static String tan(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return tangent(z).text();
  }

  @SheetFunction(
      value = "IMCOT",
      since = Excel.V2013,
      toolPak = true,
      en = "The cotangent of a complex number.",
      zh = "返回复数的余切值。")
  static String cot(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return cotangent(z).text();
  }

  @SheetFunction(
      value = "IMSEC",
      since = Excel.V2013,
      toolPak = true,
      en = "The secant of a complex number.",
      zh = "返回复数的正割值。")
  static String sec(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return cosine(z).inverse().text();
  }

  @SheetFunction(
      value = "IMCSC",
      since = Excel.V2013,
      toolPak = true,
      en = "The cosecant of a complex number.",
      zh = "返回复数的余割值。")
  static String csc(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return sine(z).inverse().text();
  }

  @SheetFunction(
      value = "IMSINH",
      since = Excel.V2013,
      toolPak = true,
      en = "The hyperbolic sine of a complex number.",
      zh = "返回复数的双曲正弦值。")
  static String sinh(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return hyperbolicSine(z).text();
  }

  @SheetFunction(
      value = "IMCOSH",
      since = Excel.V2013,
      toolPak = true,
      en = "The hyperbolic cosine of a complex number.",
      zh = "返回复数的双曲余弦值。")
  static String cosh(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return hyperbolicCosine(z).text();
  }

  @SheetFunction(
      value = "IMSECH",
      since = Excel.V2013,
      toolPak = true,
      en = "The hyperbolic secant of a complex number.",
      zh = "返回复数的双曲正割值。")
  static String sech(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return hyperbolicCosine(z).inverse().text();
  }

  @SheetFunction(
      value = "IMCSCH",
      since = Excel.V2013,
      toolPak = true,
      en = "The hyperbolic cosecant of a complex number.",
      zh = "返回复数的双曲余割值。")
  static String csch(Scalar inumber) {
    ComplexNumber z = ComplexNumber.of(inumber);
    return hyperbolicSine(z).inverse().text();
  }

  private static ComplexNumber sine(ComplexNumber z) {
    return z.with(
        Math.sin(z.real()) * Math.cosh(z.imaginary()),
        Math.cos(z.real()) * Math.sinh(z.imaginary()));
  }

  private static ComplexNumber cosine(ComplexNumber z) {
    return z.with(
        Math.cos(z.real()) * Math.cosh(z.imaginary()),
        -Math.sin(z.real()) * Math.sinh(z.imaginary()));
  }

  /** By double angles, which lose fewer digits than a quotient (Abramowitz and Stegun 4.3.57). */
  private static ComplexNumber tangent(ComplexNumber z) {
    double divisor = Math.cos(2 * z.real()) + Math.cosh(2 * z.imaginary());
    if (!Double.isFinite(divisor)) {
      return z.with(0, Math.signum(z.imaginary()));
    }
    return z.with(Math.sin(2 * z.real()) / divisor, Math.sinh(2 * z.imaginary()) / divisor);
  }

  /** {@code #NUM!} at the poles. */
  private static ComplexNumber cotangent(ComplexNumber z) {
    double divisor = Math.cosh(2 * z.imaginary()) - Math.cos(2 * z.real());
    if (divisor == 0) {
      throw FunctionError.num();
    } else if (!Double.isFinite(divisor)) {
      return z.with(0, -Math.signum(z.imaginary()));
    }
    return z.with(Math.sin(2 * z.real()) / divisor, -Math.sinh(2 * z.imaginary()) / divisor);
  }

  private static ComplexNumber hyperbolicSine(ComplexNumber z) {
    return z.with(
        Math.sinh(z.real()) * Math.cos(z.imaginary()),
        Math.cosh(z.real()) * Math.sin(z.imaginary()));
  }

  private static ComplexNumber hyperbolicCosine(ComplexNumber z) {
    return z.with(
        Math.cosh(z.real()) * Math.cos(z.imaginary()),
        Math.sinh(z.real()) * Math.sin(z.imaginary()));
  }
}
