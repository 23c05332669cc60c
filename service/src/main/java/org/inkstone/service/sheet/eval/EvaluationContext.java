package org.inkstone.service.sheet.eval;

import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;

/**
 * All that a formula's value depends on.
 *
 * @param tables those that structured references may name: declared ones and found ones
 * @param sheet the sheet that the formula stands on
 * @param cell the cell that the formula stands in, even if the sheet is empty there
 * @param clock for TODAY and NOW, its zone included
 * @param random for RAND and its kin
 */
public record EvaluationContext(
    Workbook workbook,
    List<Table> tables,
    String sheet,
    CellAddress cell,
    Clock clock,
    RandomGenerator random,
    Budget budget) {
  public EvaluationContext {
    tables = List.copyOf(tables);
    if (workbook.sheet(sheet).isEmpty()) {
      throw new IllegalArgumentException("the workbook has no sheet called " + sheet);
    }
  }

  /** With the workbook's own tables and the default budget. */
  public static EvaluationContext of(
      Workbook workbook, String sheet, CellAddress cell, Clock clock, RandomGenerator random) {
    return new EvaluationContext(
        workbook, workbook.tables(), sheet, cell, clock, random, Budget.DEFAULT);
  }

  /** The same for a formula in another cell. */
  public EvaluationContext at(CellAddress other) {
    return new EvaluationContext(workbook, tables, sheet, other, clock, random, budget);
  }

  /** The same over other data. */
  public EvaluationContext over(Workbook other, List<Table> otherTables) {
    return new EvaluationContext(other, otherTables, sheet, cell, clock, random, budget);
  }
}
