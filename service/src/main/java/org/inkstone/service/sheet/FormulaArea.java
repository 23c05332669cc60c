package org.inkstone.service.sheet;

/**
 * Cells that the formula of the first of them fills.
 *
 * @param range the cells; the formula stands in the first
 * @param kind how they are filled
 */
public record FormulaArea(CellRange range, Kind kind) {
  /** How an area is filled. */
  public enum Kind {
    /** An array formula of a fixed size, as Ctrl+Shift+Enter makes it. */
    FIXED,
    /** A dynamic array, at the size that it had when the workbook was stored. */
    SPILLED,
    /** A what-if table; no formula describes its cells, which keep their stored values. */
    DATA_TABLE
  }
}
