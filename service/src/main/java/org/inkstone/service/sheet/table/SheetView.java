package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.format.DisplayText;
import org.jspecify.annotations.Nullable;

/** A sheet as the search for tables sees it: classes of cells, shown texts and merged areas. */
final class SheetView {
  /** Enough rows to know what a column holds. */
  private static final int SAMPLE = 200;

  private static final int TALLEST_HEADER = 4;
  private static final double CLEAR = 0.8;

  private final Sheet sheet;
  private final DisplayText display;
  private final Map<Integer, List<CellRange>> mergedByFirstRow = new HashMap<>();

  SheetView(Sheet sheet, DisplayText display) {
    this.sheet = sheet;
    this.display = display;
    for (CellRange area : sheet.merged()) {
      mergedByFirstRow.computeIfAbsent(area.firstRow(), row -> new ArrayList<>()).add(area);
    }
  }

  Sheet sheet() {
    return sheet;
  }

  SheetCell cell(int row, int column) {
    return sheet.cell(row, column);
  }

  CellClass kind(int row, int column) {
    return CellClass.of(sheet.cell(row, column));
  }

  boolean isFilled(int row, int column) {
    return kind(row, column) != CellClass.BLANK || cell(row, column).formula() != null;
  }

  /** What the cell shows, on one line. */
  String text(int row, int column) {
    return display.of(sheet.cell(row, column)).strip().replaceAll("[\\s\\u00A0]+", " ");
  }

  /** How many cells of a row are filled. */
  int fill(int row, CellRange area) {
    int filled = 0;
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      filled += isFilled(row, c) ? 1 : 0;
    }
    return filled;
  }

  /** The first filled cell of a row; -1 if there is none. */
  int firstFilled(int row, CellRange area) {
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      if (isFilled(row, c)) {
        return c;
      }
    }
    return -1;
  }

  /** The merged area around a cell, as far as it is no taller than a header; null if none. */
  @Nullable CellRange mergedAt(int row, int column) {
    for (int first = row; first > row - TALLEST_HEADER && first >= 0; first--) {
      for (CellRange area : mergedByFirstRow.getOrDefault(first, List.of())) {
        if (area.contains(row, column)) {
          return area;
        }
      }
    }
    return null;
  }

  /** The merged areas that begin in a row and lie over a part of the area. */
  List<CellRange> mergedFrom(int row, CellRange area) {
    return mergedByFirstRow.getOrDefault(row, List.of()).stream()
        .filter(m -> m.firstColumn() <= area.lastColumn() && m.lastColumn() >= area.firstColumn())
        .toList();
  }

  /** What most filled cells of a column hold; MIXED columns and blank ones are BLANK. */
  CellClass dominant(int column, int firstRow, int lastRow) {
    Map<CellClass, Integer> counts = new EnumMap<>(CellClass.class);
    int filled = 0;
    for (int r = firstRow; r <= Math.min(lastRow, firstRow + SAMPLE); r++) {
      CellClass kind = kind(r, column);
      if (kind != CellClass.BLANK && kind != CellClass.ERROR && !isPlaceholder(r, column)) {
        counts.merge(kind, 1, Integer::sum);
        filled++;
      }
    }
    for (var count : counts.entrySet()) {
      if (count.getValue() >= filled * CLEAR) {
        return count.getKey();
      }
    }
    return CellClass.BLANK;
  }

  /** Whether a text stands for a value that isn't there. */
  boolean isPlaceholder(int row, int column) {
    return sheet.cell(row, column).value() instanceof Scalar.Text text
        && text.value().strip().matches("(?i)n/?a|-+|—+|–|none|null|nil|tbd|\\?|无|暂无|未知|/");
  }

  /** Whether most filled texts of a column are nothing but numbers. */
  boolean holdsTextNumbers(int column, int firstRow, int lastRow) {
    int texts = 0;
    int numbers = 0;
    for (int r = firstRow; r <= Math.min(lastRow, firstRow + SAMPLE); r++) {
      if (sheet.cell(r, column).value() instanceof Scalar.Text text && !text.value().isBlank()) {
        texts++;
        numbers += CellClass.isTextNumber(text.value()) ? 1 : 0;
      }
    }
    return texts > 0 && numbers >= texts * CLEAR;
  }
}
