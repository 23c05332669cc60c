package org.inkstone.service.sheet.eval;

import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * What became of a formula.
 *
 * @param rows the value: one row of one scalar, or an array's rows of equal length; blank results
 *     are already 0, as a cell shows them
 * @param array whether the formula gave an array, which may be of one cell
 * @param format the number format that the value asks for, such as that of a date; null is General
 * @param reads what the formula itself read
 * @param warnings what a reader of the value must know, in English
 */
public record Evaluation(
    List<List<Scalar>> rows,
    boolean array,
    @Nullable String format,
    CellsRead reads,
    List<String> warnings) {
  public Evaluation {
    rows = rows.stream().map(List::copyOf).toList();
    warnings = List.copyOf(warnings);
    if (rows.isEmpty() || rows.getFirst().isEmpty()) {
      throw new IllegalArgumentException("a value has at least one cell");
    }
  }

  /** The value, or the first one of an array. */
  public Scalar scalar() {
    return rows.getFirst().getFirst();
  }
}
