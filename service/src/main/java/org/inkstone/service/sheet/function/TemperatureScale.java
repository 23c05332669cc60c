package org.inkstone.service.sheet.function;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * A temperature scale; it converts in decimal arithmetic, so that 0 °C is 32 °F and not nearly.
 *
 * @param degrees how many of its degrees make a kelvin
 * @param zero how far absolute zero lies below its 0, in its degrees
 */
record TemperatureScale(BigDecimal degrees, BigDecimal zero) {
  private static final MathContext DIGITS = MathContext.DECIMAL128;

  /** The scale of a sign, in which case matters; null if there is none. */
  static @Nullable TemperatureScale find(String sign) {
    return switch (sign) {
      case "C", "cel" -> of("1", "273.15");
      case "F", "fah" -> of("1.8", "459.67");
      case "K", "kel" -> of("1", "0");
      case "Rank" -> of("1.8", "0");
      case "Reau" -> of("0.8", "218.52");
      default -> prefixed(sign);
    };
  }

  private static TemperatureScale of(String degrees, String zero) {
    return new TemperatureScale(new BigDecimal(degrees), new BigDecimal(zero));
  }

  /** Of all scales only that of kelvins takes prefixes. */
  private static @Nullable TemperatureScale prefixed(String sign) {
    for (String kelvin : new String[] {"K", "kel"}) {
      if (sign.endsWith(kelvin)) {
        Double factor = Units.prefix(sign.substring(0, sign.length() - kelvin.length()));
        if (factor != null) {
          BigDecimal degrees = BigDecimal.ONE.divide(BigDecimal.valueOf(factor), DIGITS);
          return new TemperatureScale(degrees, BigDecimal.ZERO);
        }
      }
    }
    return null;
  }

  /** A temperature of this scale on another. */
  double convert(double number, TemperatureScale other) {
    return BigDecimal.valueOf(number)
        .add(zero)
        .multiply(other.degrees)
        .divide(degrees, DIGITS)
        .subtract(other.zero)
        .doubleValue();
  }
}
