package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.FormulaArea;
import org.inkstone.service.sheet.FormulaMode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.eval.FilledCells.Filled;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one sheet that get their value from the formula of another cell: areas of array
 * formulas, and what dynamic arrays spill. Before a range is read, the formulas above and to the
 * left of it that may spill into it are computed.
 */
final class Spills {
  private final Session session;
  private final SheetView view;
  private final Sheet sheet;
  private final FilledCells stored = new FilledCells();
  private final FilledCells computed = new FilledCells();
  private final Map<CellAddress, CellRange> blocked = new HashMap<>();
  private @Nullable List<CellAddress> open;
  private boolean empty;

  /** Of a sheet where no formula fills other cells. */
  static Spills none(Session session, SheetView view) {
    Spills none = new Spills(session, view, List.of());
    none.open = new ArrayList<>();
    return none;
  }

  Spills(Session session, SheetView view) {
    this(session, view, view.content().areas());
  }

  private Spills(Session session, SheetView view, List<FormulaArea> areas) {
    this.session = session;
    this.view = view;
    this.sheet = view.content();
    for (FormulaArea area : areas) {
      if (area.kind() != FormulaArea.Kind.DATA_TABLE) {
        stored.put(new Filled(area.range(), area.kind(), null));
      }
    }
    count();
  }

  /** Whether no cell gets its value from another. */
  boolean isEmpty() {
    return empty;
  }

  /** How many cells get their value from another, at least. */
  long cells() {
    return stored.cells() + computed.cells();
  }

  /** Visits the keys of those cells in a range. */
  void each(CellRange range, LongConsumer keys) {
    stored.each(range, keys);
    computed.each(range, keys);
  }

  private void count() {
    empty = stored.isEmpty() && computed.isEmpty();
  }

  /** Whether any formula fills other cells, or may. */
  boolean mayFill() {
    return !empty || !blocked.isEmpty() || !open().isEmpty();
  }

  /** Whether a cell's formula is marked as an array by the file. */
  boolean isArray(int row, int column) {
    Filled filled = stored.at(row, column);
    return filled != null && filled.isFirst(row, column);
  }

  private boolean isFixed(int row, int column) {
    Filled filled = stored.at(row, column);
    return filled != null && filled.isFirst(row, column) && filled.kind() == FormulaArea.Kind.FIXED;
  }

  /** The cells that the formula of a cell fills; null if they are not several. */
  @Nullable CellRange spilled(int row, int column) {
    Filled filled = computed.at(row, column);
    return filled != null && filled.isFirst(row, column) ? filled.range() : null;
  }

  /** All cells of the array of a cell's formula, by file or computed; null if it has none. */
  @Nullable CellRange filled(int row, int column) {
    Filled now = computed.from(row, column);
    Filled before = stored.from(row, column);
    if (now != null) {
      return now.range();
    }
    return before != null && before.kind() == FormulaArea.Kind.FIXED ? before.range() : null;
  }

  /** Takes back what a cell's formula has spilled. */
  void forget(int row, int column) {
    if (!blocked.isEmpty() && blocked.remove(new CellAddress(row, column)) != null) {
      reopen(row, column);
    }
    Filled now = computed.isEmpty() ? null : computed.from(row, column);
    if (now != null) {
      computed.remove(now);
      count();
      view.changed();
      reopen(row, column);
    }
  }

  /** Lets a formula be computed before what it may spill into is read. */
  void reopen(int row, int column) {
    CellAddress first = new CellAddress(row, column);
    if (open != null && !open.contains(first)) {
      open.add(first);
    }
  }

  /** The area of the file that begins in this cell is none any more. */
  void removeArea(int row, int column) {
    Filled area = stored.isEmpty() ? null : stored.from(row, column);
    if (area != null) {
      stored.remove(area);
      count();
    }
    if (open != null) {
      open.remove(new CellAddress(row, column));
    }
  }

  /** The value of a cell without a formula of its own. */
  Scalar value(int row, int column, Scalar own) {
    Filled spilled = computed.at(row, column);
    if (spilled != null && spilled.grid() != null) {
      session.underWay().depend(view, spilled.range().firstRow(), spilled.range().firstColumn());
      return SheetView.element(
          spilled.grid(), row - spilled.range().firstRow(), column - spilled.range().firstColumn());
    }
    Filled area = stored.at(row, column);
    if (area == null) {
      return own;
    }
    int top = area.range().firstRow();
    int left = area.range().firstColumn();
    if (!view.isFormula(top, left)) {
      return own;
    } else if (area.kind() == FormulaArea.Kind.SPILLED) {
      // once its formula is computed, a cell that was not spilled into is blank
      return isOpen(top, left) ? own : Scalar.blank();
    }
    return SheetView.element(grid(view.whole(top, left)), row - top, column - left);
  }

  private static Grid grid(Value value) {
    try {
      return value.grid();
    } catch (FunctionError error) {
      return new Value.Single(error.scalar());
    }
  }

  private boolean isOpen(int row, int column) {
    return open == null || open.contains(new CellAddress(row, column));
  }

  /** Computes the formulas that may spill into a range. */
  void settle(CellRange range) {
    List<CellAddress> candidates = open();
    if (candidates.isEmpty()) {
      return;
    }
    for (CellAddress first : List.copyOf(candidates)) {
      boolean itself = range.rows() == 1 && range.columns() == 1 && holds(range, first);
      if (first.row() <= range.lastRow() && first.column() <= range.lastColumn() && !itself) {
        session.effort().attempt(view, first.row(), first.column());
      }
    }
  }

