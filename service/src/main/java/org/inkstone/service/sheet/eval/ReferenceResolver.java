package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Table;
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

  ReferenceResolver(Session session, SheetView view, CellAddress cell) {
    this.session = session;
    this.view = view;
    this.cell = cell;
  }

  Value cell(Expr.CellRef ref) {
    return areas(ref.sheet(), range(ref.row().index(), ref.column().index()));
  }

  private static CellRange range(int row, int column) {
    return new CellRange(row, column, row, column);
  }

  Value range(Expr.RangeRef ref) {
    return areas(
        ref.sheet(),
        new CellRange(
            ref.firstRow().index(),
            ref.firstColumn().index(),
            ref.lastRow().index(),
            ref.lastColumn().index()));
  }

  Value columns(Expr.ColumnsRef ref) {
    return areas(
        ref.sheet(),
        new CellRange(0, ref.first().index(), CellAddress.MAX_ROWS - 1, ref.last().index()));
  }

  Value rows(Expr.RowsRef ref) {
    return areas(
        ref.sheet(),
        new CellRange(ref.first().index(), 0, ref.last().index(), CellAddress.MAX_COLUMNS - 1));
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
      session.gap("the other workbook " + prefix.book() + " is not opened");
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
      session.gap("the other workbook " + prefix.book() + " is not opened");
      throw FunctionError.of(ErrorCode.REF);
    }
    String sheet = prefix == null ? view.sheet() : prefix.first();
    DefinedName global = null;
    for (DefinedName name : session.context().workbook().names()) {
      if (name.name().equalsIgnoreCase(ref.name())) {
        if (name.sheet() == null) {
          global = name;
        } else if (name.sheet().equalsIgnoreCase(sheet)) {
          return name;
        }
      }
    }
    return global;
  }

  CellAddress at() {
    return cell;
  }
}
