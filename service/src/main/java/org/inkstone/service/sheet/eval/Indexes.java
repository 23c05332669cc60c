package org.inkstone.service.sheet.eval;

import java.util.HashMap;
import java.util.Map;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.ValueIndex;
import org.jspecify.annotations.Nullable;

/**
 * Tables of the values of one sheet's vectors. A vector gets one when it is searched for the second
 * time, and loses it when a cell of its columns changes.
 */
final class Indexes {
  /** Shorter vectors are as quickly walked. */
  private static final int SHORTEST = 24;

  private static final int MOST = 1_000;

  /** A vector that was searched; its table once there is one. */
  private record Searched(long version, @Nullable ValueIndex index) {}

  private final Map<CellRange, Searched> searched = new HashMap<>();
  private int[] versions = new int[0];
  private int sheetVersion;

  /** Notes that values of a column change. */
  void changed(int column) {
    if (column < versions.length) {
      versions[column]++;
    }
  }

  /** Notes that any value may change. */
  void changed() {
    sheetVersion++;
    searched.clear();
  }

  private long version(CellRange range) {
    if (versions.length == 0) {
      versions = new int[CellAddress.MAX_COLUMNS];
    }
    long sum = sheetVersion;
    for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
      sum += versions[column];
    }
    return sum;
  }

  /** The table of a vector; null if it has none. */
  @Nullable ValueIndex of(Area vector, DateSystem dates) {
    CellRange range = vector.range();
    if (vector.filledLength() < SHORTEST || range.columns() > 1 && range.rows() > 1) {
      return null;
    }
    long version = version(range);
    Searched before = searched.get(range);
    if (before != null && before.version == version && before.index != null) {
      return before.index;
    }
    boolean again = before != null && before.version == version;
    if (searched.size() >= MOST) {
      searched.clear();
    }
    if (!again) {
      searched.put(range, new Searched(version, null));
      return null;
    }
    ValueIndex index = ValueIndex.of(vector, dates);
    if (index != null && version == version(range)) {
      searched.put(range, new Searched(version, index));
    }
    return index;
  }
}
