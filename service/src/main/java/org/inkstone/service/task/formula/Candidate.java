package org.inkstone.service.task.formula;

/**
 * A formula that may answer a request.
 *
 * @param formula its text, with the leading {@code =}; columns by name or ranges in A1 style
 * @param logProbability how probable its source holds it, as a natural logarithm
 * @param source the name of its source
 * @param explained whether its source accounts for each part by words of the request, so that a
 *     check of the wording that finds fault makes it doubtful, not wrong
 */
public record Candidate(String formula, double logProbability, String source, boolean explained) {
  /** A candidate whose source can't say which words led to which part. */
  public Candidate(String formula, double logProbability, String source) {
    this(formula, logProbability, source, false);
  }
}
