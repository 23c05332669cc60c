package org.inkstone.service.plan;

import java.util.List;
import java.util.stream.Stream;
import org.inkstone.service.sheet.Table;

/**
 * A table and its columns as words may mean them.
 *
 * @param readings columns of texts again, read as the numbers or days that they write
 */
public record TableView(Table table, List<ColumnView> columns, List<ColumnView> readings) {
  public TableView {
    columns = List.copyOf(columns);
    readings = List.copyOf(readings);
  }

  /** A table whose cells are taken as they stand. */
  public TableView(Table table, List<ColumnView> columns) {
    this(table, columns, List.of());
  }

  /** The same table with the readings of its columns as further columns. */
  public TableView withReadings() {
    return readings.isEmpty()
        ? this
        : new TableView(
            table, Stream.concat(columns.stream(), readings.stream()).toList(), List.of());
  }

  private static final java.util.regex.Pattern NO_NAME =
      java.util.regex.Pattern.compile(
          "(?i)(table|sheet|data|book|list|export|工作表|表格?|数据|列表|导出)[\\s_-]*\\d*");

  /** Whether its name or that of its sheet says what it is about. */
  public boolean isNamed() {
    return !NO_NAME.matcher(table.sheet().strip()).matches();
  }

  /** By which formulas call it. */
  public String name() {
    return table.name();
  }
}
