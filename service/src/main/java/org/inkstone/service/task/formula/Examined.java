package org.inkstone.service.task.formula;

import java.util.List;
import org.inkstone.sdk.model.FormulaProof;
import org.inkstone.service.verify.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A candidate after all checks.
 *
 * @param answer null where it could not even be read or run
 * @param variants its runs on changed data
 */
record Examined(
    Candidate candidate,
    @Nullable Answer answer,
    Verdict verdict,
    List<FormulaProof.Variant> variants) {
  Examined {
    variants = List.copyOf(variants);
  }

  /** How many checks failed. */
  long failures() {
    return verdict.findings().stream().filter(f -> !f.passed()).count();
  }
}
