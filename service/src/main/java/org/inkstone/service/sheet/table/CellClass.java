package org.inkstone.service.sheet.table;

import java.util.regex.Pattern;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.format.FormatKind;

/** What a single cell holds, as far as the layout of a sheet is concerned. */
enum CellClass {
  BLANK,
  TEXT,
  NUMBER,
  DATE,
  BOOLEAN,
  ERROR;

  private static final int LONGEST_NUMBER = 40;
  private static final Pattern TEXT_NUMBER =
      Pattern.compile(
          "[+\\-−]?[$€£¥￥]?\\s?[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d*)?(?:[eE][+-]?\\d+)?%?");

  static CellClass of(SheetCell cell) {
    return switch (cell.value()) {
      case Scalar.Blank blank -> BLANK;
      case Scalar.Text text -> text.value().isBlank() ? BLANK : TEXT;
      case Scalar.Bool bool -> BOOLEAN;
      case Scalar.Err error -> ERROR;
      case Scalar.Num number -> FormatKind.of(cell.format()).isTemporal() ? DATE : NUMBER;
    };
  }

  /** Whether a text is nothing but a number, such as {@code 1,200} or {@code ５}. */
  static boolean isTextNumber(String text) {
    String plain = text.strip();
    return plain.length() <= LONGEST_NUMBER
        && plain.chars().anyMatch(Character::isDigit)
        && plain.chars().noneMatch(c -> Character.isLetter(c) && c != 'e' && c != 'E')
        && TEXT_NUMBER.matcher(halfWidth(plain)).matches();
  }

  private static String halfWidth(String text) {
    StringBuilder half = new StringBuilder(text);
    for (int i = 0; i < half.length(); i++) {
      char c = half.charAt(i);
      if (c > '\uFF00' && c < '\uFF5F') {
        half.setCharAt(i, (char) (c - 0xFEE0));
      }
    }
    return half.toString();
  }
}
