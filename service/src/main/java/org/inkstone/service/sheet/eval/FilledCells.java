package org.inkstone.service.sheet.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.FormulaArea;
import org.inkstone.service.sheet.value.Grid;
import org.jspecify.annotations.Nullable;

/** Ranges of one sheet that the formulas of their first cells fill; found by any of their cells. */
final class FilledCells {
  /**
   * Cells that one formula fills.
   *
   * @param grid their values once they are computed
   */
  record Filled(CellRange range, FormulaArea.Kind kind, @Nullable Grid grid) {
    boolean isFirst(int row, int column) {
      return range.firstRow() == row && range.firstColumn() == column;
    }
  }

  /** By column, then by first row; ranges do not overlap. */
  private final Map<Integer, NavigableMap<Integer, Filled>> byColumn = new HashMap<>();

  private long cells;

  /** How many cells are filled. */
  long cells() {
    return cells;
  }

  /** Visits the keys of filled cells in a range, first cells of arrays included. */
  void each(CellRange range, LongConsumer keys) {
    byColumn.forEach((column, ranges) -> {
      if (range.firstColumn() <= column && column <= range.lastColumn()) {
        for (Filled filled : ranges.values()) {
          int last = Math.min(filled.range.lastRow(), range.lastRow());
          for (int row = Math.max(filled.range.firstRow(), range.firstRow()); row <= last; row++) {
            keys.accept(SheetView.key(row, column));
          }
        }
      }
    });
  }

  boolean isEmpty() {
    return byColumn.isEmpty();
  }

  void put(Filled filled) {
    CellRange range = filled.range;
    for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
      Filled before =
          byColumn.computeIfAbsent(column, c -> new TreeMap<>()).put(range.firstRow(), filled);
      cells += range.rows() - (before == null ? 0 : before.range.rows());
    }
  }

  void remove(Filled filled) {
    CellRange range = filled.range;
    for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
      NavigableMap<Integer, Filled> ofColumn = byColumn.get(column);
      if (ofColumn != null && ofColumn.remove(range.firstRow(), filled)) {
        cells -= range.rows();
        if (ofColumn.isEmpty()) {
          byColumn.remove(column);
        }
      }
    }
  }

  /** What fills a cell; null if nothing does. */
  @Nullable Filled at(int row, int column) {
    NavigableMap<Integer, Filled> ofColumn = byColumn.get(column);
    Map.Entry<Integer, Filled> above = ofColumn == null ? null : ofColumn.floorEntry(row);
    return above != null && above.getValue().range.contains(row, column) ? above.getValue() : null;
  }

  /** What the formula of this very cell fills; null if it fills no others. */
  @Nullable Filled from(int row, int column) {
    Filled filled = at(row, column);
    return filled != null && filled.isFirst(row, column) ? filled : null;
  }
}
