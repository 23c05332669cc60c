package org.inkstone.service.plan.compose;

import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.algebra.Condition;

/**
 * A condition that words may ask for.
 *
 * @param column what is compared
 * @param used the items that it explains
 * @param exclusive those among them that nothing else may explain
 * @param cost what speaks against it
 * @param key whether it picks one row
 */
record Atom(
    Condition condition, ColumnView column, long used, long exclusive, double cost, boolean key) {
  /** How much a condition costs at most whose column the turn before had a condition on. */
  private static final double KNOWN = 0.15;

  /** The same on a column that needs no name, because the turn before was about it. */
  Atom known() {
    return new Atom(condition, column, used, exclusive, Math.min(cost, KNOWN), key);
  }

  /** Where its words begin. */
  int start(Reading reading) {
    return reading.items().stream()
        .filter(i -> (exclusive & i.bit()) != 0)
        .mapToInt(Item::start)
        .min()
        .orElse(0);
  }

  /** Where its words end. */
  int end(Reading reading) {
    return reading.items().stream()
        .filter(i -> (exclusive & i.bit()) != 0)
        .mapToInt(Item::end)
        .max()
        .orElse(0);
  }
}
