package org.inkstone.service.sheet;

import java.util.Locale;

/** A cell's place on a sheet, both counted from 0; A1 is (0, 0). */
public record CellAddress(int row, int column) implements Comparable<CellAddress> {
  /** Rows of a sheet in the .xlsx format. */
  public static final int MAX_ROWS = 1_048_576;

  /** Columns of a sheet in the .xlsx format. */
  public static final int MAX_COLUMNS = 16_384;

  public CellAddress {
    if (row < 0 || row >= MAX_ROWS || column < 0 || column >= MAX_COLUMNS) {
      throw new IllegalArgumentException(
          "no such cell: row " + (row + 1L) + ", column " + (column + 1L));
    }
  }

  /** Reads {@code B3} or {@code $B$3}. */
  public static CellAddress parse(String a1) {
    String text = a1.replace("$", "").toUpperCase(Locale.ROOT);
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= 'A' && text.charAt(digits) <= 'Z') {
      digits++;
    }
    if (digits == 0 || digits > 3 || !text.substring(digits).matches("[1-9][0-9]{0,6}")) {
      throw new IllegalArgumentException("not a cell address: " + a1);
    }
    return new CellAddress(
        Integer.parseInt(text.substring(digits)) - 1, columnOf(text.substring(0, digits)));
  }

  /** The number of the column with these letters, from 0. */
  public static int columnOf(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + (Character.toUpperCase(letters.charAt(i)) - 'A' + 1);
    }
    return column - 1;
  }

  /** The letters of a column, counted from 0. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  @Override
  public int compareTo(CellAddress other) {
    return row != other.row
        ? Integer.compare(row, other.row)
        : Integer.compare(column, other.column);
  }

  /** In A1 style. */
  @Override
  public String toString() {
    return letters(column) + (row + 1);
  }
}
