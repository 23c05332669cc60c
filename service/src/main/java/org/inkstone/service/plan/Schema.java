package org.inkstone.service.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.format.SerialDate;
import org.inkstone.service.sheet.table.ColumnProfile;
import org.inkstone.service.sheet.table.ColumnReading;
import org.inkstone.service.sheet.table.ColumnType;
import org.inkstone.service.sheet.table.TableFinder;

/** All tables of a workbook that words may mean, those of the active sheet first. */
public record Schema(Workbook workbook, String sheet, List<TableView> tables) {
  public Schema {
    tables = List.copyOf(tables);
  }

  /** Finds the tables of a workbook. */
  public static Schema of(Workbook workbook, String activeSheet) {
    List<TableView> active = new ArrayList<>();
    List<TableView> others = new ArrayList<>();
    for (Table table : TableFinder.find(workbook)) {
      Sheet sheet = workbook.sheet(table.sheet()).orElseThrow();
      if (table.headerRows() > 0) {
        (table.sheet().equalsIgnoreCase(activeSheet) ? active : others)
            .add(view(workbook, sheet, table));
      }
    }
    active.addAll(others);
    return new Schema(workbook, activeSheet, active);
  }

  private static TableView view(Workbook workbook, Sheet sheet, Table table) {
    List<ColumnView> columns = new ArrayList<>();
    List<ColumnView> readings = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      ColumnProfile profile = ColumnProfile.of(sheet, table, c);
      List<Integer> years =
          profile.type() == ColumnType.DATE ? years(workbook, sheet, table.data(c)) : List.of();
      ColumnView column =
          new ColumnView(
              table.name(), c, table.columns().get(c), profile, texts(sheet, table.data(c)), years);
      columns.add(column);
      ColumnReading.of(sheet, table, c, profile, workbook.dateSystem())
          .forEach(r -> readings.add(column.as(r)));
    }
    return new TableView(table, columns, readings);
  }

  private static List<String> texts(Sheet sheet, CellRange data) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int row = data.firstRow(); row <= data.lastRow(); row++) {
      if (sheet.cell(row, data.firstColumn()).value() instanceof Scalar.Text text
          && !text.value().isBlank()
          && texts.size() < ColumnView.MOST_TEXTS) {
        texts.putIfAbsent(Words.normalize(text.value()), text.value());
      }
    }
    return List.copyOf(texts.values());
  }

  private static List<Integer> years(Workbook workbook, Sheet sheet, CellRange data) {
    TreeSet<Integer> years = new TreeSet<>();
    for (int row = data.firstRow(); row <= data.lastRow(); row++) {
      if (sheet.cell(row, data.firstColumn()).value() instanceof Scalar.Num number) {
        SerialDate.toDate(number.value(), workbook.dateSystem())
            .ifPresent(date -> years.add(date.getYear()));
      }
    }
    return List.copyOf(years);
  }

  /** The table with this name, in any case. */
  public Optional<TableView> table(String name) {
    return tables.stream().filter(t -> t.name().equalsIgnoreCase(name)).findFirst();
  }

  /** All columns of all tables. */
  public List<ColumnView> columns() {
    return tables.stream().flatMap(t -> t.columns().stream()).toList();
  }

  /** From which day to which the dates of each column reach. */
  List<RelativePeriods.Extent> dates() {
    List<RelativePeriods.Extent> extents = new ArrayList<>();
    for (ColumnView column : columns()) {
      Double min = column.profile().min();
      Double max = column.profile().max();
      if (column.type() == ColumnType.DATE && min != null && max != null) {
        Optional<LocalDate> first = SerialDate.toDate(min, workbook.dateSystem());
        Optional<LocalDate> last = SerialDate.toDate(max, workbook.dateSystem());
        if (first.isPresent() && last.isPresent()) {
          extents.add(new RelativePeriods.Extent(first.get(), last.get()));
        }
      }
    }
    return extents;
  }
}
