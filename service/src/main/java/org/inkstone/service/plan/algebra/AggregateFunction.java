package org.inkstone.service.plan.algebra;

/** What makes one value out of many. */
public enum AggregateFunction {
  SUM,
  AVERAGE,
  /** Rows, whatever stands in them. */
  COUNT,
  /** Different values; blanks are none, and texts differ without regard to case. */
  COUNT_DISTINCT,
  MAX,
  MIN,
  MEDIAN,
  /** Of a sample. */
  DEVIATION,
  PRODUCT,
  /** The most frequent number. */
  MODE
}
