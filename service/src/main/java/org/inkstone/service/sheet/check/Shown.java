package org.inkstone.service.sheet.check;

import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.format.DisplayText;

/** Values as they stand in sentences. */
final class Shown {
  private static final int LONGEST = 40;

  private Shown() {}

  static String of(Scalar value) {
    return switch (value) {
      case Scalar.Blank blank -> "\"\"";
      case Scalar.Num number -> DisplayText.plain(number.value());
      case Scalar.Text text -> '"' + cut(text.value()) + '"';
      case Scalar.Bool bool -> bool.value() ? "TRUE" : "FALSE";
      case Scalar.Err error -> error.code().literal();
    };
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
