package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.eval.CellsRead.SheetRange;

/** Writes ranges with as few as possible. */
final class CompactRanges {
  /** Above this number of ranges they are left as they are. */
  private static final int MOST = 5_000;

  private CompactRanges() {}

  /** The same cells: no range inside another, runs down a column or along a row as one. */
  static List<SheetRange> of(List<SheetRange> ranges) {
    List<SheetRange> distinct = ranges.stream().distinct().toList();
    if (distinct.size() > MOST) {
      return distinct;
    }
    return joined(joined(outer(distinct), true), false);
  }

  private static List<SheetRange> outer(List<SheetRange> ranges) {
    List<SheetRange> kept = new ArrayList<>();
    for (SheetRange range : ranges) {
      if (kept.stream().noneMatch(k -> contains(k, range))) {
        kept.removeIf(k -> contains(range, k));
        kept.add(range);
      }
    }
    return kept;
  }

  private static boolean contains(SheetRange outer, SheetRange inner) {
    CellRange in = inner.range();
    return outer.sheet().equals(inner.sheet())
        && outer.range().contains(in.firstRow(), in.firstColumn())
        && outer.range().contains(in.lastRow(), in.lastColumn());
  }

  private static List<SheetRange> joined(List<SheetRange> ranges, boolean down) {
    List<SheetRange> sorted = new ArrayList<>(ranges);
    Comparator<SheetRange> bySheet = Comparator.comparing(SheetRange::sheet);
    Comparator<SheetRange> byColumn = Comparator.comparingInt(r -> r.range().firstColumn());
    Comparator<SheetRange> byRow = Comparator.comparingInt(r -> r.range().firstRow());
    sorted.sort(
        bySheet.thenComparing(down ? byColumn : byRow).thenComparing(down ? byRow : byColumn));
    List<SheetRange> result = new ArrayList<>();
    for (SheetRange range : sorted) {
      SheetRange before = result.isEmpty() ? null : result.getLast();
      if (before != null && meets(before, range, down)) {
        CellRange a = before.range();
        CellRange b = range.range();
        CellRange both =
            new CellRange(
                a.firstRow(),
                a.firstColumn(),
                Math.max(a.lastRow(), b.lastRow()),
                Math.max(a.lastColumn(), b.lastColumn()));
        result.set(result.size() - 1, new SheetRange(before.sheet(), both));
      } else {
        result.add(range);
      }
    }
    return result;
  }

  private static boolean meets(SheetRange before, SheetRange next, boolean down) {
    CellRange a = before.range();
    CellRange b = next.range();
    boolean aligned =
        down
            ? a.firstColumn() == b.firstColumn() && a.lastColumn() == b.lastColumn()
            : a.firstRow() == b.firstRow() && a.lastRow() == b.lastRow();
    boolean touches =
        down ? b.firstRow() <= a.lastRow() + 1 : b.firstColumn() <= a.lastColumn() + 1;
    return before.sheet().equals(next.sheet()) && aligned && touches;
  }
}
