package org.inkstone.service.sheet.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.FormulaMode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.CellReader;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Tally;
import org.inkstone.service.sheet.value.Value;
import org.inkstone.service.sheet.value.ValueIndex;
import org.jspecify.annotations.Nullable;

/** A sheet during a calculation: its cells, the formulas put over it, and what was computed. */
final class SheetView implements CellReader {
  private static final int COLUMN_BITS = 14;

  private final Session session;
  private final Sheet sheet;
  private final int index;
  private final Results results;
  private final Map<Long, Expr> placed = new HashMap<>();
  private final Map<Long, FormulaTemplate> written;
  private final Map<Long, SheetCell> added;
  private SheetCell @Nullable [] exchanged;
  private final Spills spills;
  private final Indexes indexes = new Indexes();
  private final ChangeTimes times = new ChangeTimes();
  private final RangeReader ranges;
  private @Nullable CellRange used;

  SheetView(Session session, Sheet sheet, int index) {
    this.session = session;
    this.sheet = sheet;
    this.index = index;
    this.used = sheet.used().orElse(null);
    this.results = new Results(sheet.size());
    this.written = new HashMap<>();
    this.added = new HashMap<>();
    this.spills = new Spills(session, this);
    this.ranges = new RangeReader(session, this);
  }

  /** The sheet as a helper sees it: what was computed is common to both. */
  SheetView(Session helper, SheetView calculated) {
    this.session = helper;
    this.sheet = calculated.sheet;
    this.index = calculated.index;
    this.used = calculated.used;
    this.results = calculated.results;
    this.written = calculated.written;
    this.added = calculated.added;
    this.exchanged = calculated.exchanged;
    this.spills = Spills.none(helper, this);
    this.ranges = new RangeReader(helper, this);
  }

  /** Puts a formula into a cell, whatever the sheet holds there. */
  void place(int row, int column, Expr expr) {
    placed.put(key(row, column), expr);
    changed(row, column);
    extend(new CellRange(row, column, row, column));
  }

  /**
   * Exchanges what the sheet holds in a cell.
   *
   * @param template its formula; null if it has none
   */
  void change(int row, int column, SheetCell content, @Nullable FormulaTemplate template) {
    long key = key(row, column);
    int at = sheet.indexOf(row, column);
    forget(row, column);
    spills.removeArea(row, column);
    if (at < 0) {
      added.put(key, content);
      extend(new CellRange(row, column, row, column));
    } else {
      exchanged = exchanged == null ? cells() : exchanged;
      exchanged[at] = content;
    }
    if (template == null) {
      written.remove(key);
    } else {
      written.put(key, template);
    }
  }

  private SheetCell[] cells() {
    SheetCell[] all = new SheetCell[sheet.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = sheet.cellAt(i);
    }
    return all;
  }

  /** Lets a cell's formula be computed anew. */
  void forget(int row, int column) {
    results.clear(results.slot(sheet.indexOf(row, column), key(row, column)));
    changed(row, column);
    spills.forget(row, column);
  }

  private void changed(int row, int column) {
    indexes.changed(row, column);
    times.changed(row, column, session.tick());
  }

  /** Notes that any value may have changed. */
  void changed() {
    indexes.changed();
    times.changed(session.tick());
  }

  ChangeTimes times() {
    return times;
  }

  /** The formula that was written into a cell since; null if none was. */
  @Nullable FormulaTemplate written(int row, int column) {
    return written.isEmpty() ? null : written.get(key(row, column));
  }

  private SheetCell cell(int at) {
    return exchanged == null ? sheet.cellAt(at) : exchanged[at];
  }

  @Override
  public @Nullable ValueIndex index(Area vector) {
    ValueIndex found = session.isSettled() ? indexes.of(vector, session.dateSystem()) : null;
    return session.isSettled() ? found : null;
  }

  /** Makes the used part at least as large. */
  void extend(CellRange filled) {
    used = used == null ? filled : Ranges.around(used, filled);
  }

  static long key(int row, int column) {
    return (long) row << COLUMN_BITS | column;
  }

  static int row(long key) {
    return (int) (key >> COLUMN_BITS);
  }

  static int column(long key) {
    return (int) (key & (1 << COLUMN_BITS) - 1);
  }

  /** How many cells may hold something although the sheet leaves them blank. */
  long others() {
    return added.size() + placed.size() + spills.cells();
  }

  /** Visits the keys of those cells in a range. */
  void eachOther(CellRange range, LongConsumer keys) {
    added.keySet().forEach(key -> keyIn(range, key, keys));
    placed.keySet().forEach(key -> keyIn(range, key, keys));
    spills.each(range, keys);
  }

  private static void keyIn(CellRange range, long key, LongConsumer keys) {
    if (range.contains(row(key), column(key))) {
      keys.accept(key);
    }
  }

  Sheet content() {
    return sheet;
  }

  Results results() {
    return results;
  }

  Spills spills() {
    return spills;
  }

