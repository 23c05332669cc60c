package org.inkstone.service.task.formula;

import java.util.List;
import org.inkstone.service.verify.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A candidate after all checks.
 *
 * @param answer null where it could not even be read or run
 * @param reactions its runs on changed data
 */
record Examined(
    Candidate candidate, @Nullable Answer answer, Verdict verdict, List<Reaction> reactions) {
  Examined {
    reactions = List.copyOf(reactions);
  }

  /** How many checks failed. */
  long failures() {
    return verdict.findings().stream().filter(f -> !f.harmless()).count();
  }
}