  private static boolean holds(CellRange range, CellAddress cell) {
    return range.contains(cell.row(), cell.column());
  }

  private List<CellAddress> open() {
    List<CellAddress> known = open;
    if (known == null) {
      known = new ArrayList<>();
      if (sheet.mode() == FormulaMode.INTERSECTING) {
        for (FormulaArea area : sheet.areas()) {
          CellAddress first = new CellAddress(area.range().firstRow(), area.range().firstColumn());
          if (area.kind() == FormulaArea.Kind.SPILLED
              && view.cell(first.row(), first.column()).formula() != null) {
            known.add(first);
          }
        }
      } else {
        addWritten(known);
      }
      open = known;
    }
    return known;
  }

  private void addWritten(List<CellAddress> found) {
    sheet
        .cells()
        .forEach((address, cell) -> {
          if (cell.formula() != null) {
            Expr expr = session.formulas().of(view, address);
            if (expr != null && PossibleArrays.mayGive(expr)) {
              found.add(address);
            }
          }
        });
  }

  /** Lets a value spill from its cell; {@code #SPILL!} if it can't. */
  Value spill(int row, int column, Value value) {
    if (open != null) {
      open.remove(new CellAddress(row, column));
    }
    if (value instanceof Value.Single || isFixed(row, column)) {
      return value;
    }
    Grid grid = grid(value);
    if (grid.isSingle()) {
      return value;
    } else if (view.isIntersecting(row, column)) {
      return Value.of(SheetView.element(grid, 0, 0));
    }
    String obstacle = obstacle(row, column, grid);
    if (obstacle != null) {
      blocked.put(new CellAddress(row, column), wanted(row, column, grid));
      session.warn(
          "the array of "
              + view.sheet()
              + "!"
              + new CellAddress(row, column)
              + " can't spill: "
              + obstacle
              + ": #SPILL!");
      return Value.of(Scalar.of(ErrorCode.SPILL));
    }
    CellRange range = wanted(row, column, grid);
    computed.put(new Filled(range, FormulaArea.Kind.SPILLED, grid));
    count();
    view.extend(filled(range, grid));
    view.changed();
    return value;
  }

  private static CellRange wanted(int row, int column, Grid grid) {
    return new CellRange(
        row,
        column,
        Math.min(row + grid.rows(), CellAddress.MAX_ROWS) - 1,
        Math.min(column + grid.columns(), CellAddress.MAX_COLUMNS) - 1);
  }

  /** The formulas that fill a cell, or would if nothing were in the way. */
  List<CellAddress> spillingInto(int row, int column) {
    List<CellAddress> found = new ArrayList<>();
    Filled now = computed.isEmpty() ? null : computed.at(row, column);
    if (now != null) {
      found.add(new CellAddress(now.range().firstRow(), now.range().firstColumn()));
    }
    blocked.forEach((first, range) -> {
      if (range.contains(row, column)) {
        found.add(first);
      }
    });
    return found;
  }

  private static CellRange filled(CellRange range, Grid grid) {
    boolean blank = grid.fill() instanceof Scalar.Blank;
    int rows = blank ? Math.clamp(grid.filledRows(), 1, grid.rows()) : grid.rows();
    int columns = blank ? Math.clamp(grid.filledColumns(), 1, grid.columns()) : grid.columns();
    return new CellRange(
        range.firstRow(),
        range.firstColumn(),
        range.firstRow() + rows - 1,
        range.firstColumn() + columns - 1);
  }

  /** What keeps an array from spilling, in words; null if nothing does. */
  private @Nullable String obstacle(int row, int column, Grid grid) {
    if ((long) row + grid.rows() > CellAddress.MAX_ROWS
        || (long) column + grid.columns() > CellAddress.MAX_COLUMNS) {
      return "it has "
          + grid.rows()
          + " rows and "
          + grid.columns()
          + " columns and would leave the sheet";
    }
    CellRange range = wanted(row, column, grid);
    for (Table table : session.context().workbook().tables()) {
      if (table.sheet().equalsIgnoreCase(view.sheet()) && table.range().contains(row, column)) {
        return "it stands in the table " + table.name();
      }
    }
    for (CellRange merged : sheet.merged()) {
      if (Ranges.both(merged, range) != null) {
        return "the merged cells " + merged + " are in the way";
      }
    }
    CellRange filled = view.used() == null ? null : Ranges.both(range, view.used());
    return filled == null ? null : filledCell(filled, row, column);
  }

  private @Nullable String filledCell(CellRange range, int row, int column) {
    session.effort().charge(Ranges.size(range));
    for (int r = range.firstRow(); r <= range.lastRow(); r++) {
      for (int c = range.firstColumn(); c <= range.lastColumn(); c++) {
        if ((r != row || c != column) && isFilled(r, c, row, column)) {
          return new CellAddress(r, c) + " is in the way";
        }
      }
    }
    return null;
  }

  private boolean isFilled(int r, int c, int row, int column) {
    Filled other = computed.at(r, c);
    if (other != null || view.placed(r, c) != null) {
      return true;
    }
    SheetCell cell = view.cell(r, c);
    if (cell.formula() != null) {
      return true;
    }
    Filled area = stored.at(r, c);
    // what a dynamic array left in the file is no obstacle to itself, nor to another
    boolean left =
        area != null
            && area.kind() == FormulaArea.Kind.SPILLED
            && view.isFormula(area.range().firstRow(), area.range().firstColumn())
            && (area.isFirst(row, column)
                || !isOpen(area.range().firstRow(), area.range().firstColumn()));
    return !left && !(cell.value() instanceof Scalar.Blank);
  }
}
