package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.eval.CellsRead.SheetRange;

/** Collects what one formula reads. */
final class ReadLog {
  /** Ranges beyond this number are counted without regard to overlap, or not kept at all. */
  private static final int MOST = 2_000;

  private final Set<SheetRange> ranges = new LinkedHashSet<>();

  void add(SheetView view, CellRange range) {
    CellRange used = view.used();
    CellRange seen = used == null ? null : Ranges.both(range, used);
    if (seen != null && ranges.size() < MOST) {
      ranges.add(new SheetRange(view.sheet(), seen));
    }
  }

  CellsRead result() {
    Map<String, List<CellRange>> bySheet = new LinkedHashMap<>();
    for (SheetRange range : ranges) {
      bySheet.computeIfAbsent(range.sheet(), sheet -> new ArrayList<>()).add(range.range());
    }
    long cells = bySheet.values().stream().mapToLong(Ranges::union).sum();
    return new CellsRead(cells, List.copyOf(ranges));
  }
}
