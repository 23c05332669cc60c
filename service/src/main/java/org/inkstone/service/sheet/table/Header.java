package org.inkstone.service.sheet.table;

import org.inkstone.service.sheet.CellRange;
import org.jspecify.annotations.Nullable;

/**
 * Where a table begins inside a region.
 *
 * @param area from the first header row (or the first row of data) to the end of the region
 * @param rows how many header rows there are; 0 if none
 * @param contrast how many columns hold something else than a text below their header
 * @param title the text above; null if there is none
 */
record Header(CellRange area, int rows, int contrast, @Nullable String title) {
  /** The rows below the header. */
  int dataRows() {
    return area.rows() - rows;
  }

  int firstDataRow() {
    return area.firstRow() + rows;
  }
}
