package org.inkstone.service.sheet.eval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.CellReader;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** A sheet during a calculation: its cells, the formulas put over it, and what was computed. */
final class SheetView implements CellReader {
  private static final int COLUMN_BITS = 14;

  private final Session session;
  private final Sheet sheet;
  private final int index;
  private final Map<Long, Value> computed = new HashMap<>();
  private final Map<Long, Expr> placed = new HashMap<>();
  private final Set<Long> underWay = new HashSet<>();
  private @Nullable CellRange used;

  SheetView(Session session, Sheet sheet, int index) {
    this.session = session;
    this.sheet = sheet;
    this.index = index;
    this.used = sheet.used().orElse(null);
  }

  /** Puts a formula into a cell, whatever the sheet holds there. */
  void place(int row, int column, Expr expr) {
    placed.put(key(row, column), expr);
    CellRange cell = new CellRange(row, column, row, column);
    used = used == null ? cell : Ranges.around(used, cell);
  }

  private static long key(int row, int column) {
    return (long) row << COLUMN_BITS | column;
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
    return sheet.cell(row, column);
  }

  @Override
  public void reading(CellRange range) {
    session.reading(this, range);
  }

  @Override
  public Scalar value(int row, int column) {
    SheetCell cell = sheet.cell(row, column);
    if (cell.formula() == null && (placed.isEmpty() || !placed.containsKey(key(row, column)))) {
      return cell.value();
    }
    return shown(whole(row, column));
  }

  /** What a cell shows of its formula's value. */
  static Scalar shown(Value value) {
    try {
      Scalar first = value.grid().at(0, 0);
      return first instanceof Scalar.Blank ? Scalar.of(0) : first;
    } catch (FunctionError error) {
      return error.scalar();
    }
  }

  /** The whole value of a cell's formula, computed once. */
  Value whole(int row, int column) {
    long key = key(row, column);
    Value known = computed.get(key);
    if (known != null) {
      return known;
    }
    if (!underWay.add(key)) {
      session.warnOfCircle(this, row, column);
      return Value.of(0);
    }
    try {
      if (session.isNested()) {
        throw new Pending(this, row, column);
      }
      Value value = session.compute(this, row, column, placed.get(key));
      computed.put(key, value);
      return value;
    } finally {
      underWay.remove(key);
    }
  }

  /** All that spills from a cell; {@code #REF!} if it holds no formula. */
  Value spilled(int row, int column) {
    boolean formula = sheet.cell(row, column).formula() != null;
    if (!formula && !placed.containsKey(key(row, column))) {
      throw FunctionError.ref();
    }
    Value value = whole(row, column);
    return value instanceof Reference reference ? reference : ArrayValue.copy(value.grid());
  }

  /** Settles a cell that waits for itself. */
  void settle(int row, int column) {
    session.warnOfCircle(this, row, column);
    computed.put(key(row, column), Value.of(0));
  }
}
