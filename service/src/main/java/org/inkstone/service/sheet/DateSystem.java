package org.inkstone.service.sheet;

/** From which day a workbook counts dates. */
public enum DateSystem {
  /** Serial 1 is 1900-01-01, and 1900 is (wrongly, for compatibility) a leap year. */
  FROM_1900,
  /** Serial 0 is 1904-01-01. */
  FROM_1904
}
