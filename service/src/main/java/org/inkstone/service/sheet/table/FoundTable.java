package org.inkstone.service.sheet.table;

import java.util.List;
import org.inkstone.service.sheet.CellRange;
import org.jspecify.annotations.Nullable;

/** A table while it is being found: it may grow over blank rows. */
final class FoundTable {
  private static final int WIDEST_GAP = 2;
  private static final int LOOKED_AT = 50;

  private final SheetView view;
  private CellRange area;
  private int headerRows;
  private int contrast;
  private @Nullable String title;

  FoundTable(SheetView view, Header header) {
    this.view = view;
    this.area = header.area();
    this.headerRows = header.rows();
    this.contrast = header.contrast();
    this.title = header.title();
  }

  CellRange area() {
    return area;
  }

  int headerRows() {
    return headerRows;
  }

  @Nullable String title() {
    return title;
  }

  void titled(String text) {
    title = title == null ? text : title;
  }

  /** Whether the region lies below, within the columns and after few blank rows. */
  boolean isRightAbove(CellRange region) {
    int gap = region.firstRow() - area.lastRow() - 1;
    return gap >= 1
        && gap <= WIDEST_GAP
        && region.firstColumn() >= area.firstColumn()
        && region.lastColumn() <= area.lastColumn();
  }

  /** Takes the region in if it goes on with this table; says whether it did. */
  boolean grow(CellRange region, Header header) {
    if (area.rows() == 1) {
      return growFromHeader(region, header);
    }
    CellRange grown = area.rows() == headerRows ? null : with(region);
    boolean total =
        region.rows() <= 2 && new Totals(view, region, 0).beginsTotal(region.firstRow(), region);
    if (grown == null || !(total || continues(region, header))) {
      return false;
    }
    area = grown;
    return true;
  }

  private CellRange with(CellRange region) {
    return new CellRange(area.firstRow(), area.firstColumn(), region.lastRow(), area.lastColumn());
  }

  /** A header, then a blank row, then the data. */
  private boolean growFromHeader(CellRange region, Header header) {
    CellRange grown = with(region);
    HeaderRow row = new HeaderRow(view);
    if (area.columns() < 2
        || (header.rows() > 0 && header.contrast() > 0)
        || !row.isHeader(area.firstRow(), grown)) {
      return false;
    }
    headerRows = region.firstRow() - area.firstRow();
    contrast = row.contrast(area.firstRow(), grown);
    area = grown;
    return true;
  }

  private boolean continues(CellRange region, Header header) {
    if (header.rows() > 0 && header.contrast() > 0) {
      return false;
    }
    int telling = 0;
    int repeated = 0;
    for (int c = region.firstColumn(); c <= region.lastColumn(); c++) {
      CellClass above = view.dominant(c, area.firstRow() + headerRows, area.lastRow());
      CellClass below = view.dominant(c, region.firstRow(), region.lastRow());
      if (above != CellClass.BLANK && below != CellClass.BLANK) {
        if (above != below) {
          return false;
        }
        telling += above != CellClass.TEXT ? 1 : 0;
        repeated += above == CellClass.TEXT && sharesValue(c, region) ? 1 : 0;
      }
    }
    return telling > 0 || repeated > 0;
  }

  private boolean sharesValue(int column, CellRange region) {
    List<String> above =
        java.util.stream.IntStream.rangeClosed(
                Math.max(area.firstRow() + headerRows, area.lastRow() - LOOKED_AT), area.lastRow())
            .mapToObj(r -> view.text(r, column))
            .filter(text -> !text.isEmpty())
            .toList();
    for (int r = region.firstRow();
        r <= Math.min(region.lastRow(), region.firstRow() + LOOKED_AT);
        r++) {
      if (above.contains(view.text(r, column))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is a table and no note, form or lone list. */
  boolean isTable(boolean alone) {
    int data = area.rows() - headerRows;
    if (data < 1 || (headerRows == 0 && area.rows() < 2)) {
      return false;
    }
    if (area.columns() == 1) {
      return headerRows > 0 && ((contrast > 0 && data > 1) || alone);
    }
    if (headerRows > 0) {
      return contrast > 0 || data > 1 || alone;
    }
    return alone || (area.rows() > 2 && clearColumns() > 0);
  }

  /** How many columns hold nothing but numbers or dates; none counts if a column is unclear. */
  private int clearColumns() {
    int clear = 0;
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      CellClass kind = view.dominant(c, area.firstRow() + headerRows, area.lastRow());
      if (kind == CellClass.BLANK) {
        return 0;
      }
      clear += kind == CellClass.TEXT ? 0 : 1;
    }
    return clear;
  }
}
