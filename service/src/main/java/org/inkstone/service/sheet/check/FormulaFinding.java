package org.inkstone.service.sheet.check;

import java.util.List;

/**
 * Something about a formula that its author should know.
 *
 * @param check the name of the check that found it
 * @param cells where, such as {@code Orders!C5} or {@code Orders!C2:C9}; perhaps none
 */
public record FormulaFinding(String check, Severity severity, Wording wording, List<String> cells) {
  /** How much it weighs. */
  public enum Severity {
    /** Worth knowing; the value may well be what is wanted. */
    NOTE,
    /** The value is probably not what is wanted. */
    DOUBT
  }

  public FormulaFinding {
    cells = List.copyOf(cells);
  }
}
