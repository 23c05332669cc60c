package org.inkstone.service.plan.algebra;

/** A part of a day's date. */
public enum DatePart {
  YEAR,
  MONTH,
  DAY,
  /** Monday is 1. */
  WEEKDAY,
  /** Sunday is 1. */
  WEEKDAY_FROM_SUNDAY,
  QUARTER,
  /** Of the ISO calendar. */
  WEEK,
  /** Year and month as a text, such as 2026-03. */
  YEAR_MONTH
}
