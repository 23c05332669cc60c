package org.inkstone.service.plan.algebra;

/** What is made of one text. */
public enum TextFunction {
  TRIM,
  UPPER,
  LOWER,
  PROPER,
  LENGTH,
  /** The first characters; one argument: how many. */
  LEFT,
  /** The last characters; one argument: how many. */
  RIGHT,
  /** Characters inside; two arguments: from which one, how many. */
  MIDDLE,
  /** What stands before a sign, or all of it; one argument: the sign. */
  BEFORE,
  /** What stands behind a sign; one argument: the sign. */
  AFTER,
  /** The last word. */
  LAST_WORD,
  /** One text in the place of another; two arguments. */
  REPLACE,
  /** How often a text stands in it; one argument. */
  OCCURRENCES,
  /** The number that it writes. */
  NUMBER
}
