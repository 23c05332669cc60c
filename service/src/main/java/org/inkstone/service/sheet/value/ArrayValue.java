package org.inkstone.service.sheet.value;

import java.util.List;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;

/** An array that was computed; its filled part is kept, the rest is one scalar. */
public final class ArrayValue implements Value, Grid {
  /** The most cells that one array may keep. */
  public static final int MOST_CELLS = 4_000_000;

  private final int rows;
  private final int columns;
  private final int filledRows;
  private final int filledColumns;
  private final Scalar[] cells;
  private final Scalar fill;

  private ArrayValue(
      int rows, int columns, int filledRows, int filledColumns, Scalar[] cells, Scalar fill) {
    this.rows = rows;
    this.columns = columns;
    this.filledRows = filledRows;
    this.filledColumns = filledColumns;
    this.cells = cells;
    this.fill = fill;
  }

  /** Computes a scalar from its place. */
  @FunctionalInterface
  public interface Cells {
    /** The scalar at a place; a {@link FunctionError} becomes an error value. */
    Scalar at(int row, int column);
  }

  /**
   * An array that is computed cell by cell, by row.
   *
   * @throws LimitException if it is too large
   */
  public static ArrayValue compute(int rows, int columns, Cells cells) {
    return compute(rows, columns, rows, columns, cells, Scalar.blank());
  }

  /**
   * An array with a filled part that is computed cell by cell, by row.
   *
   * @throws LimitException if the filled part is too large
   */
  public static ArrayValue compute(
      int rows, int columns, int filledRows, int filledColumns, Cells cells, Scalar fill) {
    if (rows < 1 || columns < 1) {
      throw FunctionError.of(ErrorCode.CALC);
    }
    long size = (long) filledRows * filledColumns;
    if (size > MOST_CELLS) {
      throw new LimitException("an array of " + size + " cells, expected at most " + MOST_CELLS);
    }
    Scalar[] all = new Scalar[(int) size];
    int at = 0;
    for (int row = 0; row < filledRows; row++) {
      for (int column = 0; column < filledColumns; column++) {
        all[at++] = cell(cells, row, column);
      }
    }
    return new ArrayValue(rows, columns, filledRows, filledColumns, all, fill);
  }

  private static Scalar cell(Cells cells, int row, int column) {
    try {
      return cells.at(row, column);
    } catch (FunctionError error) {
      return error.scalar();
    }
  }

  /** The same cells as an array, so that it is one even if it has one cell. */
  public static ArrayValue copy(Grid grid) {
    return grid instanceof ArrayValue array
        ? array
        : compute(
            grid.rows(),
            grid.columns(),
            grid.filledRows(),
            grid.filledColumns(),
            grid::at,
            grid.fill());
  }

  /** One column. */
  public static ArrayValue column(List<Scalar> values) {
    return compute(values.size(), 1, (row, column) -> values.get(row));
  }

  /** One row. */
  public static ArrayValue row(List<Scalar> values) {
    return compute(1, values.size(), (row, column) -> values.get(column));
  }

  /** Rows of equal length. */
  public static ArrayValue of(List<List<Scalar>> rows) {
    return compute(rows.size(), rows.getFirst().size(), (row, column) -> rows.get(row).get(column));
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int filledRows() {
    return filledRows;
  }

  @Override
  public int filledColumns() {
    return filledColumns;
  }

  @Override
  public Scalar fill() {
    return fill;
  }

  @Override
  public Scalar at(int row, int column) {
    return row < filledRows && column < filledColumns ? cells[row * filledColumns + column] : fill;
  }

  @Override
  public Grid grid() {
    return this;
  }
}
