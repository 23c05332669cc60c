package org.inkstone.service.task.formula;

import java.util.List;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.CellOrRows;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.format.FormatKind;
import org.jspecify.annotations.Nullable;

/** Values as they go over the wire. */
final class CellValues {
  private CellValues() {}

  static Cell cell(Scalar value) {
    return switch (value) {
      case Scalar.Blank blank -> Cell.blank();
      case Scalar.Num number -> Cell.of(number.value());
      case Scalar.Text text -> Cell.of(text.value());
      case Scalar.Bool bool -> Cell.of(bool.value());
      case Scalar.Err error -> new Cell.ErrorCell(error.code().literal());
    };
  }

  static CellOrRows of(Evaluation evaluation) {
    List<List<Scalar>> rows = evaluation.rows();
    boolean single = rows.size() == 1 && rows.getFirst().size() == 1;
    return single && !evaluation.array()
        ? CellOrRows.of(cell(evaluation.scalar()))
        : CellOrRows.of(rows.stream().map(r -> r.stream().map(CellValues::cell).toList()).toList());
  }

  /**
   * What a number in this format stands for: {@code date}, {@code datetime}, {@code time}, or null.
   */
  static @Nullable String as(@Nullable String format) {
    return switch (FormatKind.of(format)) {
      case DATE -> "date";
      case DATE_TIME -> "datetime";
      case TIME -> "time";
      default -> null;
    };
  }
}
