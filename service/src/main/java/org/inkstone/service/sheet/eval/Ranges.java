package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.CellRange;
import org.jspecify.annotations.Nullable;

/** Calculations on ranges of one sheet. */
final class Ranges {
  private Ranges() {}

  /** The smallest range around two. */
  static CellRange around(CellRange a, CellRange b) {
    return new CellRange(
        Math.min(a.firstRow(), b.firstRow()),
        Math.min(a.firstColumn(), b.firstColumn()),
        Math.max(a.lastRow(), b.lastRow()),
        Math.max(a.lastColumn(), b.lastColumn()));
  }

  /** What two ranges share; null if nothing. */
  static @Nullable CellRange both(CellRange a, CellRange b) {
    int top = Math.max(a.firstRow(), b.firstRow());
    int left = Math.max(a.firstColumn(), b.firstColumn());
    int bottom = Math.min(a.lastRow(), b.lastRow());
    int right = Math.min(a.lastColumn(), b.lastColumn());
    return top > bottom || left > right ? null : new CellRange(top, left, bottom, right);
  }

  static long size(CellRange range) {
    return (long) range.rows() * range.columns();
  }

  /** How many cells lie in any of the ranges. */
  static long union(List<CellRange> ranges) {
    List<CellRange> apart = new ArrayList<>();
    for (CellRange range : ranges) {
      List<CellRange> rest = new ArrayList<>(List.of(range));
      for (CellRange counted : List.copyOf(apart)) {
        rest = rest.stream().flatMap(part -> without(part, counted).stream()).toList();
      }
      apart.addAll(rest);
    }
    return apart.stream().mapToLong(Ranges::size).sum();
  }

  /** What is left of a range when another is cut out: up to four ranges. */
  private static List<CellRange> without(CellRange range, CellRange cut) {
    CellRange both = both(range, cut);
    if (both == null) {
      return List.of(range);
    }
    List<CellRange> rest = new ArrayList<>();
    int left = range.firstColumn();
    int right = range.lastColumn();
    if (both.firstRow() > range.firstRow()) {
      rest.add(new CellRange(range.firstRow(), left, both.firstRow() - 1, right));
    }
    if (both.lastRow() < range.lastRow()) {
      rest.add(new CellRange(both.lastRow() + 1, left, range.lastRow(), right));
    }
    if (both.firstColumn() > left) {
      rest.add(new CellRange(both.firstRow(), left, both.lastRow(), both.firstColumn() - 1));
    }
    if (both.lastColumn() < right) {
      rest.add(new CellRange(both.firstRow(), both.lastColumn() + 1, both.lastRow(), right));
    }
    return rest;
  }
}
