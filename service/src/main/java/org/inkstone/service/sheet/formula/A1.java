package org.inkstone.service.sheet.formula;

import org.inkstone.service.sheet.CellAddress;
import org.jspecify.annotations.Nullable;

/** Reads and prints the rows and columns of references in A1 style. */
final class A1 {
  private A1() {}

  /** A row and a column. */
  record Cell(Axis row, Axis column) {}

  /** A cell such as {@code $B3}; null if the word is none. */
  static @Nullable Cell cell(String word) {
    int split = word.startsWith("$") ? 1 : 0;
    while (split < word.length() && isLetter(word.charAt(split))) {
      split++;
    }
    Axis column = column(word.substring(0, split));
    Axis row = row(word.substring(split));
    return column == null || row == null ? null : new Cell(row, column);
  }

  /** A column such as {@code $AB}; null if the word is none. */
  static @Nullable Axis column(String word) {
    boolean absolute = word.startsWith("$");
    String letters = absolute ? word.substring(1) : word;
    if (letters.isEmpty() || letters.length() > 3 || !letters.chars().allMatch(A1::isLetter)) {
      return null;
    }
    int index = CellAddress.columnOf(letters);
    return index < CellAddress.MAX_COLUMNS ? new Axis(index, absolute) : null;
  }

  /** A row such as {@code $12}; null if the word is none. */
  static @Nullable Axis row(String word) {
    boolean absolute = word.startsWith("$");
    String digits = absolute ? word.substring(1) : word;
    if (digits.isEmpty()
        || digits.length() > 7
        || digits.charAt(0) == '0'
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    int index = Integer.parseInt(digits) - 1;
    return index < CellAddress.MAX_ROWS ? new Axis(index, absolute) : null;
  }

  static String column(Axis axis) {
    return (axis.absolute() ? "$" : "") + CellAddress.letters(axis.index());
  }

  static String row(Axis axis) {
    return (axis.absolute() ? "$" : "") + (axis.index() + 1);
  }

  private static boolean isLetter(int c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
