package org.inkstone.service.plan;

/** What a word of a request says about the computation, apart from the data. */
public enum Cue {
  SUM,
  AVERAGE,
  COUNT,
  MAX,
  MIN,
  MEDIAN,
  DEVIATION,
  MODE,
  DISTINCT,
  LIST,
  SORT,
  RANK,
  LOOKUP,
  WHO,
  EACH,
  GREATER,
  AT_LEAST,
  LESS,
  AT_MOST,
  BETWEEN,
  EQUAL,
  INCLUSIVE,
  EXCLUSIVE,
  NEGATION,
  EITHER,
  BLANK,
  SHARE,
  DIVIDE,
  MULTIPLY,
  SUBTRACT,
  ADD,
  WEIGHTED,
  ROUND,
  CONDITION,
  CONTAINS,
  TEXT,
  JOIN,
  DATE_PART,
  DATE_SHIFT,
  WORKDAYS,
  FINANCE,
  ORDINAL,
  BAND,
  /** More than one row has the value. */
  DUPLICATE,
  /** The row below, in the order of the table. */
  NEXT,
  /** The row above, in the order of the table. */
  PREVIOUS,
  /** The last row, or the latest one. */
  LAST,
  /** The same value as another row has. */
  SAME,
  /** Without a break between them. */
  CONSECUTIVE,
  /** The larger one of several that are named. */
  MORE,
  /** The smaller one of several that are named. */
  FEWER,
  FILL_ERROR;

  /** Whether it asks for one number out of many. */
  public boolean isAggregate() {
    return switch (this) {
      case SUM, AVERAGE, COUNT, MAX, MIN, MEDIAN, DEVIATION, MODE, DISTINCT, SHARE, WEIGHTED ->
          true;
      default -> false;
    };
  }

  /** Whether it compares with a bound. */
  public boolean isComparison() {
    return switch (this) {
      case GREATER, AT_LEAST, LESS, AT_MOST, BETWEEN -> true;
      default -> false;
    };
  }
}
