package org.inkstone.service.task.formula;

import java.util.List;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.check.Wording;
import org.inkstone.service.sheet.formula.Expr;

/**
 * The data of a formula with one change.
 *
 * @param description what was changed
 * @param changes the cells that were changed, the first ones
 * @param formula as it stands on the changed data: ranges may have grown
 */
record DataVariant(
    Change change,
    Wording description,
    List<CellChange> changes,
    Expr formula,
    Schema schema,
    Place place) {
  /** The most cells that are listed. */
  static final int MOST_CHANGES = 20;

  DataVariant {
    changes = List.copyOf(changes);
  }

  /** A cell with what it held and holds. */
  record CellChange(String cell, SheetCell from, SheetCell to) {}

  /** The ways in which real data change. */
  enum Change {
    BLANK,
    TEXT_NUMBER,
    DUPLICATE,
    EXTRA_ROW,
    EXTRA_ROW_BELOW,
    EMPTY_GROUP,
    REORDERED_ROWS;

    /** As it goes out. */
    String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
