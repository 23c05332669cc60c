package org.inkstone.service.sheet;

/** A rectangle of cells, ends included, counted from 0. */
public record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {
  public CellRange {
    if (firstRow < 0 || firstColumn < 0 || lastRow < firstRow || lastColumn < firstColumn) {
      throw new IllegalArgumentException(
          "not a range: rows "
              + firstRow
              + " to "
              + lastRow
              + ", columns "
              + firstColumn
              + " to "
              + lastColumn);
    }
  }

  /** Reads {@code A1:F200} or a single address. */
  public static CellRange parse(String a1) {
    int colon = a1.indexOf(':');
    CellAddress first = CellAddress.parse(colon < 0 ? a1 : a1.substring(0, colon));
    CellAddress last = colon < 0 ? first : CellAddress.parse(a1.substring(colon + 1));
    return new CellRange(
        Math.min(first.row(), last.row()),
        Math.min(first.column(), last.column()),
        Math.max(first.row(), last.row()),
        Math.max(first.column(), last.column()));
  }

  /** How many rows. */
  public int rows() {
    return lastRow - firstRow + 1;
  }

  /** How many columns. */
  public int columns() {
    return lastColumn - firstColumn + 1;
  }

  /** Whether the cell lies in it. */
  public boolean contains(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }

  /** In A1 style. */
  @Override
  public String toString() {
    String first = CellAddress.letters(firstColumn) + (firstRow + 1);
    String last = CellAddress.letters(lastColumn) + (lastRow + 1);
    return first.equals(last) ? first : first + ":" + last;
  }
}
