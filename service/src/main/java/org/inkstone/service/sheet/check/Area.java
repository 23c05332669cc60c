package org.inkstone.service.sheet.check;

import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;

/** Cells of one sheet that a part of a formula refers to. */
record Area(String sheet, CellRange range) {
  boolean isOn(String other) {
    return sheet.equalsIgnoreCase(other);
  }

  boolean contains(Area other) {
    return isOn(other.sheet)
        && range.contains(other.range.firstRow(), other.range.firstColumn())
        && range.contains(other.range.lastRow(), other.range.lastColumn());
  }

  boolean overlaps(Area other) {
    return isOn(other.sheet)
        && range.firstRow() <= other.range.lastRow()
        && range.lastRow() >= other.range.firstRow()
        && range.firstColumn() <= other.range.lastColumn()
        && range.lastColumn() >= other.range.firstColumn();
  }

  /** The first column alone. */
  Area firstColumn() {
    return new Area(
        sheet,
        new CellRange(range.firstRow(), range.firstColumn(), range.lastRow(), range.firstColumn()));
  }

  /** The first row alone. */
  Area firstRow() {
    return new Area(
        sheet,
        new CellRange(range.firstRow(), range.firstColumn(), range.firstRow(), range.lastColumn()));
  }

  String cell(CellAddress at) {
    return sheet + "!" + at;
  }

  @Override
  public String toString() {
    return sheet + "!" + range;
  }
}
