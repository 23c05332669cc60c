package org.inkstone.service.plan.compose;

import java.util.function.Function;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/**
 * What may be computed, apart from the rows that count.
 *
 * @param build makes the plan, given the condition
 * @param used the items that it explains
 * @param exclusive those among them that no condition may explain too
 * @param cost what speaks against it
 * @param filter whether it takes a condition
 */
record Head(
    Function<Condition, Plan> build,
    String kind,
    long used,
    long exclusive,
    double cost,
    Filter filter) {
  /** Which conditions it takes. */
  enum Filter {
    NONE,
    ANY,
    /** At least one. */
    NEEDED,
    /** One that picks a row. */
    KEY
  }

  static Head of(String kind, Plan plan, long used, double cost) {
    return new Head(c -> plan, kind, used, used, cost, Filter.NONE);
  }
}
