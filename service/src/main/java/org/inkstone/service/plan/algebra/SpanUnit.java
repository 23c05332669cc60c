package org.inkstone.service.plan.algebra;

/** In what a span of time is measured. */
public enum SpanUnit {
  DAYS,
  WEEKS,
  /** Whole months. */
  MONTHS,
  /** Whole years. */
  YEARS,
  /** Monday to Friday, both ends included. */
  WORKDAYS
}
