package org.inkstone.service.sheet.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.value.FormatToken.Kind;

/**
 * Writes numbers as fractions such as {@code 5 1/4}. What stands between the whole number and the
 * fraction is written only between two that show; for {@code ?} blanks keep the place of what does
 * not.
 */
final class FractionFormat {
  private final List<FormatToken> tokens;
  private final int slash;

  /** Where the numerator begins; what stands before it is the whole number, if it has digits. */
  private final int numerator;

  /** Behind the last placeholder of the whole number. */
  private final int wholeEnd;

  private final int denominator;
  private final int end;

  FractionFormat(List<FormatToken> tokens) {
    this.tokens = tokens;
    int at = 0;
    while (!tokens.get(at).is(Kind.SLASH)) {
      at++;
    }
    slash = at;
    int first = at;
    while (first > 0 && !tokens.get(first - 1).is(Kind.DIGIT)) {
      first--;
    }
    while (first > 0 && tokens.get(first - 1).is(Kind.DIGIT)) {
      first--;
    }
    numerator = first;
    int whole = first;
    while (whole > 0 && !tokens.get(whole - 1).is(Kind.DIGIT)) {
      whole--;
    }
    wholeEnd = whole;
    int bottom = slash + 1;
    while (bottom < tokens.size() && !isDenominator(tokens.get(bottom))) {
      bottom++;
    }
    denominator = bottom;
    int last = bottom;
    while (last < tokens.size() && isDenominator(tokens.get(last))) {
      last++;
    }
    end = last;
  }

  private static boolean isDenominator(FormatToken token) {
    return token.is(Kind.DIGIT) || token.is(Kind.LITERAL) && token.text().matches("[0-9]");
  }

  /** Whether a format has a fraction: placeholders on both sides of a slash. */
  static boolean isIn(List<FormatToken> tokens) {
    boolean digits = false;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(Kind.SLASH) && digits) {
        return tokens.stream().skip(i + 1).anyMatch(FractionFormat::isDenominator);
      }
      digits |= tokens.get(i).is(Kind.DIGIT);
    }
    return false;
  }

  String format(double size) {
    boolean mixed = wholeEnd > 0;
    double part = mixed ? size - Math.floor(size) : size;
    long[] fraction = fixed() > 0 ? over(part, fixed()) : nearest(part, digits());
    double integer = mixed ? Math.floor(size) : 0;
    if (mixed && fraction[0] == fraction[1]) {
      integer++;
      fraction = new long[] {0, 1};
    }
    String behind = literals(end, tokens.size());
    if (!mixed) {
      return literals(0, numerator) + top(fraction[0]) + bottom(fraction) + behind;
    } else if (fraction[0] == 0 && !has('0', numerator, slash)) {
      boolean wide = has('?', 0, end);
      String blanks = wide ? " ".repeat(width(wholeEnd, end)) : "";
      return whole(integer, true) + blanks + behind;
    }
    return before(integer, fraction[0]) + top(fraction[0]) + bottom(fraction) + behind;
  }

  /** The whole number and what parts it from a fraction that shows. */
  private String before(double integer, long top) {
    boolean shown = integer > 0 || has('0', 0, wholeEnd) || top == 0 && has('?', 0, wholeEnd);
    if (shown) {
      return whole(integer, top == 0) + literals(wholeEnd, numerator);
    }
    boolean wide = has('?', 0, slash);
    return whole(0, false) + (wide ? " ".repeat(width(wholeEnd, numerator)) : "");
  }

  /** The whole number; its last placeholder shows a zero if it must. */
  private String whole(double integer, boolean zero) {
    List<FormatToken> whole = new ArrayList<>(tokens.subList(0, wholeEnd));
    if (zero) {
      whole.set(wholeEnd - 1, new FormatToken(Kind.DIGIT, "0"));
    }
    return NumberFormat.digits(whole, new BigDecimal(integer), false);
  }

  private String top(long number) {
    List<FormatToken> top = new ArrayList<>(tokens.subList(numerator, slash));
    if (number == 0) {
      int last = top.size() - 1;
      while (!top.get(last).is(Kind.DIGIT)) {
        last--;
      }
      top.set(last, new FormatToken(Kind.DIGIT, "0"));
    }
    return NumberFormat.digits(top, new BigDecimal(number), false);
  }

  private String bottom(long[] fraction) {
    String number = Long.toString(fraction[1]);
    int zeros = count('0', denominator, end);
    int blanks = count('?', denominator, end);
    String padded = "0".repeat(Math.max(0, zeros - number.length())) + number;
    return "/"
        + literals(slash + 1, denominator)
        + padded
        + " ".repeat(Math.max(0, blanks - padded.length()));
  }

  private String literals(int from, int to) {
    return NumberFormat.digits(tokens.subList(from, to), BigDecimal.ZERO, false);
  }

  private int width(int from, int to) {
    return tokens.subList(from, to).stream().mapToInt(t -> t.text().length()).sum();
  }

  private boolean has(char placeholder, int from, int to) {
    return count(placeholder, from, to) > 0;
  }

  private int count(char placeholder, int from, int to) {
    return (int)
        tokens.subList(from, to).stream()
            .filter(t -> t.is(Kind.DIGIT) && t.text().charAt(0) == placeholder)
            .count();
  }

  private int digits() {
    return Math.min(5, Math.max(1, end - denominator));
  }

  /** The denominator that the format names; 0 if it leaves it open. */
  private int fixed() {
    StringBuilder digits = new StringBuilder();
    tokens.subList(denominator, end).forEach(t -> digits.append(t.text()));
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
