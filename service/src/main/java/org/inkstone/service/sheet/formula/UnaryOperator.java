package org.inkstone.service.sheet.formula;

/** An operator with one operand. */
public enum UnaryOperator {
  PLUS("+", false),
  MINUS("-", false),
  /** Takes the one value in the formula's own row or column. */
  INTERSECT("@", false),
  PERCENT("%", true),
  /** The whole array that spills from a cell. */
  SPILL("#", true),
  /**
   * Brackets around a whole formula that adds or subtracts: then spreadsheets leave its last digits
   * as they are. Other brackets are not kept in the tree.
   */
  ENCLOSED("", true);

  private final String symbol;
  private final boolean postfix;

  UnaryOperator(String symbol, boolean postfix) {
    this.symbol = symbol;
    this.postfix = postfix;
  }

  /** As it is written. */
  public String symbol() {
    return symbol;
  }

  /** Whether it stands behind its operand. */
  public boolean postfix() {
    return postfix;
  }
}
