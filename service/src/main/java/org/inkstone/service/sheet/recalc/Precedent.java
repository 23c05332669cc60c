package org.inkstone.service.sheet.recalc;

import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;

/**
 * Cells of one sheet that every cell of a run reads.
 *
 * @param first the first row, or the last if copies have put them out of order
 */
record Precedent(int sheet, Bound first, Bound last, int firstColumn, int lastColumn) {
  /** The cells that any cell of the run reads. */
  CellRange of(FormulaRun run) {
    int a = first.at(run.firstRow());
    int b = last.at(run.firstRow());
    int c = first.at(run.lastRow());
    int d = last.at(run.lastRow());
    return new CellRange(
        onSheet(Math.min(Math.min(a, b), Math.min(c, d))),
        firstColumn,
        onSheet(Math.max(Math.max(a, b), Math.max(c, d))),
        lastColumn);
  }

  private static int onSheet(int row) {
    return Math.clamp(row, 0, CellAddress.MAX_ROWS - 1);
  }

  /** The first row of the run whose cell reads one of these rows; the run need not reach it. */
  int firstReader(int top, int bottom) {
    if (first.fixed() && last.fixed()) {
      return Integer.MIN_VALUE;
    } else if (!first.fixed() && !last.fixed()) {
      return top - Math.max(first.row(), last.row());
    }
    int still = first.fixed() ? first.row() : last.row();
    int moving = first.fixed() ? last.row() : first.row();
    return still < top ? top - moving : Integer.MIN_VALUE;
  }

  /** The last row of the run whose cell reads one of these rows. */
  int lastReader(int top, int bottom) {
    if (first.fixed() && last.fixed()) {
      return Integer.MAX_VALUE;
    } else if (!first.fixed() && !last.fixed()) {
      return bottom - Math.min(first.row(), last.row());
    }
    int still = first.fixed() ? first.row() : last.row();
    int moving = first.fixed() ? last.row() : first.row();
    return still > bottom ? bottom - moving : Integer.MAX_VALUE;
  }
}
