package org.inkstone.service.sheet;

/** What the formulas of a sheet do with several values where a cell shows one. */
public enum FormulaMode {
  /** They spill into the cells beside and below, as formulas that a person writes today. */
  SPILLING,
  /**
   * They take the value of their own row or column (implicit intersection), as files mean all
   * formulas that they don't mark as arrays.
   */
  INTERSECTING
}
