package org.inkstone.service.task.formula;

import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.compose.FollowUpWords;

/**
 * A request that changes the answer of the turn before.
 *
 * @param before the plan of that answer
 * @param words what the request says
 */
record FollowUp(Plan before, FollowUpWords words) {}
