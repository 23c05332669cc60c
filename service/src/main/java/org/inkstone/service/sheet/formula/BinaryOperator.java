package org.inkstone.service.sheet.formula;

/** An operator with two operands; all of them group to the left. */
public enum BinaryOperator {
  EQUAL("=", 1),
  NOT_EQUAL("<>", 1),
  LESS("<", 1),
  LESS_OR_EQUAL("<=", 1),
  GREATER(">", 1),
  GREATER_OR_EQUAL(">=", 1),
  CONCAT("&", 2),
  ADD("+", 3),
  SUBTRACT("-", 3),
  MULTIPLY("*", 4),
  DIVIDE("/", 4),
  POWER("^", 5),
  UNION(",", 8),
  INTERSECTION(" ", 9),
  RANGE(":", 10);

  private final String symbol;
  private final int precedence;

  BinaryOperator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  /** As it is written. */
  public String symbol() {
    return symbol;
  }

  /** How tightly it binds; more is tighter. Percent is 6, the prefix operators are 7. */
  int precedence() {
    return precedence;
  }

  /** Whether it compares its operands. */
  public boolean comparison() {
    return precedence == 1;
  }

  /** Whether it makes a reference out of references. */
  public boolean reference() {
    return precedence >= 8;
  }
}
