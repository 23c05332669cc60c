package org.inkstone.service.plan.algebra;

/** How two values are compared. */
public enum Comparison {
  EQUAL,
  NOT_EQUAL,
  LESS,
  AT_MOST,
  GREATER,
  AT_LEAST;

  /** Whether values in this order (negative, 0 or positive) meet the comparison. */
  public boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  /** The one that holds exactly where this one does not. */
  public Comparison opposite() {
    return switch (this) {
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case LESS -> AT_LEAST;
      case AT_MOST -> GREATER;
      case GREATER -> AT_MOST;
      case AT_LEAST -> LESS;
    };
  }

  /** Whether it asks for an order, not for sameness. */
  public boolean isOrder() {
    return this != EQUAL && this != NOT_EQUAL;
  }
}
