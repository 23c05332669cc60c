package org.inkstone.service.task.formula;

import org.inkstone.service.sheet.check.Wording;
import org.jspecify.annotations.Nullable;

/**
 * How a formula's value reacted to changed data.
 *
 * @param before its value on the data as they are
 * @param after its value on the changed data; null where it took too long
 * @param reason why the verdict, in one sentence
 */
record Reaction(
    DataVariant variant,
    Computed before,
    @Nullable Computed after,
    Verdict verdict,
    Wording reason) {
  /** What it means for the formula. */
  enum Verdict {
    UNCHANGED,
    CHANGED_AS_EXPECTED,
    /** A careful user should know. */
    WARNING,
    /** The formula is wrong. */
    FAILED;

    /** As it goes out. */
    String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
