package org.inkstone.service.task.formula;

import org.inkstone.service.plan.Schema;

/**
 * The data of a request with one change.
 *
 * @param change its name on the wire
 * @param description which cells were changed, and how
 * @param expected how the value may react
 */
record DataVariant(
    String change, String description, Schema schema, Place place, Expectation expected) {
  /** How the value of a right formula may react to a change. */
  enum Expectation {
    /** It stays or changes, but becomes no error. */
    NO_NEW_ERROR,
    /** It must change. */
    CHANGES,
    /** The same values, in the order of the rows. */
    SAME_VALUES
  }
}
