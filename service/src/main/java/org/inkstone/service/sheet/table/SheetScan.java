package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.format.DisplayText;
import org.jspecify.annotations.Nullable;

/** Finds the undeclared tables of one sheet. */
final class SheetScan {
  private static final int LOOKED_BACK = 64;
  private static final int LONGEST_TITLE = 30;

  private final Sheet sheet;
  private final SheetView view;
  private final List<CellRange> declared;
  private final TableNames names;

  SheetScan(Sheet sheet, List<Table> declared, DisplayText display, TableNames names) {
    this.sheet = sheet;
    this.view = new SheetView(sheet, display);
    this.declared =
        declared.stream()
            .filter(table -> table.sheet().equalsIgnoreCase(sheet.name()))
            .map(Table::range)
            .toList();
    this.names = names;
  }

  List<Table> find() {
    List<CellRange> regions = Regions.of(sheet, declared);
    List<FoundTable> found = new ArrayList<>();
    for (CellRange region : regions) {
      Header header = new HeaderFinder(view, region).find();
      if (!grow(found, region, header)) {
        found.add(new FoundTable(view, header));
      }
    }
    boolean alone = found.size() == 1 && declared.isEmpty();
    List<FoundTable> tables = found.stream().filter(table -> table.isTable(alone)).toList();
    title(found, new HashSet<>(tables));
    boolean single = tables.size() == 1 && declared.isEmpty();
    return tables.stream()
        .sorted(
            Comparator.comparingInt((FoundTable table) -> table.area().firstRow())
                .thenComparingInt(table -> table.area().firstColumn()))
        .map(table -> table(table, single))
        .toList();
  }

  private static boolean grow(List<FoundTable> found, CellRange region, Header header) {
    for (int i = found.size() - 1; i >= Math.max(0, found.size() - LOOKED_BACK); i--) {
      FoundTable above = found.get(i);
      if (above.isRightAbove(region)) {
        return above.grow(region, header);
      }
    }
    return false;
  }

  /** A lone text right above a table is its title. */
  private void title(List<FoundTable> found, Set<FoundTable> tables) {
    for (int i = 1; i < found.size(); i++) {
      FoundTable table = found.get(i);
      for (int j = i - 1; j >= Math.max(0, i - LOOKED_BACK) && tables.contains(table); j--) {
        CellRange above = found.get(j).area();
        int gap = table.area().firstRow() - above.lastRow() - 1;
        boolean over =
            above.firstColumn() >= table.area().firstColumn() - 1
                && above.firstColumn() <= table.area().lastColumn();
        if (above.rows() == 1 && above.columns() == 1 && gap >= 0 && gap <= 2 && over) {
          table.titled(view.text(above.firstRow(), above.firstColumn()));
        }
      }
    }
  }

  private Table table(FoundTable found, boolean single) {
    CellRange area = found.area();
    Totals totals = new Totals(view, area, found.headerRows());
    int last = totals.lastRow();
    CellRange range = new CellRange(area.firstRow(), area.firstColumn(), last, area.lastColumn());
    List<String> headers =
        found.headerRows() == 0
            ? Collections.nCopies(range.columns(), "")
            : new HeaderTexts(view, range, found.headerRows()).read();
    return new Table(
        names.next(single, shortTitle(found.title()), sheet.name()),
        sheet.name(),
        range,
        found.headerRows(),
        totals.count(last),
        ColumnNames.complete(headers, isChinese(headers, range)));
  }

  private static @Nullable String shortTitle(@Nullable String title) {
    return title == null || title.length() > LONGEST_TITLE ? null : title;
  }

  private boolean isChinese(List<String> headers, CellRange range) {
    if (headers.stream().anyMatch(header -> !header.isEmpty())) {
      return headers.stream().anyMatch(ColumnNames::isChinese);
    }
    for (int c = range.firstColumn(); c <= range.lastColumn(); c++) {
      if (ColumnNames.isChinese(view.text(range.firstRow(), c))) {
        return true;
      }
    }
    return ColumnNames.isChinese(sheet.name());
  }
}
