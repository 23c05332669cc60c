package org.inkstone.service.sheet.value;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** One sheet as a calculation sees it: formulas are computed when they are read. */
public interface CellReader {
  /** The sheet's name. */
  String sheet();

  /** The sheet's place in the workbook, from 0. */
  int index();

  /** The value of a cell. */
  Scalar value(int row, int column);

  /** What the sheet itself holds there. */
  SheetCell cell(int row, int column);

  /** Whether a row is hidden. */
  boolean isHidden(int row);

  /** Whether a row is hidden by a filter. */
  boolean isFiltered(int row);

  /** The used part of the sheet; null if it is empty. */
  @Nullable CellRange used();

  /** Notes that the values of a range are about to be read. */
  void reading(CellRange range);

  /** The places of the values of one of the sheet's vectors; null if no table of them is kept. */
  @Nullable ValueIndex index(Area vector);

  /** Visits the values of a range by row, as {@link #value} gives them. */
  void each(CellRange range, Consumer<Scalar> consumer);

  /** Visits the numbers of a range by row, and in between what is no number; blanks or not. */
  void eachNumber(CellRange range, DoubleConsumer numbers, Consumer<Scalar> others);

  /** Adds the cells of a range to a tally, block by block if it has several. */
  void tally(CellRange range, Tally into);

  /** How many cells of a range are walked to see all that are filled, at most. */
  long walked(CellRange range);
}
