package org.inkstone.service.plan.algebra;

import org.inkstone.service.plan.TableView;
import org.jspecify.annotations.Nullable;

/**
 * A row that is looked at.
 *
 * @param around the formula's own row, where this one is a row of an aggregate
 */
record Scope(TableView table, int row, @Nullable Scope around) {
  /** A row of an aggregate that is computed in this row, or in none. */
  static Scope inside(TableView table, int row, @Nullable Scope around) {
    return new Scope(
        table, row, around == null || around.around() == null ? around : around.around());
  }
}
