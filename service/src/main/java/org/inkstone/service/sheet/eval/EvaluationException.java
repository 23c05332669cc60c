package org.inkstone.service.sheet.eval;

/** An evaluation that was given up: its budget was spent or the formula can't be computed here. */
public final class EvaluationException extends RuntimeException {
  /** With what happened and what was expected. */
  public EvaluationException(String message) {
    super(message);
  }
}
