package org.inkstone.service.task.formula;

import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a formula stands.
 *
 * @param sheet the active sheet
 * @param cell the formula's cell; with {@code fillDown} in the first data row
 * @param fillDown whether it is filled down, one value a data row
 * @param table the table whose rows it goes along; null if there is none
 */
public record Place(String sheet, CellAddress cell, boolean fillDown, @Nullable TableView table) {
  /** How many formulas there are. */
  public int rows() {
    TableView rows = table;
    return fillDown && rows != null ? rows.table().data().lastRow() - cell.row() + 1 : 1;
  }
}
