package org.inkstone.service.sheet;

import java.util.List;

/**
 * A table: a header and rows of data. Either declared in the workbook or found on the sheet.
 *
 * @param name by which structured references call it
 * @param sheet the sheet that it stands on
 * @param range headers, data and totals together
 * @param headerRows rows at the top that are headers; 0 if there are none
 * @param totalsRows rows at the bottom that are totals
 * @param columns the column names, unique in the table
 */
public record Table(
    String name,
    String sheet,
    CellRange range,
    int headerRows,
    int totalsRows,
    List<String> columns) {
  public Table {
    columns = List.copyOf(columns);
    if (columns.size() != range.columns()) {
      throw new IllegalArgumentException(
          "table "
              + name
              + " has "
              + range.columns()
              + " columns but "
              + columns.size()
              + " names");
    }
    if (headerRows + totalsRows >= range.rows()) {
      throw new IllegalArgumentException("table " + name + " has no row of data");
    }
  }

  /** The data alone. */
  public CellRange data() {
    return new CellRange(
        range.firstRow() + headerRows,
        range.firstColumn(),
        range.lastRow() - totalsRows,
        range.lastColumn());
  }

  /** The data of one column, counted from 0. */
  public CellRange data(int column) {
    CellRange data = data();
    int at = data.firstColumn() + column;
    return new CellRange(data.firstRow(), at, data.lastRow(), at);
  }
}
