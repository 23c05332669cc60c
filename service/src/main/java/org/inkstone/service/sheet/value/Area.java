package org.inkstone.service.sheet.value;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/** A rectangle of cells on a sheet; values are read when they are asked for. */
public record Area(CellReader reader, CellRange range) implements Grid {
  @Override
  public int rows() {
    return range.rows();
  }

  @Override
  public int columns() {
    return range.columns();
  }

  @Override
  public int filledRows() {
    @Nullable CellRange used = reader.used();
    int last = used == null ? -1 : Math.min(used.lastRow(), range.lastRow());
    return Math.max(0, last - range.firstRow() + 1);
  }

  @Override
  public int filledColumns() {
    @Nullable CellRange used = reader.used();
    int last = used == null ? -1 : Math.min(used.lastColumn(), range.lastColumn());
    return Math.max(0, last - range.firstColumn() + 1);
  }

  @Override
  public Scalar at(int row, int column) {
    return reader.value(range.firstRow() + row, range.firstColumn() + column);
  }

  @Override
  public void each(Consumer<Scalar> consumer) {
    CellRange filled = filled();
    if (filled != null) {
      reader.each(filled, consumer);
    }
  }

  @Override
  public void eachNumber(DoubleConsumer numbers, Consumer<Scalar> others) {
    CellRange filled = filled();
    if (filled != null) {
      reader.eachNumber(filled, numbers, others);
    }
  }

  @Override
  public void tally(Tally into) {
    reader.tally(range, into);
  }

  /** How many cells are walked to see all that are filled, at most. */
  public long walked() {
    return reader.walked(range);
  }

  private @Nullable CellRange filled() {
    int rows = filledRows();
    int columns = filledColumns();
    int row = range.firstRow();
    int column = range.firstColumn();
    return rows > 0 && columns > 0
        ? new CellRange(row, column, row + rows - 1, column + columns - 1)
        : null;
  }

  @Override
  public @Nullable ValueIndex index() {
    return isVector() ? reader.index(this) : null;
  }

  /** The part inside another range of the same sheet; null if there is none. */
  public @Nullable Area intersect(CellRange other) {
    int top = Math.max(range.firstRow(), other.firstRow());
    int left = Math.max(range.firstColumn(), other.firstColumn());
    int bottom = Math.min(range.lastRow(), other.lastRow());
    int right = Math.min(range.lastColumn(), other.lastColumn());
    return top > bottom || left > right
        ? null
        : new Area(reader, new CellRange(top, left, bottom, right));
  }
}
