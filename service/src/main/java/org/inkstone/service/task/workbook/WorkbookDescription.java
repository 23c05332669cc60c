package org.inkstone.service.task.workbook;

import java.util.List;
import org.inkstone.sdk.model.WorkbookInfo;
import org.inkstone.sdk.model.WorkbookInfo.SheetInfo;
import org.inkstone.sdk.model.WorkbookInfo.TableInfo;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.table.TableFinder;

/** What the owner of a workbook is told of it. */
record WorkbookDescription(List<SheetInfo> sheets, List<TableInfo> tables) {
  /** Looks through the whole workbook: not for an event loop. */
  static WorkbookDescription of(Workbook workbook) {
    return new WorkbookDescription(
        workbook.sheets().stream().map(WorkbookDescription::sheet).toList(),
        TableFinder.find(workbook).stream().map(WorkbookDescription::table).toList());
  }

  WorkbookInfo withId(String id) {
    return new WorkbookInfo(id, sheets, tables);
  }

  private static SheetInfo sheet(Sheet sheet) {
    String range = sheet.used().map(CellRange::toString).orElse(null);
    return new SheetInfo(sheet.name(), range, sheet.cells().size());
  }

  private static TableInfo table(Table table) {
    return new TableInfo(
        table.name(), table.sheet(), table.range().toString(), table.headerRows(), table.columns());
  }
}
