package org.inkstone.service.sheet;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook: a sparse, immutable grid of cells. */
public final class Sheet {
  private final String name;
  private final CellGrid cells;
  private final List<CellRange> merged;
  private final @Nullable CellRange used;
  private final FormulaMode mode;
  private final List<FormulaArea> areas;
  private final BitSet hidden;
  private final BitSet filtered;

  /**
   * A sheet.
   *
   * @param name as on its tab
   * @param cells the filled cells; absent ones are blank
   * @param merged merged areas; their value stands in the first cell
   */
  public Sheet(String name, Map<CellAddress, SheetCell> cells, List<CellRange> merged) {
    this(
        name,
        new CellGrid.Builder().putAll(cells).build(),
        merged,
        FormulaMode.SPILLING,
        List.of(),
        new BitSet(),
        new BitSet());
  }

  private Sheet(
      String name,
      CellGrid cells,
      List<CellRange> merged,
      FormulaMode mode,
      List<FormulaArea> areas,
      BitSet hidden,
      BitSet filtered) {
    this.name = name;
    this.hidden = hidden;
    this.filtered = filtered;
    this.mode = mode;
    this.areas = List.copyOf(areas);
    this.cells = cells;
    this.merged = List.copyOf(merged);
    this.used = cells.used();
  }

  /** Starts a sheet that is filled cell by cell, without a map in between. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The name on its tab. */
  public String name() {
    return name;
  }

  /** The cell at a place; blank if it was never filled. */
  public SheetCell cell(int row, int column) {
    return cells.at(row, column);
  }

  /** The filled cells by row, then by column. */
  public Map<CellAddress, SheetCell> cells() {
    return cells;
  }

  /** Merged areas. */
  public List<CellRange> merged() {
    return merged;
  }

  /** What its formulas do with several values, unless they stand in one of {@link #areas}. */
  public FormulaMode mode() {
    return mode;
  }

  /** Areas that one formula fills. */
  public List<FormulaArea> areas() {
    return areas;
  }

  /** Whether a row is hidden. */
  public boolean isHidden(int row) {
    return hidden.get(row);
  }

  /** Whether a row is hidden by a filter. */
  public boolean isFiltered(int row) {
    return filtered.get(row);
  }

  /** The same sheet with a filter over a range, its first row a header: it hid the hidden rows. */
  public Sheet withFilter(CellRange range) {
    BitSet all = (BitSet) hidden.clone();
    all.clear(0, Math.min(range.firstRow() + 1, all.length()));
    if (all.length() > range.lastRow() + 1) {
      all.clear(range.lastRow() + 1, all.length());
    }
    all.or(filtered);
    return new Sheet(name, cells, merged, mode, areas, hidden, all);
  }

  /** The number of a filled cell in the order of {@link #cells}, from 0; -1 for others. */
  public int indexOf(int row, int column) {
    return cells.indexOf(row, column);
  }

  /** The filled cell of this number. */
  public SheetCell cellAt(int index) {
    return cells.cell(index);
  }

  /** Visits the filled cells of a range by row, then by column. */
  public void each(CellRange range, CellVisitor visitor) {
    cells.each(range, visitor);
  }

  /** How many cells are filled. */
  public int size() {
    return cells.size();
  }

  /** The smallest rectangle around all filled cells; empty for an empty sheet. */
  public Optional<CellRange> used() {
    return Optional.ofNullable(used);
  }

  /** The same sheet with some cells exchanged; an area whose formula is exchanged is none. */
  public Sheet with(Map<CellAddress, SheetCell> changed) {
    List<FormulaArea> kept =
        areas.stream()
            .filter(area ->
                !changed.containsKey(
                    new CellAddress(area.range().firstRow(), area.range().firstColumn())))
            .toList();
    CellGrid all = new CellGrid.Builder().putAll(cells).putAll(changed).build();
    return new Sheet(name, all, merged, mode, kept, hidden, filtered);
  }

  /** Collects the cells of a sheet in any order; cheapest by row, then by column. */
  public static final class Builder {
    private final String name;
    private final CellGrid.Builder cells = new CellGrid.Builder();
    private List<CellRange> merged = List.of();
    private FormulaMode mode = FormulaMode.SPILLING;
    private List<FormulaArea> areas = List.of();
    private final BitSet hidden = new BitSet();

    private Builder(String name) {
      this.name = name;
    }

    /** Sets a cell; the last value for a place stays. */
    public Builder put(int row, int column, SheetCell cell) {
      cells.put(row, column, cell);
      return this;
    }

    /** Sets the merged areas. */
    public Builder merged(List<CellRange> areas) {
      merged = List.copyOf(areas);
      return this;
    }

    /** Sets what its formulas do with several values. */
    public Builder mode(FormulaMode all) {
      mode = all;
      return this;
    }

    /** Hides a row. */
    public Builder hide(int row) {
      hidden.set(row);
      return this;
    }

    /** Sets the areas that one formula fills. */
    public Builder areas(List<FormulaArea> filled) {
      areas = List.copyOf(filled);
      return this;
    }

    /** How many cells were put so far. */
    public int size() {
      return cells.size();
    }

    /** The sheet. */
    public Sheet build() {
      return new Sheet(
          name, cells.build(), merged, mode, areas, (BitSet) hidden.clone(), new BitSet());
    }
  }
}
