package org.inkstone.service.plan;

import java.util.List;
import org.inkstone.service.sheet.Table;

/** A table and its columns as words may mean them. */
public record TableView(Table table, List<ColumnView> columns) {
  public TableView {
    columns = List.copyOf(columns);
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
