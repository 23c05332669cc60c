package org.inkstone.service.sheet.explain;

import java.util.List;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;

/**
 * Where a formula stands that is put into words.
 *
 * @param tables by whose headers its references are called
 * @param filledDown whether its own row stands for every row
 */
public record ExplainedPlace(
    Workbook workbook, List<Table> tables, String sheet, CellAddress cell, boolean filledDown) {
  public ExplainedPlace {
    tables = List.copyOf(tables);
  }
}
