package org.inkstone.service.sheet.recalc;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.inkstone.service.sheet.CellRange;

/**
 * Finds which of many ranges of a sheet overlap another: an R-tree that is packed once, by columns
 * and then by rows, as references of formulas lie.
 */
final class RangeIndex {
  private static final int FANOUT = 16;

  /** Four bounds a node, leaves first, then level by level up to the root. */
  private final int[] bounds;

  /** The number of the range of a leaf; the first child of an inner node. */
  private final int[] links;

  private final int leaves;
  private final int[] levelEnds;

  RangeIndex(List<CellRange> ranges) {
    leaves = ranges.size();
    int nodes = leaves;
    int[] ends = new int[16];
    int levels = 0;
    ends[levels++] = leaves;
    for (int width = leaves; width > 1; ) {
      width = (width + FANOUT - 1) / FANOUT;
      nodes += width;
      ends[levels++] = nodes;
    }
    levelEnds = Arrays.copyOf(ends, levels);
    bounds = new int[nodes * 4];
    links = new int[nodes];
    int[] order = order(ranges);
    for (int i = 0; i < leaves; i++) {
      CellRange range = ranges.get(order[i]);
      links[i] = order[i];
      bounds[i * 4] = range.firstRow();
      bounds[i * 4 + 1] = range.firstColumn();
      bounds[i * 4 + 2] = range.lastRow();
      bounds[i * 4 + 3] = range.lastColumn();
    }
    build();
  }

  private static int[] order(List<CellRange> ranges) {
    int size = ranges.size();
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      CellRange range = ranges.get(i);
      long column = ((long) range.firstColumn() + range.lastColumn()) / 2;
      long row = ((long) range.firstRow() + range.lastRow()) / 2;
      // 14 bits for the column, 20 for the row, the rest for the number
      keys[i] = column << 49 | row << 29 | i;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) (keys[i] & (1 << 29) - 1);
    }
    return order;
  }

  private void build() {
    int from = 0;
    for (int level = 1; level < levelEnds.length; level++) {
      int to = levelEnds[level - 1];
      int node = to;
      for (int child = from; child < to; child += FANOUT) {
        links[node] = child;
        cover(node, child, Math.min(child + FANOUT, to));
        node++;
      }
      from = to;
    }
  }

  private void cover(int node, int from, int to) {
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom = -1;
    int right = -1;
    for (int i = from; i < to; i++) {
      top = Math.min(top, bounds[i * 4]);
      left = Math.min(left, bounds[i * 4 + 1]);
      bottom = Math.max(bottom, bounds[i * 4 + 2]);
      right = Math.max(right, bounds[i * 4 + 3]);
    }
    bounds[node * 4] = top;
    bounds[node * 4 + 1] = left;
    bounds[node * 4 + 2] = bottom;
    bounds[node * 4 + 3] = right;
  }

  /** Visits the numbers of all ranges that share a cell with this one. */
  void overlapping(CellRange range, IntConsumer found) {
    if (leaves > 0) {
      visit(links.length - 1, levelEnds.length - 1, range, found);
    }
  }

  private void visit(int node, int level, CellRange range, IntConsumer found) {
    if (bounds[node * 4] > range.lastRow()
        || bounds[node * 4 + 2] < range.firstRow()
        || bounds[node * 4 + 1] > range.lastColumn()
        || bounds[node * 4 + 3] < range.firstColumn()) {
      return;
    }
    if (level == 0) {
      found.accept(links[node]);
      return;
    }
    int end = Math.min(links[node] + FANOUT, levelEnds[level - 1]);
    for (int child = links[node]; child < end; child++) {
      visit(child, level - 1, range, found);
    }
  }
}
