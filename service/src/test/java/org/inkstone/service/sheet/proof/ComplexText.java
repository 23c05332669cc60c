package org.inkstone.service.sheet.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Complex numbers as the engineering functions write them. */
final class ComplexText {
  private static final String NUMBER = "\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?";
  private static final Pattern COMPLEX =
      Pattern.compile("\"(-?" + NUMBER + ")?(?:([-+]?)(" + NUMBER + ")?([ij]))?\"");
  private static final double CLOSE = 1e-11;

  private ComplexText() {}

  /** Whether two texts are the same complex number but for its last digits. */
  static boolean same(String a, String b) {
    double[] x = parts(a);
    double[] y = parts(b);
    return x != null
        && y != null
        && Math.hypot(x[0] - y[0], x[1] - y[1]) <= CLOSE * Math.hypot(x[0], x[1]);
  }

  private static double @Nullable [] parts(String text) {
    Matcher matcher = COMPLEX.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    double real = matcher.group(1) == null ? 0 : Double.parseDouble(matcher.group(1));
    if (matcher.group(4) == null) {
      return new double[] {real, 0};
    }
    double size = matcher.group(3) == null ? 1 : Double.parseDouble(matcher.group(3));
    return new double[] {real, "-".equals(matcher.group(2)) ? -size : size};
  }
}
