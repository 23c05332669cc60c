package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongToIntFunction;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;

/**
 * Cuts a sheet into rectangles of cells with no blank row or column through them (a recursive X-Y
 * cut, columns first). Works on the filled cells alone, so that far-off cells cost nothing.
 */
final class Regions {
  private static final int MOST_CUTS = 24;

  private final List<CellRange> found = new ArrayList<>();

  private Regions() {}

  /** The rectangles from top to bottom, then from left to right, outside of given areas. */
  static List<CellRange> of(Sheet sheet, List<CellRange> without) {
    Regions regions = new Regions();
    regions.cut(filled(sheet, without), 0);
    regions.found.sort((a, b) ->
        a.firstRow() != b.firstRow()
            ? Integer.compare(a.firstRow(), b.firstRow())
            : Integer.compare(a.firstColumn(), b.firstColumn()));
    return regions.found;
  }

  private static long[] filled(Sheet sheet, List<CellRange> without) {
    long[] keys = new long[sheet.cells().size()];
    int count = 0;
    Covered covered = new Covered(without);
    for (var entry : sheet.cells().entrySet()) {
      CellAddress at = entry.getKey();
      if (isFilled(entry.getValue()) && !covered.contains(at)) {
        keys[count++] = (long) at.row() << 32 | at.column();
      }
    }
    return Arrays.copyOf(keys, count);
  }

  /** Areas that are asked about row by row, so that only those of the row are looked at. */
  private static final class Covered {
    private final List<CellRange> ahead;
    private final List<CellRange> here = new ArrayList<>();
    private int next;
    private int row = -1;

    Covered(List<CellRange> areas) {
      ahead = areas.stream().sorted(Comparator.comparingInt(CellRange::firstRow)).toList();
    }

    boolean contains(CellAddress at) {
      if (at.row() != row) {
        row = at.row();
        here.removeIf(area -> area.lastRow() < row);
        while (next < ahead.size() && ahead.get(next).firstRow() <= row) {
          here.add(ahead.get(next++));
        }
      }
      for (CellRange area : here) {
        if (area.contains(at.row(), at.column())) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isFilled(SheetCell cell) {
    return cell.formula() != null || CellClass.of(cell) != CellClass.BLANK;
  }

  private void cut(long[] cells, int depth) {
    if (cells.length == 0) {
      return;
    }
    boolean across =
        depth < MOST_CUTS
            && (split(cells, depth, key -> (int) key) || split(cells, depth, Regions::row));
    if (!across) {
      found.add(around(cells));
    }
  }

  private static int row(long key) {
    return (int) (key >> 32);
  }

  /** Cuts along blank lines, if there are any, and goes on with the parts. */
  private boolean split(long[] cells, int depth, LongToIntFunction line) {
    BitSet lines = new BitSet();
    for (long cell : cells) {
      lines.set(line.applyAsInt(cell));
    }
    int first = lines.nextSetBit(0);
    if (lines.nextClearBit(first) > lines.length() - 1) {
      return false;
    }
    int[] partOf = new int[lines.length()];
    int parts = 0;
    for (int from = first; from >= 0; parts++) {
      int to = lines.nextClearBit(from);
      Arrays.fill(partOf, from, to, parts);
      from = lines.nextSetBit(to);
    }
    for (long[] part : partition(cells, line, partOf, parts)) {
      cut(part, depth + 1);
    }
    return true;
  }

  private static long[][] partition(long[] cells, LongToIntFunction line, int[] partOf, int parts) {
    int[] sizes = new int[parts];
    for (long cell : cells) {
      sizes[partOf[line.applyAsInt(cell)]]++;
    }
    long[][] result = new long[parts][];
    for (int i = 0; i < parts; i++) {
      result[i] = new long[sizes[i]];
      sizes[i] = 0;
    }
    for (long cell : cells) {
      int part = partOf[line.applyAsInt(cell)];
      result[part][sizes[part]++] = cell;
    }
    return result;
  }

  private static CellRange around(long[] cells) {
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom = 0;
    int right = 0;
    for (long cell : cells) {
      top = Math.min(top, row(cell));
      bottom = Math.max(bottom, row(cell));
      left = Math.min(left, (int) cell);
      right = Math.max(right, (int) cell);
    }
    return new CellRange(top, left, bottom, right);
  }
}
