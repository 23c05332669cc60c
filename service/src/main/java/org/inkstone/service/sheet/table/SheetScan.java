package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Table;

/** Finds the undeclared tables of one sheet. */
final class SheetScan {
  private final Sheet sheet;
  private final List<CellRange> declared;
  private final TableNames names;

  SheetScan(Sheet sheet, List<Table> declared, TableNames names) {
    this.sheet = sheet;
    this.declared =
        declared.stream()
            .filter(table -> table.sheet().equalsIgnoreCase(sheet.name()))
            .map(Table::range)
            .toList();
    this.names = names;
  }

  List<Table> find() {
    List<Table> tables = new ArrayList<>();
    for (CellRange region : Regions.of(sheet, declared)) {
      if (region.rows() > 1) {
        List<String> headers = new ArrayList<>();
        for (int c = region.firstColumn(); c <= region.lastColumn(); c++) {
          headers.add(
              sheet.cell(region.firstRow(), c).value()
                      instanceof org.inkstone.service.sheet.Scalar.Text text
                  ? text.value()
                  : "");
        }
        tables.add(
            new Table(
                names.next(null, sheet.name()),
                sheet.name(),
                region,
                1,
                0,
                ColumnNames.complete(headers, false)));
      }
    }
    return tables;
  }
}
