package org.inkstone.service.sheet.recalc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.junit.jupiter.api.Test;

class RangeIndexTest {
  private final SplittableRandom random = new SplittableRandom(11);

  private CellRange range(int rows, int columns) {
    int row = random.nextInt(rows);
    int column = random.nextInt(columns);
    return new CellRange(
        row, column, row + random.nextInt(rows - row), column + random.nextInt(columns - column));
  }

  @Test
  void findsWhatALookAtEachRangeFinds() {
    for (int size : new int[] {0, 1, 2, 16, 17, 300, 5_000}) {
      List<CellRange> ranges = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        ranges.add(i % 7 == 0 ? range(2_000, 300) : range(40, 20));
      }
      RangeIndex index = new RangeIndex(ranges);
      for (int i = 0; i < 50; i++) {
        CellRange asked = i % 2 == 0 ? range(2_000, 300) : range(30, 10);
        Set<Integer> expected = new TreeSet<>();
        for (int r = 0; r < size; r++) {
          if (overlap(ranges.get(r), asked)) {
            expected.add(r);
          }
        }
        Set<Integer> found = new TreeSet<>();
        index.overlapping(asked, found::add);
        assertEquals(expected, found);
      }
    }
  }

  private static boolean overlap(CellRange a, CellRange b) {
    return a.firstRow() <= b.lastRow()
        && b.firstRow() <= a.lastRow()
        && a.firstColumn() <= b.lastColumn()
        && b.firstColumn() <= a.lastColumn();
  }

  @Test
  void keepsWholeColumnsAndTheLastCell() {
    int lastRow = CellAddress.MAX_ROWS - 1;
    int lastColumn = CellAddress.MAX_COLUMNS - 1;
    RangeIndex index =
        new RangeIndex(
            List.of(
                new CellRange(0, 3, lastRow, 3),
                new CellRange(lastRow, lastColumn, lastRow, lastColumn),
                new CellRange(5, 0, 5, lastColumn)));
    List<Integer> found = new ArrayList<>();
    index.overlapping(new CellRange(lastRow, 0, lastRow, lastColumn), found::add);
    found.sort(null);
    assertEquals(List.of(0, 1), found);
  }
}
