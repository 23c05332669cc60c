package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.BlockTallies;
import org.inkstone.service.sheet.value.Blocks;
import org.inkstone.service.sheet.value.Tally;
import org.jspecify.annotations.Nullable;

/** The tallies of ranges' blocks that a calculation keeps until a cell of theirs changes. */
final class KeptTallies {
  /** About 100 bytes each. */
  private static final int MOST_BLOCKS = 300_000;

  private record Key(Object what, List<Area> areas) {}

  private final Session session;
  private final Map<Key, OfAreas> kept = new HashMap<>();
  private long blocks;

  KeptTallies(Session session) {
    this.session = session;
  }

  /**
   * The tallies of areas of one size.
   *
   * @param what tells tallies of the same areas apart
   */
  BlockTallies of(Object what, List<Area> areas) {
    if (blocks > MOST_BLOCKS) {
      kept.clear();
      blocks = 0;
    }
    return kept.computeIfAbsent(new Key(what, areas), key -> new OfAreas(key.areas));
  }

  private final class OfAreas implements BlockTallies {
    private final List<CellRange> ranges = new ArrayList<>();
    private final List<ChangeTimes> times = new ArrayList<>();
    private final int height;
    private @Nullable Tally[] tallies = new @Nullable Tally[0];
    private long[] since = new long[0];
    private final BitSet unstable = new BitSet();

    OfAreas(List<Area> areas) {
      height = Blocks.height(areas.getFirst().columns());
      for (Area area : areas) {
        ranges.add(area.range());
        times.add(session.view(area.reader().index()).times());
      }
    }

    @Override
    public Tally of(int block, Supplier<Tally> computed) {
      if (!session.isSettled()) {
        return computed.get();
      }
      Tally known = block < tallies.length ? tallies[block] : null;
      if (known != null && isUnchanged(block)) {
        if (unstable.get(block)) {
          session.underWay().markUnstable();
        }
        return known;
      }
      long now = session.time();
      boolean[] changing = {false};
      Tally tally = session.underWay().watching(computed, changing);
      if (session.isSettled()) {
        keep(block, tally, now, changing[0]);
      }
      return tally;
    }

    private void keep(int block, Tally tally, long now, boolean changing) {
      if (block >= tallies.length) {
        int size = block + block / 2 + 1;
        tallies = Arrays.copyOf(tallies, size);
        since = Arrays.copyOf(since, size);
      }
      blocks += tallies[block] == null ? 1 : 0;
      tallies[block] = tally;
      since[block] = now;
      unstable.set(block, changing);
    }

    private boolean isUnchanged(int block) {
      for (int i = 0; i < ranges.size(); i++) {
        CellRange range = ranges.get(i);
        int top = range.firstRow() + block * height;
        int bottom = Math.min(top + height - 1, range.lastRow());
        CellRange rows = new CellRange(top, range.firstColumn(), bottom, range.lastColumn());
        if (!times.get(i).isUnchanged(rows, since[block])) {
          return false;
        }
      }
      return true;
    }
  }
}
