package org.inkstone.service.task.formula;

import java.util.List;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.compose.Composer;
import org.inkstone.service.plan.compose.Composition;
import org.inkstone.service.plan.compose.FollowUpWords;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes the answer of the turn before.
 *
 * @param before the plan of that answer
 * @param words what the request says
 */
record FollowUp(Plan before, FollowUpWords words) {
  /** How many plans are looked at; an answer is found again among as many. */
  private static final int PLANS = 60;

  /**
   * The plans that a request may mean, or change the one of the turn before to; the best first.
   *
   * @param followUp null if the request stands for itself
   * @param along the table whose rows the formula is filled along; null if it is not
   */
  static List<Composition> plans(
      @Nullable FollowUp followUp, Links links, Schema schema, @Nullable TableView along) {
    return followUp == null
        ? Composer.compose(links, schema, along, PLANS)
        : Composer.edit(followUp.before, followUp.words, links, schema, along, PLANS);
  }
}
