package org.inkstone.service.plan.algebra;

import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;

/** The cells of the tables that plans are computed over. */
final class TableData {
  private final Schema schema;

  TableData(Schema schema) {
    this.schema = schema;
  }

  int rows(TableView table) {
    return current(table.name()).table().data().rows();
  }

  Scalar cell(ColumnView column, int row) {
    TableView table = current(column.table());
    CellRange data = table.table().data();
    Sheet sheet = schema.workbook().sheet(table.table().sheet()).orElseThrow();
    return sheet.cell(data.firstRow() + row, data.firstColumn() + column.index()).value();
  }

  org.inkstone.service.sheet.DateSystem dates() {
    return schema.workbook().dateSystem();
  }

  /** The table as it is now: a schema of changed data may have more rows than the plan's. */
  private TableView current(String name) {
    return schema.table(name).orElseThrow(() -> new IllegalStateException("no table " + name));
  }
}
