package org.inkstone.service.sheet;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cells in row order, as parallel arrays: six bytes a cell beside the cell itself, and a look-up
 * that is direct where rows and columns have no holes and a binary search where they have.
 */
final class CellGrid extends AbstractMap<CellAddress, SheetCell> {
  /** The filled rows, ascending. */
  private final int[] rows;

  /** Where row i begins in columns and cells; one more entry than rows, the last is the size. */
  private final int[] starts;

  private final char[] columns;
  private final SheetCell[] cells;

  private CellGrid(int[] rows, int[] starts, char[] columns, SheetCell[] cells) {
    this.rows = rows;
    this.starts = starts;
    this.columns = columns;
    this.cells = cells;
  }

  SheetCell at(int row, int column) {
    int index = indexOf(row, column);
    return index < 0 ? SheetCell.blank() : cells[index];
  }

  SheetCell cell(int index) {
    return cells[index];
  }

  int indexOf(int row, int column) {
    int r = rowIndex(row);
    if (r < 0 || column < 0 || column >= CellAddress.MAX_COLUMNS) {
      return -1;
    }
    return columnIndex(r, column);
  }

  /** Visits the filled cells of a range by row. */
  void each(CellRange range, CellVisitor visitor) {
    int r = rowIndex(range.firstRow());
    for (r = r < 0 ? -r - 1 : r; r < rows.length && rows[r] <= range.lastRow(); r++) {
      int at = columnIndex(r, range.firstColumn());
      int end = starts[r + 1];
      for (at = at < 0 ? -at - 1 : at; at < end && columns[at] <= range.lastColumn(); at++) {
        visitor.visit(rows[r], columns[at], at);
      }
    }
  }

  /** Where a column stands in a row, or would as a binary search says it. */
  private int columnIndex(int r, int column) {
    int from = starts[r];
    int to = starts[r + 1];
    int guess = from + column - columns[from];
    if (guess >= from && guess < to && columns[guess] == column) {
      return guess;
    }
    return Arrays.binarySearch(columns, from, to, (char) column);
  }

  private int rowIndex(int row) {
    if (rows.length == 0) {
      return -1;
    }
    int guess = row - rows[0];
    if (guess >= 0 && guess < rows.length && rows[guess] == row) {
      return guess;
    }
    return Arrays.binarySearch(rows, row);
  }

  @Nullable CellRange used() {
    if (cells.length == 0) {
      return null;
    }
    int left = Integer.MAX_VALUE;
    int right = -1;
    for (int r = 0; r < rows.length; r++) {
      left = Math.min(left, columns[starts[r]]);
      right = Math.max(right, columns[starts[r + 1] - 1]);
    }
    return new CellRange(rows[0], left, rows[rows.length - 1], right);
  }

  @Override
  public int size() {
    return cells.length;
  }

  @Override
  public @Nullable SheetCell get(@Nullable Object key) {
    int index = key instanceof CellAddress a ? indexOf(a.row(), a.column()) : -1;
    return index < 0 ? null : cells[index];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof CellAddress a && indexOf(a.row(), a.column()) >= 0;
  }

  @Override
  public Set<Map.Entry<CellAddress, SheetCell>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<CellAddress, SheetCell>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return cells.length;
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<CellAddress, SheetCell>> {
    private int row;
    private int next;

    @Override
    public boolean hasNext() {
      return next < cells.length;
    }

    @Override
    public Map.Entry<CellAddress, SheetCell> next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no cell after number " + next);
      }
      while (starts[row + 1] <= next) {
        row++;
      }
      Map.Entry<CellAddress, SheetCell> entry =
          Map.entry(new CellAddress(rows[row], columns[next]), cells[next]);
      next++;
      return entry;
    }
  }

  /** Takes cells in any order; sorts only if they did not come in order. */
  static final class Builder {
    private static final int COLUMN_BITS = 14;
    private static final SheetCell[] NONE = {};

    private long[] keys = new long[64];
    private SheetCell[] cells = new SheetCell[64];
    private int size;
    private boolean ordered = true;

    Builder putAll(Map<CellAddress, SheetCell> all) {
      all.forEach((address, cell) -> put(address.row(), address.column(), cell));
      return this;
    }

    void put(int row, int column, SheetCell cell) {
      long key = (long) row << COLUMN_BITS | column;
      if (row < 0
          || row >= CellAddress.MAX_ROWS
          || column < 0
          || column >= CellAddress.MAX_COLUMNS) {
        throw new IllegalArgumentException(
            "no such cell: row " + (row + 1L) + ", column " + (column + 1L));
      }
      if (size == keys.length) {
        int larger = size + (size >> 1);
        keys = Arrays.copyOf(keys, larger);
        cells = Arrays.copyOf(cells, larger);
      }
      ordered &= size == 0 || keys[size - 1] < key;
      keys[size] = key;
      cells[size++] = cell;
    }

    int size() {
      return size;
    }

    CellGrid build() {
      if (!ordered) {
        sort();
      }
      char[] columns = new char[size];
      int rowCount = 0;
      for (int i = 0; i < size; i++) {
        columns[i] = (char) (keys[i] & (1 << COLUMN_BITS) - 1);
        rowCount += i == 0 || row(i) != row(i - 1) ? 1 : 0;
      }
      int[] rows = new int[rowCount];
      int[] starts = new int[rowCount + 1];
      int r = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || row(i) != row(i - 1)) {
          rows[r] = row(i);
          starts[r++] = i;
        }
      }
      starts[rowCount] = size;
      return new CellGrid(rows, starts, columns, size == 0 ? NONE : Arrays.copyOf(cells, size));
    }

    private int row(int i) {
      return (int) (keys[i] >> COLUMN_BITS);
    }

    /** Sorts by place; of several cells for one place the last that was put stays. */
    private void sort() {
      long[] order = new long[size];
      // a key has 34 bits, so 29 are left for the number of a cell (the builder holds fewer)
      for (int i = 0; i < size; i++) {
        order[i] = keys[i] << 29 | i;
      }
      Arrays.sort(order);
      SheetCell[] sorted = new SheetCell[size];
      int kept = 0;
      for (int i = 0; i < size; i++) {
        boolean last = i + 1 == size || order[i + 1] >> 29 != order[i] >> 29;
        if (last) {
          keys[kept] = order[i] >> 29;
          sorted[kept++] = cells[(int) (order[i] & (1 << 29) - 1)];
        }
      }
      cells = sorted;
      size = kept;
      ordered = true;
    }
  }
}
