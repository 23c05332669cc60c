package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.format.DisplayText;

/** Finds the tables of a workbook: those that it declares, and those that just stand there. */
public final class TableFinder {
  private TableFinder() {}

  /**
   * The tables of all sheets in their order: on each sheet the declared ones first, then the others
   * from top to bottom and from left to right. Their names are unique.
   */
  public static List<Table> find(Workbook workbook) {
    TableNames names = new TableNames(workbook);
    DisplayText display = new DisplayText(workbook.dateSystem());
    List<Table> tables = new ArrayList<>(workbook.tables());
    for (Sheet sheet : workbook.sheets()) {
      tables.addAll(new SheetScan(sheet, workbook.tables(), display, names).find());
    }
    return tables.stream().sorted(Comparator.comparingInt(t -> position(workbook, t))).toList();
  }

  /** The tables of a sheet that stands alone. */
  public static List<Table> find(Sheet sheet) {
    return find(Workbook.of(sheet));
  }

  private static int position(Workbook workbook, Table table) {
    for (int i = 0; i < workbook.sheets().size(); i++) {
      if (workbook.sheets().get(i).name().equalsIgnoreCase(table.sheet())) {
        return i;
      }
    }
    return workbook.sheets().size();
  }
}
