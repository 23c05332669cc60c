package org.inkstone.service.sheet.eval;

import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A part of a formula and its value, with its own parts: what an explanation is made of.
 *
 * @param expr the part
 * @param rows the size of the value; 0 for a function value
 * @param columns the size of the value
 * @param values the value's first rows, at most {@value #MOST_ROWS} of at most {@value
 *     #MOST_COLUMNS} values
 * @param reference the cells that the part refers to; null if it is no reference
 * @param parts the parts that were evaluated, in order; those that were not needed are absent
 */
public record Step(
    Expr expr,
    int rows,
    int columns,
    List<List<Scalar>> values,
    CellsRead.@Nullable SheetRange reference,
    List<Step> parts) {
  /** The most rows that are kept. */
  public static final int MOST_ROWS = 20;

  /** The most columns that are kept. */
  public static final int MOST_COLUMNS = 10;

  public Step {
    values = values.stream().map(List::copyOf).toList();
    parts = List.copyOf(parts);
  }
}
