package org.inkstone.service.sheet.value;

import java.math.BigDecimal;
import java.util.List;
import org.inkstone.service.sheet.value.FormatToken.Kind;

/** Writes numbers as fractions such as {@code 5 1/4}. */
final class FractionFormat {
  private final List<FormatToken> tokens;
  private final int slash;
  private final int numerator;
  private final int end;

  FractionFormat(List<FormatToken> tokens) {
    this.tokens = tokens;
    int at = 0;
    while (!tokens.get(at).is(Kind.SLASH)) {
      at++;
    }
    slash = at;
    int first = at;
    while (first > 0 && tokens.get(first - 1).is(Kind.DIGIT)) {
      first--;
    }
    numerator = first;
    int last = at + 1;
    while (last < tokens.size() && isDenominator(tokens.get(last))) {
      last++;
    }
    end = last;
  }

  private static boolean isDenominator(FormatToken token) {
    return token.is(Kind.DIGIT) || token.is(Kind.LITERAL) && token.text().matches("[0-9]");
  }

  String format(double size) {
    List<FormatToken> whole = tokens.subList(0, numerator);
    boolean mixed = whole.stream().anyMatch(t -> t.is(Kind.DIGIT));
    double part = mixed ? size - Math.floor(size) : size;
    long[] fraction = fixed() > 0 ? over(part, fixed()) : nearest(part, digits());
    double integer = mixed ? Math.floor(size) : 0;
    if (mixed && fraction[0] == fraction[1]) {
      integer++;
      fraction = new long[] {0, 1};
    }
    String before = NumberFormat.digits(whole, new BigDecimal(integer), false);
    String after = NumberFormat.digits(tokens.subList(end, tokens.size()), BigDecimal.ZERO, false);
    if (mixed && fraction[0] == 0) {
      boolean zero = integer == 0 && before.isBlank();
      return (zero ? "0 " : before) + " ".repeat(end - numerator) + after;
    }
    String top =
        NumberFormat.digits(tokens.subList(numerator, slash), new BigDecimal(fraction[0]), false);
    String bottom = Long.toString(fraction[1]);
    bottom += " ".repeat(Math.max(0, padded() - bottom.length()));
    return before + top + "/" + bottom + after;
  }

  private int padded() {
    return (int) tokens.subList(slash + 1, end).stream().filter(t -> t.text().equals("?")).count();
  }

  private int digits() {
    return Math.min(5, Math.max(1, end - slash - 1));
  }

  /** The denominator that the format names; 0 if it leaves it open. */
  private int fixed() {
    StringBuilder digits = new StringBuilder();
    tokens.subList(slash + 1, end).forEach(t -> digits.append(t.text()));
    return digits.toString().matches("[1-9][0-9]{0,4}") ? Integer.parseInt(digits.toString()) : 0;
  }

  private static long[] over(double part, int denominator) {
    return new long[] {Math.round(part * denominator), denominator};
  }

  /** The nearest fraction with a denominator of some digits. */
  private static long[] nearest(double part, int digits) {
    long most = (long) Math.pow(10, digits) - 1;
    long bestTop = Math.round(part);
    long bestBottom = 1;
    double error = Math.abs(part - bestTop);
    for (long bottom = 2; bottom <= most && error > 1e-12; bottom++) {
      long top = Math.round(part * bottom);
      double off = Math.abs(part - (double) top / bottom);
      if (off < error - 1e-12) {
        error = off;
        bestTop = top;
        bestBottom = bottom;
      }
    }
    return new long[] {bestTop, bestBottom};
  }
}
