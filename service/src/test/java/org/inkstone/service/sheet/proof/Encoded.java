package org.inkstone.service.sheet.proof;

import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;

/** Values in one line, as the oracles' files have them: numbers, quoted texts, TRUE, errors. */
final class Encoded {
  /** What an oracle answers that does not know a function. */
  static final String UNKNOWN = "-";

  private static final double CLOSE = 1e-9;

  private Encoded() {}

  static String of(Scalar value) {
    return switch (value) {
      case Scalar.Blank b -> "blank";
      case Scalar.Num n -> number(n.value());
      case Scalar.Text t -> '"' + escaped(t.value()) + '"';
      case Scalar.Bool b -> b.value() ? "TRUE" : "FALSE";
      case Scalar.Err e -> e.code().literal();
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  static Scalar scalar(String encoded) {
    if (encoded.startsWith("\"")) {
      return Scalar.of(unescaped(encoded.substring(1, encoded.length() - 1)));
    } else if (encoded.equals("TRUE") || encoded.equals("FALSE")) {
      return Scalar.of(encoded.equals("TRUE"));
    } else if (encoded.equals("blank")) {
      return Scalar.blank();
    }
    return ErrorCode.of(encoded)
        .map(Scalar::of)
        .orElseGet(() -> Scalar.of(Double.parseDouble(encoded)));
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Whether two encoded values are the same, numbers to a billionth. */
  static boolean same(String a, String b) {
    return a.equals(b) || isNumber(a) && isNumber(b) && close(a, b, CLOSE);
  }

  static boolean close(String a, String b, double relative) {
    double x = Double.parseDouble(a);
    double y = Double.parseDouble(b);
    return Math.abs(x - y) <= relative * Math.max(Math.abs(x), Math.abs(y));
  }

  static boolean isNumber(String encoded) {
    return encoded.matches("-?\\d.*");
  }
}