  @Override
  public String sheet() {
    return sheet.name();
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public @Nullable CellRange used() {
    return used;
  }

  @Override
  public SheetCell cell(int row, int column) {
    int at = sheet.indexOf(row, column);
    if (at >= 0) {
      return cell(at);
    }
    SheetCell content = added.isEmpty() ? null : added.get(key(row, column));
    return content == null ? SheetCell.blank() : content;
  }

  @Override
  public boolean isHidden(int row) {
    return sheet.isHidden(row);
  }

  @Override
  public boolean isFiltered(int row) {
    return sheet.isFiltered(row);
  }

  @Override
  public void reading(CellRange range) {
    session.underWay().reading(this, range);
    spills.settle(range);
  }

  @Override
  public Scalar value(int row, int column) {
    if (isPlain()) {
      return stored(row, column);
    }
    int at = sheet.indexOf(row, column);
    SheetCell content = at >= 0 ? cell(at) : cell(row, column);
    if (content.formula() != null || placed(row, column) != null) {
      return shown(whole(row, column, at));
    }
    return spills.isEmpty() ? content.value() : spills.value(row, column, content.value());
  }

  @Override
  public void each(CellRange range, Consumer<Scalar> consumer) {
    ranges.each(range, consumer);
  }

  @Override
  public void eachNumber(CellRange range, DoubleConsumer numbers, Consumer<Scalar> others) {
    ranges.eachNumber(range, numbers, others);
  }

  @Override
  public void tally(CellRange range, Tally into) {
    ranges.tally(range, into);
  }

  @Override
  public long walked(CellRange range) {
    return ranges.walked(range);
  }

  /** Whether formulas and values stand only where the sheet itself has them. */
  boolean isPlain() {
    return spills.isEmpty() && placed.isEmpty() && added.isEmpty();
  }

  /** The value of a cell where formulas stand only where the sheet has them. */
  private Scalar stored(int row, int column) {
    int at = sheet.indexOf(row, column);
    return at < 0 ? Scalar.blank() : stored(row, column, at);
  }

  /** The value of a filled cell where formulas stand only where the sheet has them. */
  Scalar stored(int row, int column, int at) {
    Scalar known = results.stable(at);
    if (known != null) {
      return known;
    }
    SheetCell content = cell(at);
    return content.formula() == null ? content.value() : shown(whole(row, column, at));
  }

  /** Whether the value of a filled cell stays until it is forgotten. */
  boolean isLasting(int at) {
    return results.stable(at) != null || cell(at).formula() == null;
  }

  /** Whether a cell has a formula of its own. */
  boolean isFormula(int row, int column) {
    return cell(row, column).formula() != null || placed(row, column) != null;
  }

  /** The formula that was put into a cell; null if none was. */
  @Nullable Expr placed(int row, int column) {
    return placed.isEmpty() ? null : placed.get(key(row, column));
  }

  /** Whether a formula gives one value only, as files mean most of theirs. */
  boolean isIntersecting(int row, int column) {
    return sheet.mode() == FormulaMode.INTERSECTING
        && placed(row, column) == null
        && written(row, column) == null
        && !spills.isArray(row, column);
  }

  /** What a cell shows of its formula's value. */
  static Scalar shown(Value value) {
    if (value instanceof Value.Single single && !(single.scalar() instanceof Scalar.Blank)) {
      return single.scalar();
    }
    try {
      return shown(value.grid().at(0, 0));
    } catch (FunctionError error) {
      return error.scalar();
    }
  }

  private static Scalar shown(Scalar scalar) {
    return scalar instanceof Scalar.Blank ? Scalar.of(0) : scalar;
  }

  /** What a cell shows of one of an array's elements. */
  static Scalar element(Grid grid, int row, int column) {
    try {
      int r = grid.rows() == 1 ? 0 : row;
      int c = grid.columns() == 1 ? 0 : column;
      boolean inside = r < grid.rows() && c < grid.columns();
      return inside ? shown(grid.at(r, c)) : Scalar.of(ErrorCode.NA);
    } catch (FunctionError error) {
      return error.scalar();
    }
  }

  /** The whole value of a cell's formula, computed once. */
  Value whole(int row, int column) {
    return whole(row, column, sheet.indexOf(row, column));
  }

  private Value whole(int row, int column, int at) {
    if (at < 0 && session.helps()) {
      throw new NotReady();
    }
    int slot = at >= 0 ? at : results.slot(at, key(row, column));
    Value known = results.value(slot);
    if (known != null) {
      session.underWay().depend(results, slot);
      return known;
    }
    int since = results.underWaySince(slot);
    if (session.isForOthers(this, row, column)) {
      throw new NotReady();
    } else if (since >= 0) {
      return session.circle(this, row, column, since);
    } else if (session.effort().isNested()) {
      throw new Pending(this, row, column);
    }
    results.begin(slot, session.effort().attempts());
    try {
      Value value = held(session.underWay().compute(this, row, column, slot));
      results.put(slot, value);
      return value;
    } finally {
      results.end(slot);
    }
  }

  /** What a cell keeps of a reference: the values, read while a circle can still be noticed. */
  private Value held(Value value) {
    if (!(value instanceof Reference reference) || reference.areas().size() > 1) {
      return value;
    }
    Grid grid = reference.grid();
    session.effort().charge(grid.filledSize());
    return grid.isSingle() ? Value.of(grid.at(0, 0)) : ArrayValue.copy(grid);
  }

  /** All that spills from a cell; {@code #REF!} if it holds no formula. */
  Value spilled(int row, int column) {
    if (!isFormula(row, column)) {
      throw FunctionError.ref();
    }
    Value value = whole(row, column);
    CellRange range = spills.spilled(row, column);
    if (range != null) {
      return Reference.of(new Area(this, range));
    }
    return value instanceof Reference reference ? reference : ArrayValue.copy(value.grid());
  }

  /** Settles a cell that waits for itself. */
  void settle(int row, int column) {
    session.warnOfCircle(this, row, column);
    results.put(
        results.slot(sheet.indexOf(row, column), key(row, column)),
        session.before(this, row, column));
  }
}
