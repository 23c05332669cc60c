package org.inkstone.service.sheet.eval;

/**
 * How much work an evaluation may do before it is given up.
 *
 * @param steps nodes evaluated and cells visited, all formulas that it needs together
 */
public record Budget(long steps) {
  /** Enough for a few dozen passes over a million cells. */
  public static final Budget DEFAULT = new Budget(50_000_000);

  public Budget {
    if (steps < 1) {
      throw new IllegalArgumentException("a budget has at least 1 step: " + steps);
    }
  }
}
