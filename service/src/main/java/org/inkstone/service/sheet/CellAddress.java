package org.inkstone.service.sheet;

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
    int at = a1.startsWith("$") ? 1 : 0;
    int letters = at;
    while (at < a1.length() && isLetter(a1.charAt(at))) {
      at++;
    }
    int column = columnOf(a1.substring(letters, Math.min(at, letters + 4)));
    boolean lettersFit = at > letters && at <= letters + 3;
    at += at < a1.length() && a1.charAt(at) == '$' ? 1 : 0;
    int row = rowOf(a1, at);
    if (!lettersFit || row < 0) {
      throw new IllegalArgumentException("not a cell address: " + a1);
    }
    return new CellAddress(row, column);
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** The row of at most seven digits up to the end, from 0; -1 if something else stands there. */
  private static int rowOf(String a1, int from) {
    int row = 0;
    for (int i = from; i < a1.length(); i++) {
      char c = a1.charAt(i);
      if (c < '0' || c > '9' || i >= from + 7 || a1.charAt(from) == '0') {
        return -1;
      }
      row = row * 10 + (c - '0');
    }
    return row - 1;
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
