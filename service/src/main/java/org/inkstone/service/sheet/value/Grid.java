package org.inkstone.service.sheet.value;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Rows and columns of scalars, counted from 0. Only a part at the top left need hold different
 * values: every cell outside {@link #filledRows()} and {@link #filledColumns()} is {@link #fill()},
 * so that a whole column costs no more than its filled cells.
 */
public interface Grid {
  /** How many rows. */
  int rows();

  /** How many columns. */
  int columns();

  /** The scalar at a place. */
  Scalar at(int row, int column);

  /** Rows from the top that may hold something else than the fill. */
  default int filledRows() {
    return rows();
  }

  /** Columns from the left that may hold something else than the fill. */
  default int filledColumns() {
    return columns();
  }

  /** What stands outside the filled part. */
  default Scalar fill() {
    return Scalar.blank();
  }

  /** All cells, filled or not. */
  default long size() {
    return (long) rows() * columns();
  }

  /** The cells of the filled part. */
  default long filledSize() {
    return (long) filledRows() * filledColumns();
  }

  /** Whether it is one cell. */
  default boolean isSingle() {
    return rows() == 1 && columns() == 1;
  }

  /** Whether it is one row or one column. */
  default boolean isVector() {
    return rows() == 1 || columns() == 1;
  }

  /** The scalar at a place of a vector, or in row order. */
  default Scalar at(int index) {
    int columns = columns();
    return columns == 1 ? at(index, 0) : at(index / columns, index % columns);
  }

  /** The number of places up to the last filled one of a vector. */
  default int filledLength() {
    return rows() == 1 ? filledColumns() : filledRows();
  }

  /** The number of places of a vector. */
  default int length() {
    return rows() == 1 ? columns() : rows();
  }

  /** The places of the values of a vector; null if there is no table of them. */
  default @Nullable ValueIndex index() {
    return null;
  }

  /** Visits the cells by row; blanks outside the filled part are left out. */
  default void each(Consumer<Scalar> consumer) {
    boolean all = !(fill() instanceof Scalar.Blank);
    int rows = all ? rows() : filledRows();
    int columns = all ? columns() : filledColumns();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        consumer.accept(at(row, column));
      }
    }
  }

  /**
   * Adds the cells to a tally; if there are more rows than a block has, the tallies of blocks,
   * which gives the same sum for the same cells whatever holds them.
   */
  default void tally(Tally into) {
    boolean all = !(fill() instanceof Scalar.Blank);
    int lastRow = all ? rows() : filledRows();
    int lastColumn = all ? columns() : filledColumns();
    int height = Blocks.height(columns());
    for (int top = 0; top < lastRow; top += height) {
      Tally block = rows() <= height ? into : new Tally();
      for (int row = top; row < Math.min(top + height, lastRow); row++) {
        for (int column = 0; column < lastColumn; column++) {
          block.add(at(row, column));
        }
      }
      if (rows() > height) {
        into.add(block);
      }
    }
  }

  /** Visits the numbers by row and in between others; blanks may be left out. */
  default void eachNumber(DoubleConsumer numbers, Consumer<Scalar> others) {
    each(cell -> {
      if (cell instanceof Scalar.Num n) {
        numbers.accept(n.value());
      } else {
        others.accept(cell);
      }
    });
  }
}
