package org.inkstone.service.sheet.recalc;

/**
 * A row that a filled-down formula refers to.
 *
 * @param fixed whether all copies refer to the same row
 * @param row that row, or how far below the copy it lies
 */
record Bound(boolean fixed, int row) {
  static Bound fixed(int row) {
    return new Bound(true, row);
  }

  static Bound moving(int below) {
    return new Bound(false, below);
  }

  int at(int copy) {
    return fixed ? row : copy + row;
  }
}
