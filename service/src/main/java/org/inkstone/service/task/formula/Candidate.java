package org.inkstone.service.task.formula;

/**
 * A formula that may answer a request.
 *
 * @param formula its text, with the leading {@code =}; columns by name or ranges in A1 style
 * @param logProbability how probable its source holds it, as a natural logarithm
 * @param source the name of its source
 */
public record Candidate(String formula, double logProbability, String source) {}
