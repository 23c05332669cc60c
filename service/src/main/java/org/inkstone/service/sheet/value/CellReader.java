package org.inkstone.service.sheet.value;

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

  /** The used part of the sheet; null if it is empty. */
  @Nullable CellRange used();

  /** Notes that the values of a range are about to be read. */
  void reading(CellRange range);
}
