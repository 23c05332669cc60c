package org.inkstone.service.sheet.eval;

import java.util.Arrays;
import org.inkstone.service.sheet.CellRange;

/** When cells of a sheet were last changed, by chunks of rows of a column; never too early. */
final class ChangeTimes {
  private static final int ROW_BITS = 8;

  /** Rows far below share chunks with those above, so that a column takes little room. */
  private static final int CHUNKS = 1 << 10;

  private long[][] columns = new long[0][];
  private long all;
  private long last;

  /** Notes a change of a cell. */
  void changed(int row, int column, long time) {
    if (column >= columns.length) {
      int old = columns.length;
      columns = Arrays.copyOf(columns, column + column / 2 + 1);
      Arrays.fill(columns, old, columns.length, new long[0]);
    }
    int chunk = chunk(row);
    if (chunk >= columns[column].length) {
      columns[column] = Arrays.copyOf(columns[column], Math.min(CHUNKS, chunk + chunk / 2 + 1));
    }
    columns[column][chunk] = time;
    last = time;
  }

  private static int chunk(int row) {
    return row >> ROW_BITS & CHUNKS - 1;
  }

  /** Notes that any cell may have changed. */
  void changed(long time) {
    all = time;
    last = time;
  }

  /** Whether no cell of a range has changed since. */
  boolean isUnchanged(CellRange range, long since) {
    if (last <= since) {
      return true;
    } else if (all > since) {
      return false;
    }
    int right = Math.min(range.lastColumn(), columns.length - 1);
    for (int column = range.firstColumn(); column <= right; column++) {
      if (!isUnchanged(columns[column], range, since)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnchanged(long[] times, CellRange range, long since) {
    int chunks =
        Math.min(CHUNKS, (range.lastRow() >> ROW_BITS) - (range.firstRow() >> ROW_BITS) + 1);
    for (int i = 0; i < chunks; i++) {
      int chunk = (range.firstRow() >> ROW_BITS) + i & CHUNKS - 1;
      if (chunk < times.length && times[chunk] > since) {
        return false;
      }
    }
    return true;
  }
}
