package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.CellRange;

/** The header of each column, joined from all header rows. */
final class HeaderTexts {
  private final SheetView view;
  private final CellRange area;
  private final int rows;

  HeaderTexts(SheetView view, CellRange area, int rows) {
    this.view = view;
    this.area = area;
    this.rows = rows;
  }

  /** Whether a row holds nothing but units. */
  static boolean isUnitRow(SheetView view, int row, CellRange area) {
    int units = 0;
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      if (view.kind(row, c) == CellClass.TEXT && HeaderUnits.isUnitAlone(view.text(row, c))) {
        units++;
      } else if (view.isFilled(row, c)) {
        return false;
      }
    }
    return units > 0;
  }

  List<String> read() {
    List<String> headers = new ArrayList<>();
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      headers.add(header(c));
    }
    return headers;
  }

  private String header(int column) {
    StringBuilder header = new StringBuilder();
    String before = "";
    for (int i = 0; i < rows; i++) {
      String text = label(area.firstRow() + i, column, i == rows - 1);
      if (!text.isEmpty() && !text.equals(before)) {
        boolean unit = i > 0 && isUnitRow(view, area.firstRow() + i, area);
        boolean bare = unit && !text.matches("[(（\\[【].*");
        header.append(header.isEmpty() ? "" : " ").append(bare ? "(" + text + ")" : text);
        before = text;
      }
    }
    return header.toString();
  }

  /** The label of one row: its own, that of its merged area, or that of the group to its left. */
  private String label(int row, int column, boolean last) {
    CellRange merged = view.mergedAt(row, column);
    if (merged != null) {
      return view.text(merged.firstRow(), merged.firstColumn());
    }
    if (view.isFilled(row, column) || last || !view.mergedFrom(row, area).isEmpty()) {
      return view.text(row, column);
    }
    int left = column;
    while (left >= area.firstColumn() && !view.isFilled(row, left)) {
      left--;
    }
    boolean grouped = left >= area.firstColumn() && isFilledBelow(row, left, column);
    return grouped ? view.text(row, left) : "";
  }

  private boolean isFilledBelow(int row, int from, int to) {
    for (int c = from; c <= to; c++) {
      if (!view.isFilled(row + 1, c)) {
        return false;
      }
    }
    return true;
  }
}
