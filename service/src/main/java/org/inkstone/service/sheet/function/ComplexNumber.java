package org.inkstone.service.sheet.function;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.NumberText;

/**
 * A complex number as formulas write it: {@code 3+4i}.
 *
 * @param suffix i, j, or {@link #NO_SUFFIX} of a number that is written without one
 */
record ComplexNumber(double real, double imaginary, char suffix) {
  static final char NO_SUFFIX = '\0';

  private static final int LONGEST = 255;
  private static final String SIZE = "(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";
  private static final Pattern WRITTEN =
      Pattern.compile("([+-]?" + SIZE + "(?![0-9.eEij]))?(?:([+-]?)(" + SIZE + ")?([ij]))?");

  /** The number that a value stands for: {@code #NUM!} for other texts. */
  static ComplexNumber of(Scalar value) {
    return switch (value) {
      case Scalar.Num n -> new ComplexNumber(n.value(), 0, NO_SUFFIX);
      case Scalar.Blank b -> new ComplexNumber(0, 0, NO_SUFFIX);
      case Scalar.Bool b -> throw FunctionError.value();
      case Scalar.Err e -> throw FunctionError.of(e.code());
      case Scalar.Text t -> parse(t.value());
    };
  }

  private static ComplexNumber parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (text.isEmpty() || text.length() > LONGEST || !matcher.matches()) {
      throw FunctionError.num();
    }
    String real = matcher.group(1);
    String sign = matcher.group(2);
    String suffix = matcher.group(4);
    if (suffix == null) {
      return new ComplexNumber(Double.parseDouble(real), 0, NO_SUFFIX);
    } else if (real != null && sign.isEmpty()) {
      throw FunctionError.num();
    }
    double size = matcher.group(3) == null ? 1 : Double.parseDouble(matcher.group(3));
    return new ComplexNumber(
        real == null ? 0 : Double.parseDouble(real),
        sign.equals("-") ? -size : size,
        suffix.charAt(0));
  }

  /** The same number with the suffix of another if this one has none; i and j do not mix. */
  private char common(ComplexNumber other) {
    if (suffix == NO_SUFFIX) {
      return other.suffix;
    } else if (other.suffix != NO_SUFFIX && other.suffix != suffix) {
      throw FunctionError.value();
    }
    return suffix;
  }

  ComplexNumber with(double newReal, double newImaginary) {
    return new ComplexNumber(newReal, newImaginary, suffix);
  }

  ComplexNumber plus(ComplexNumber other) {
    return new ComplexNumber(real + other.real, imaginary + other.imaginary, common(other));
  }

  ComplexNumber minus(ComplexNumber other) {
    return new ComplexNumber(real - other.real, imaginary - other.imaginary, common(other));
  }

  ComplexNumber times(ComplexNumber other) {
    return new ComplexNumber(
        real * other.real - imaginary * other.imaginary,
        real * other.imaginary + imaginary * other.real,
        common(other));
  }

  /** {@code #NUM!} for division by zero. */
  ComplexNumber over(ComplexNumber other) {
    double square = other.real * other.real + other.imaginary * other.imaginary;
    if (square == 0) {
      throw FunctionError.num();
    }
    return new ComplexNumber(
        (real * other.real + imaginary * other.imaginary) / square,
        (imaginary * other.real - real * other.imaginary) / square,
        common(other));
  }

  /** 1 divided by this. */
  ComplexNumber inverse() {
    return new ComplexNumber(1, 0, suffix).over(this);
  }

  double size() {
    return Math.hypot(real, imaginary);
  }

  double angle() {
    return Math.atan2(imaginary, real);
  }

  boolean isZero() {
    return real == 0 && imaginary == 0;
  }

  /** As formulas write it; {@code #NUM!} if it is not finite. */
  String text() {
    if (!Double.isFinite(real) || !Double.isFinite(imaginary)) {
      throw FunctionError.num();
    } else if (imaginary == 0) {
      return NumberText.general(real + 0.0);
    }
    String size = Math.abs(imaginary) == 1 ? "" : NumberText.general(Math.abs(imaginary));
    String sign = imaginary < 0 ? "-" : real == 0 ? "" : "+";
    String tail = sign + size + (suffix == NO_SUFFIX ? 'i' : suffix);
    return real == 0 ? tail : NumberText.general(real) + tail;
  }
}
