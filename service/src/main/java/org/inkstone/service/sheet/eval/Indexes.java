package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.ValueIndex;
import org.jspecify.annotations.Nullable;

/**
 * Tables of the values of one sheet's vectors. A vector gets one when it is searched for the second
 * time; cells that change since are exchanged in it when it is searched again.
 */
final class Indexes {
  /** Shorter vectors are as quickly walked. */
  private static final int SHORTEST = 24;

  private static final int MOST = 1_000;

  /** If more than one in so many cells has changed, a table is made anew. */
  private static final int MOST_CHANGED_SHARE = 8;

  private final Map<CellRange, Searched> searched = new HashMap<>();
  private final Map<Integer, List<Searched>> byColumn = new HashMap<>();
  private final List<Searched> rows = new ArrayList<>();

  /** A vector that was searched; its table once there is one. */
  private static final class Searched {
    private final CellRange range;
    private @Nullable ValueIndex index;
    private int length;
    private BitSet changed = new BitSet();
    private int changes;

    /** Whether nothing has changed since it was searched. */
    private boolean fresh = true;

    /** Whether its values can't be in a table, as far as is known. */
    private boolean unfit;

    private boolean busy;

    Searched(CellRange range) {
      this.range = range;
    }

    void changed(int place) {
      fresh = false;
      unfit = false;
      if (index != null) {
        changed.set(place);
        if (++changes > Math.max(SHORTEST, length / MOST_CHANGED_SHARE)) {
          drop();
        }
      }
    }

    void drop() {
      index = null;
      changed = new BitSet();
      changes = 0;
      fresh = false;
    }
  }

  /** Notes that the value of a cell changes. */
  void changed(int row, int column) {
    if (searched.isEmpty()) {
      return;
    }
    for (Searched vector : byColumn.getOrDefault(column, List.of())) {
      if (vector.range.contains(row, column)) {
        vector.changed(row - vector.range.firstRow());
      }
    }
    for (Searched vector : rows) {
      if (vector.range.contains(row, column)) {
        vector.changed(column - vector.range.firstColumn());
      }
    }
  }

  /** Notes that any value may change. */
  void changed() {
    searched.clear();
    byColumn.clear();
    rows.clear();
  }

  /** The table of a vector; null if it has none. */
  @Nullable ValueIndex of(Area area, DateSystem dates) {
    CellRange range = area.range();
    if (area.filledLength() < SHORTEST || range.columns() > 1 && range.rows() > 1) {
      return null;
    }
    Searched vector = searched.get(range);
    if (vector == null) {
      add(range);
      return null;
    } else if (vector.busy || vector.unfit) {
      return null;
    } else if (vector.index != null && vector.length == area.filledLength()) {
      return exchanged(vector, area, dates);
    } else if (!vector.fresh) {
      vector.drop();
      vector.fresh = true;
      return null;
    }
    return made(vector, area, dates);
  }

  private void add(CellRange range) {
    if (searched.size() >= MOST) {
      changed();
    }
    Searched vector = new Searched(range);
    searched.put(range, vector);
    if (range.columns() == 1) {
      byColumn.computeIfAbsent(range.firstColumn(), c -> new ArrayList<>()).add(vector);
    } else {
      rows.add(vector);
    }
  }

  @SuppressWarnings("ReferenceEquality") // whether it was not thrown away meanwhile
  private @Nullable ValueIndex made(Searched vector, Area area, DateSystem dates) {
    vector.busy = true;
    try {
      int length = area.filledLength();
      ValueIndex index = ValueIndex.of(area, dates);
      if (searched.get(vector.range) != vector || !vector.fresh) {
        return null;
      }
      vector.unfit = index == null;
      vector.index = index;
      vector.length = length;
      return index;
    } finally {
      vector.busy = false;
    }
  }

  /** The table with the values that have changed. */
  @SuppressWarnings("ReferenceEquality") // whether it was not thrown away meanwhile
  private @Nullable ValueIndex exchanged(Searched vector, Area area, DateSystem dates) {
    ValueIndex index = vector.index;
    if (index == null || vector.changed.isEmpty()) {
      return index;
    }
    vector.busy = true;
    BitSet changed = vector.changed;
    vector.changed = new BitSet();
    vector.changes = 0;
    boolean done = false;
    try {
      boolean fit = true;
      for (int at = changed.nextSetBit(0); fit && at >= 0; at = changed.nextSetBit(at + 1)) {
        fit = index.exchange(at, area.at(at), dates);
      }
      done = true;
      if (!fit) {
        vector.drop();
      }
      return fit && searched.get(vector.range) == vector ? vector.index : null;
    } finally {
      vector.busy = false;
      if (!done) {
        vector.changed.or(changed);
      }
    }
  }
}
