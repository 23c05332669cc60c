package org.inkstone.service.sheet.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.value.FormatToken.Kind;

/** Writes numbers through digit placeholders: decimals, groups, percent, powers, fractions. */
final class NumberFormat {
  private static final int LONGEST_GENERAL = 11;

  private final List<FormatToken> tokens;

  NumberFormat(List<FormatToken> tokens) {
    this.tokens = tokens.stream().filter(t -> !t.is(Kind.BRACKET)).toList();
  }

  /** A number as General shows it: at most 11 characters. */
  static String general(double value) {
    String plain = NumberText.general(Math.abs(value));
    String sign = value < 0 ? "-" : "";
    if (plain.length() <= LONGEST_GENERAL && plain.indexOf('E') < 0) {
      return sign + plain;
    }
    double size = Math.abs(value);
    if (size >= 1e-4 && size < 1e11) {
      int whole = Math.max(1, (int) Math.floor(Math.log10(size)) + 1);
      BigDecimal rounded =
          new BigDecimal(size).setScale(LONGEST_GENERAL - 1 - whole, RoundingMode.HALF_UP);
      return sign + rounded.stripTrailingZeros().toPlainString();
    }
    BigDecimal rounded = new BigDecimal(size).round(new MathContext(6, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    return sign + mantissa + "E" + (exponent < 0 ? "-" : "+") + power;
  }

  String format(double value) {
    boolean minus = value < 0;
    double size = Math.abs(value);
    String text =
        has(Kind.EXPONENT)
            ? scientific(size)
            : FractionFormat.isIn(tokens) ? new FractionFormat(tokens).format(size) : decimal(size);
    return (minus ? "-" : "") + text;
  }

  private boolean has(Kind kind) {
    return tokens.stream().anyMatch(t -> t.is(kind));
  }

  private int last(Kind kind) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).is(kind)) {
        return i;
      }
    }
    return -1;
  }

  private int first(Kind kind) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(kind)) {
        return i;
      }
    }
    return tokens.size();
  }

  private String decimal(double size) {
    int lastDigit = last(Kind.DIGIT);
    int firstDigit = first(Kind.DIGIT);
    int point = first(Kind.POINT);
    BigDecimal scaled = new BigDecimal(NumberText.digits15(size)).round(new MathContext(15));
    for (FormatToken token : tokens) {
      scaled = token.is(Kind.PERCENT) ? scaled.movePointRight(2) : scaled;
    }
    boolean grouped = false;
    List<FormatToken> kept = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      FormatToken token = tokens.get(i);
      if (token.is(Kind.COMMA) && i < firstDigit) {
        kept.add(new FormatToken(Kind.LITERAL, ",")); // nothing stands before it to be grouped
      } else if (token.is(Kind.COMMA)) {
        boolean scales = i > lastDigit || i > 0 && i == point - 1 || isBeforePoint(i, point);
        scaled = scales ? scaled.movePointLeft(3) : scaled;
        grouped |= !scales;
      } else {
        kept.add(token);
      }
    }
    return digits(kept, scaled, grouped);
  }

  private boolean isBeforePoint(int at, int point) {
    for (int i = at; i < point && point < tokens.size(); i++) {
      if (!tokens.get(i).is(Kind.COMMA)) {
        return false;
      }
    }
    return at < point && point < tokens.size();
  }

  /** Fills the placeholders of a pattern without commas. */
  static String digits(List<FormatToken> tokens, BigDecimal number, boolean grouped) {
    int point = 0;
    while (point < tokens.size() && !tokens.get(point).is(Kind.POINT)) {
      point++;
    }
    int decimals = (int) tokens.stream().skip(point).filter(t -> t.is(Kind.DIGIT)).count();
    BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
    String plain = rounded.toPlainString();
    int dot = plain.indexOf('.');
    String whole = dot < 0 ? plain : plain.substring(0, dot);
    String fraction = dot < 0 ? "" : plain.substring(dot + 1);
    return whole(tokens.subList(0, point), whole.equals("0") ? "" : whole, grouped)
        + fraction(tokens.subList(point, tokens.size()), fraction);
  }

  private static String whole(List<FormatToken> tokens, String digits, boolean grouped) {
    StringBuilder reversed = new StringBuilder();
    int first = 0;
    while (first < tokens.size() && !tokens.get(first).is(Kind.DIGIT)) {
      first++;
    }
    int zero = 0; // the first placeholder that shows a zero; all behind it do
    while (zero < tokens.size() && !isZero(tokens.get(zero))) {
      zero++;
    }
    int used = 0;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      FormatToken token = tokens.get(i);
      if (!token.is(Kind.DIGIT)) {
        reversed.append(new StringBuilder(token.text()).reverse());
        continue;
      }
      int most = i == first ? Math.max(1, digits.length() - used) : 1;
      for (int n = 0; n < most; n++) {
        char c =
            used < digits.length()
                ? digits.charAt(digits.length() - 1 - used)
                : i >= zero ? '0' : pad(token);
        if (c != 0) {
          boolean group = grouped && used > 0 && used % 3 == 0;
          reversed.append(group ? c == ' ' ? " " : "," : "").append(c);
        }
        used++;
      }
    }
    return reversed.reverse().toString();
  }

  private static boolean isZero(FormatToken token) {
    return token.is(Kind.DIGIT) && token.text().equals("0");
  }

  /** What a placeholder without a digit shows; 0 is nothing. */
  private static char pad(FormatToken token) {
    return switch (token.text().charAt(0)) {
      case '0' -> '0';
      case '?' -> ' ';
      default -> 0;
    };
  }

  private static String fraction(List<FormatToken> tokens, String digits) {
    int significant = digits.length();
    while (significant > 0 && digits.charAt(significant - 1) == '0') {
      significant--;
    }
    StringBuilder out = new StringBuilder();
    int used = 0;
    for (FormatToken token : tokens) {
      if (!token.is(Kind.DIGIT)) {
        out.append(token.text());
        continue;
      }
      char c = used < significant ? digits.charAt(used) : pad(token);
      used++;
      if (c != 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private String scientific(double size) {
    int at = first(Kind.EXPONENT);
    boolean grouped = tokens.subList(0, at).stream().anyMatch(t -> t.is(Kind.COMMA));
    List<FormatToken> mantissa = withoutCommas(tokens.subList(0, at));
    List<FormatToken> power = withoutCommas(tokens.subList(at + 1, tokens.size()));
    int point = 0;
    while (point < mantissa.size() && !mantissa.get(point).is(Kind.POINT)) {
      point++;
    }
    int step =
        (int)
            Math.max(1, mantissa.subList(0, point).stream().filter(t -> t.is(Kind.DIGIT)).count());
    int decimals = (int) mantissa.stream().skip(point).filter(t -> t.is(Kind.DIGIT)).count();
    BigDecimal number = new BigDecimal(size);
    int exponent = size == 0 ? 0 : number.precision() - number.scale() - 1;
    exponent = Math.floorDiv(exponent, step) * step;
    BigDecimal scaled = number.movePointLeft(exponent).setScale(decimals, RoundingMode.HALF_UP);
    if (scaled.compareTo(BigDecimal.TEN.pow(step)) >= 0) {
      exponent += step;
      scaled = number.movePointLeft(exponent);
    }
    String written = tokens.get(at).text();
    String sign = exponent < 0 ? "-" : written.endsWith("+") ? "+" : "";
    List<FormatToken> shown = size == 0 ? zeros(mantissa, point) : mantissa;
    return digits(shown, scaled, grouped) + written.charAt(0) + power(power, sign, exponent);
  }

  private static List<FormatToken> withoutCommas(List<FormatToken> tokens) {
    return tokens.stream().filter(t -> !t.is(Kind.COMMA)).toList();
  }

  /** A zero before a power shows at every place before the point. */
  private static List<FormatToken> zeros(List<FormatToken> mantissa, int point) {
    List<FormatToken> shown = new ArrayList<>(mantissa);
    for (int i = 0; i < point; i++) {
      if (shown.get(i).is(Kind.DIGIT)) {
        shown.set(i, new FormatToken(Kind.DIGIT, "0"));
      }
    }
    return shown;
  }

  /** The exponent; its sign stands before the first placeholder. */
  private static String power(List<FormatToken> tokens, String sign, int exponent) {
    List<FormatToken> signed = new ArrayList<>();
    int last = -1;
    for (FormatToken token : tokens) {
      if (token.is(Kind.DIGIT)) {
        if (last < 0) {
          signed.add(new FormatToken(Kind.LITERAL, sign));
        }
        last = signed.size();
      }
      signed.add(token);
    }
    if (exponent == 0 && last >= 0) {
      signed.set(last, new FormatToken(Kind.DIGIT, "0"));
    }
    return digits(signed, new BigDecimal(Math.abs(exponent)), false);
  }
}
