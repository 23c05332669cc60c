package org.inkstone.service.engine.internal.grammar;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The decimal spellings of the integers of a range, without leading zeros or a negative zero. */
final class IntegerRange {
  /** The largest that is written: 18 digits always fit a Java long. */
  static final BigInteger LARGEST = BigInteger.TEN.pow(18).subtract(BigInteger.ONE);

  private static final Expr DIGIT = Expr.chars(CodePoints.range('0', '9'));

  private IntegerRange() {}

  static Expr of(BigInteger from, BigInteger to) {
    BigInteger first = from.max(LARGEST.negate());
    BigInteger last = to.min(LARGEST);
    List<Expr> options = new ArrayList<>();
    if (first.signum() < 0) {
      BigInteger nearest = last.min(BigInteger.ONE.negate());
      options.add(Expr.sequence(Expr.text("-"), positive(nearest.negate(), first.negate())));
    }
    if (first.signum() <= 0 && last.signum() >= 0) {
      options.add(Expr.text("0"));
    }
    if (last.signum() > 0) {
      options.add(positive(first.max(BigInteger.ONE), last));
    }
    return Expr.choice(options);
  }

  private static Expr positive(BigInteger from, BigInteger to) {
    List<Expr> options = new ArrayList<>();
    for (int digits = from.toString().length(); digits <= to.toString().length(); digits++) {
      BigInteger first = from.max(BigInteger.TEN.pow(digits - 1));
      BigInteger last = to.min(BigInteger.TEN.pow(digits).subtract(BigInteger.ONE));
      if (first.compareTo(last) <= 0) {
        options.add(between(first.toString(), last.toString()));
      }
    }
    return Expr.choice(options);
  }

  /** The digits of equal number from the one to the other. */
  private static Expr between(String from, String to) {
    if (from.isEmpty()) {
      return Expr.EMPTY;
    }
    char a = from.charAt(0);
    char b = to.charAt(0);
    String low = from.substring(1);
    String high = to.substring(1);
    if (a == b) {
      return Expr.sequence(Expr.text(String.valueOf(a)), between(low, high));
    }
    boolean wholeLow = low.equals("0".repeat(low.length()));
    boolean wholeHigh = high.equals("9".repeat(high.length()));
    List<Expr> options = new ArrayList<>();
    if (!wholeLow) {
      String nines = "9".repeat(low.length());
      options.add(Expr.sequence(Expr.text(String.valueOf(a)), between(low, nines)));
    }
    char first = (char) (wholeLow ? a : a + 1);
    char last = (char) (wholeHigh ? b : b - 1);
    if (first <= last) {
      options.add(
          Expr.sequence(
              Expr.chars(CodePoints.range(first, last)),
              Expr.repeat(DIGIT, low.length(), low.length())));
    }
    if (!wholeHigh) {
      String zeros = "0".repeat(high.length());
      options.add(Expr.sequence(Expr.text(String.valueOf(b)), between(zeros, high)));
    }
    return Expr.choice(options);
  }
}
