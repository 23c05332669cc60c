package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.formula.Axis;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.SheetPrefix;
import org.inkstone.service.sheet.formula.TableRanges;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Finds the cells that references of a formula stand for. */
final class ReferenceResolver {
  private final Session session;
  private final SheetView view;
  private final CellAddress cell;
  private final int down;
  private final int right;

  /**
   * Resolves for a formula in a cell.
   *
   * @param down how many rows the cell stands below the one that the formula was written for
   * @param right the same for columns
   */
  ReferenceResolver(Session session, SheetView view, CellAddress cell, int down, int right) {
    this.session = session;
    this.view = view;
    this.cell = cell;
    this.down = down;
    this.right = right;
  }

  private int row(Axis row) {
    return row.absolute() || down == 0
        ? row.index()
        : moved(row.index(), down, CellAddress.MAX_ROWS);
  }

  private int column(Axis column) {
    return column.absolute() || right == 0
        ? column.index()
        : moved(column.index(), right, CellAddress.MAX_COLUMNS);
  }

  private static int moved(int index, int by, int size) {
    int moved = index + by;
    if (moved < 0 || moved >= size) {
      throw FunctionError.ref();
    }
    return moved;
  }

  /** The rectangle between two corners, which copies of a formula may have put out of order. */
  private static CellRange between(int row, int column, int otherRow, int otherColumn) {
    return new CellRange(
        Math.min(row, otherRow),
        Math.min(column, otherColumn),
        Math.max(row, otherRow),
        Math.max(column, otherColumn));
  }

  Value cell(Expr.CellRef ref) {
    int row = row(ref.row());
    int column = column(ref.column());
    return areas(ref.sheet(), new CellRange(row, column, row, column));
  }

  Value range(Expr.RangeRef ref) {
    return areas(
        ref.sheet(),
        between(
            row(ref.firstRow()),
            column(ref.firstColumn()),
            row(ref.lastRow()),
            column(ref.lastColumn())));
  }

  Value columns(Expr.ColumnsRef ref) {
    return areas(
        ref.sheet(), between(0, column(ref.first()), CellAddress.MAX_ROWS - 1, column(ref.last())));
  }

  Value rows(Expr.RowsRef ref) {
    return areas(
        ref.sheet(), between(row(ref.first()), 0, row(ref.last()), CellAddress.MAX_COLUMNS - 1));
  }

  private Value areas(@Nullable SheetPrefix prefix, CellRange range) {
    if (prefix == null) {
      return Reference.of(new Area(view, range));
    }
    SheetView first = sheet(prefix, prefix.first());
    if (prefix.last() == null) {
      return Reference.of(new Area(first, range));
    }
    SheetView last = sheet(prefix, prefix.last());
    List<Area> areas = new ArrayList<>();
    int from = Math.min(first.index(), last.index());
    int to = Math.max(first.index(), last.index());
    for (int i = from; i <= to; i++) {
      areas.add(new Area(session.views().get(i), range));
    }
    return new Reference(areas);
  }

  private SheetView sheet(SheetPrefix prefix, String name) {
    if (prefix.book() != null) {
      session.warn("the other workbook " + prefix.book() + " is not opened: #REF!");
      session.underWay().gap("the other workbook " + prefix.book() + " is not opened");
      throw FunctionError.ref();
    }
    SheetView found = session.view(name);
    if (found == null) {
      session.warn("there is no sheet called " + name + ": #REF!");
      throw FunctionError.ref();
    }
    return found;
  }

  Value table(Expr.TableRef ref) {
    TableRanges.Found found = TableRanges.find(ref, session.context().tables(), view.sheet(), cell);
    if (found.error() != null) {
      session.warn(found.message());
      throw FunctionError.of(found.error());
    }
    return tableArea(found.sheet(), Objects.requireNonNull(found.range(), "range"));
  }

  private Value tableArea(String sheet, CellRange range) {
    SheetView found = session.view(sheet);
    if (found == null) {
      throw FunctionError.ref();
    }
    return Reference.of(new Area(found, range));
  }

  /** The data of the table of this name; null if there is none. */
  @Nullable Value tableNamed(String name) {
    for (Table table : session.context().tables()) {
      if (table.name().equalsIgnoreCase(name)) {
        return tableArea(table.sheet(), table.data());
      }
    }
    return null;
  }

  /** The defined name, one of this sheet before one of the workbook; null if there is none. */
  @Nullable DefinedName name(Expr.NameRef ref) {
    SheetPrefix prefix = ref.sheet();
    if (prefix != null && prefix.book() != null) {
      session.underWay().gap("the other workbook " + prefix.book() + " is not opened");
      throw FunctionError.of(ErrorCode.REF);
    }
    String sheet = prefix == null ? view.sheet() : prefix.first();
    return session.formulas().name(ref.name(), sheet);
  }

  CellAddress at() {
    return cell;
  }
}
