package org.inkstone.service.task.formula;

import org.inkstone.service.plan.rank.Ranked;
import org.jspecify.annotations.Nullable;

/**
 * A formula that may answer a request.
 *
 * @param formula its text, with the leading {@code =}; columns by name or ranges in A1 style
 * @param logProbability how probable its source holds it, as a natural logarithm
 * @param source the name of its source
 * @param explained whether its source accounts for each part by words of the request, so that a
 *     check of the wording that finds fault is counted against it, not believed
 * @param ranked its plan among the others of the request; null if it was not composed
 */
public record Candidate(
    String formula,
    double logProbability,
    String source,
    boolean explained,
    @Nullable Ranked ranked) {
  /** A candidate whose source can't say which words led to which part. */
  public Candidate(String formula, double logProbability, String source) {
    this(formula, logProbability, source, false, null);
  }

  /** A candidate that is a plan. */
  static Candidate composed(String formula, Ranked ranked, String source, boolean explained) {
    return new Candidate(formula, Math.log(ranked.share()), source, explained, ranked);
  }
}
