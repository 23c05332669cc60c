package org.inkstone.service.plan;

import java.util.List;
import org.inkstone.service.sheet.Table;

/** A table and its columns as words may mean them. */
public record TableView(Table table, List<ColumnView> columns) {
  public TableView {
    columns = List.copyOf(columns);
  }

  /** By which formulas call it. */
  public String name() {
    return table.name();
  }
}
