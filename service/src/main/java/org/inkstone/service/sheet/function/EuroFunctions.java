package org.inkstone.service.sheet.function;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.NumberText;
import org.jspecify.annotations.Nullable;

/** The currencies that became the euro, at their fixed rates. */
@InCategory(Category.ADD_IN)
final class EuroFunctions {
  private static final int FEWEST_DIGITS = 3;
  private static final int MOST_DIGITS = 15;

  /** A currency: how much of it is a euro, and the decimals to which its amounts are rounded. */
  private record Currency(String rate, int decimals) {
    BigDecimal perEuro() {
      return new BigDecimal(rate);
    }
  }

  private EuroFunctions() {}

  @SheetFunction(
      value = "EUROCONVERT",
      notIn = Product.GOOGLE_SHEETS,
      en = "An amount of a euro member's old currency in another, at the fixed rates.",
      zh = "按固定汇率在欧元与成员国原货币之间换算。")
  static double convert(
      double number,
      String source,
      String target,
      @Default(value = "FALSE", ifEmpty = true) boolean fullPrecision,
      @Default(ifEmpty = true) @Nullable Integer triangulationPrecision) {
    Currency from = currency(source);
    Currency to = currency(target);
    if (triangulationPrecision != null && triangulationPrecision < FEWEST_DIGITS) {
      throw FunctionError.value();
    } else if (from.equals(to)) {
      return number;
    }
    BigDecimal amount = new BigDecimal(NumberText.general(number));
    BigDecimal euros = amount.divide(from.perEuro(), MathContext.DECIMAL64);
    if (triangulationPrecision != null && !isEuro(from) && !isEuro(to)) {
      int digits = Math.min(triangulationPrecision, MOST_DIGITS);
      euros = euros.round(new MathContext(digits, RoundingMode.HALF_UP));
    }
    BigDecimal converted = euros.multiply(to.perEuro());
    return fullPrecision
        ? converted.doubleValue()
        : converted.setScale(to.decimals(), RoundingMode.HALF_UP).doubleValue();
  }

  private static boolean isEuro(Currency currency) {
    return currency.rate().equals("1");
  }

  private static Currency currency(String code) {
    return switch (code.strip().toUpperCase(Locale.ROOT)) {
      case "EUR" -> new Currency("1", 2);
      case "BEF", "LUF" -> new Currency("40.3399", 0);
      case "DEM" -> new Currency("1.95583", 2);
      case "ESP" -> new Currency("166.386", 0);
      case "FRF" -> new Currency("6.55957", 2);
      case "IEP" -> new Currency("0.787564", 2);
      case "ITL" -> new Currency("1936.27", 0);
      case "NLG" -> new Currency("2.20371", 2);
      case "ATS" -> new Currency("13.7603", 2);
      case "PTE" -> new Currency("200.482", 0);
      case "FIM" -> new Currency("5.94573", 2);
      case "GRD" -> new Currency("340.75", 0);
      case "SIT" -> new Currency("239.64", 2);
      default -> throw FunctionError.value();
    };
  }
}
