package org.inkstone.service.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook: a sparse, immutable grid of cells. */
public final class Sheet {
  private final String name;
  private final Map<CellAddress, SheetCell> cells;
  private final List<CellRange> merged;
  private final @Nullable CellRange used;

  /**
   * A sheet.
   *
   * @param name as on its tab
   * @param cells the filled cells; absent ones are blank
   * @param merged merged areas; their value stands in the first cell
   */
  public Sheet(String name, Map<CellAddress, SheetCell> cells, List<CellRange> merged) {
    this.name = name;
    this.cells = Map.copyOf(cells);
    this.merged = List.copyOf(merged);
    this.used = usedRange(this.cells);
  }

  private static @Nullable CellRange usedRange(Map<CellAddress, SheetCell> cells) {
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom = -1;
    int right = -1;
    for (CellAddress address : cells.keySet()) {
      top = Math.min(top, address.row());
      left = Math.min(left, address.column());
      bottom = Math.max(bottom, address.row());
      right = Math.max(right, address.column());
    }
    return bottom < 0 ? null : new CellRange(top, left, bottom, right);
  }

  /** The name on its tab. */
  public String name() {
    return name;
  }

  /** The cell at a place; blank if it was never filled. */
  public SheetCell cell(int row, int column) {
    return cells.getOrDefault(new CellAddress(row, column), SheetCell.blank());
  }

  /** The filled cells. */
  public Map<CellAddress, SheetCell> cells() {
    return cells;
  }

  /** Merged areas. */
  public List<CellRange> merged() {
    return merged;
  }

  /** The smallest rectangle around all filled cells; empty for an empty sheet. */
  public Optional<CellRange> used() {
    return Optional.ofNullable(used);
  }

  /** The same sheet with some cells exchanged. */
  public Sheet with(Map<CellAddress, SheetCell> changed) {
    Map<CellAddress, SheetCell> all = new HashMap<>(cells);
    all.putAll(changed);
    return new Sheet(name, all, merged);
  }
}
