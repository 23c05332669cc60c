package org.inkstone.service.sheet.formula;

import java.util.List;
import java.util.Optional;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Table;
import org.jspecify.annotations.Nullable;

/** Structured references as ranges and ranges as structured references. */
public final class TableRanges {
  private TableRanges() {}

  /**
   * What a structured reference stands for: a range, or an error with its reason.
   *
   * @param sheet where the range is; empty beside an error
   * @param range null beside an error
   * @param error null beside a range
   * @param message the error in words; empty beside a range
   */
  public record Found(
      String sheet, @Nullable CellRange range, @Nullable ErrorCode error, String message) {
    private static Found at(Table table, CellRange range) {
      return new Found(table.sheet(), range, null, "");
    }

    private static Found no(ErrorCode error, String message) {
      return new Found("", null, error, message + ": " + error.literal());
    }
  }

  /** The cells of a structured reference in the formula of a cell. */
  public static Found find(Expr.TableRef ref, List<Table> tables, String sheet, CellAddress cell) {
    Table table = table(ref, tables, sheet, cell);
    if (table == null) {
      return Found.no(
          ErrorCode.REF,
          ref.table() == null
              ? "no table around " + cell + " has the part " + FormulaPrinter.print(ref)
              : "there is no table called " + ref.table());
    }
    int first = 0;
    int last = table.columns().size() - 1;
    if (ref.firstColumn() != null) {
      first = column(table, ref.firstColumn());
      last = ref.lastColumn() == null ? first : column(table, ref.lastColumn());
      if (first < 0 || last < 0) {
        String missing = first < 0 ? ref.firstColumn() : ref.lastColumn();
        return Found.no(ErrorCode.REF, "table " + table.name() + " has no column " + missing);
      }
    }
    return rows(ref, table, cell, Math.min(first, last), Math.max(first, last));
  }

  private static Found rows(Expr.TableRef ref, Table table, CellAddress cell, int first, int last) {
    CellRange all = table.range();
    CellRange data = table.data();
    int top = Integer.MAX_VALUE;
    int bottom = -1;
    for (TableSection section :
        ref.sections().isEmpty() ? List.of(TableSection.DATA) : ref.sections()) {
      switch (section) {
        case ALL -> {
          top = all.firstRow();
          bottom = all.lastRow();
        }
        case HEADERS -> {
          if (table.headerRows() > 0) {
            top = Math.min(top, all.firstRow());
            bottom = Math.max(bottom, data.firstRow() - 1);
          }
        }
        case DATA -> {
          top = Math.min(top, data.firstRow());
          bottom = Math.max(bottom, data.lastRow());
        }
        case TOTALS -> {
          if (table.totalsRows() > 0) {
            top = Math.min(top, data.lastRow() + 1);
            bottom = Math.max(bottom, all.lastRow());
          }
        }
        case THIS_ROW -> {
          if (cell.row() < data.firstRow() || cell.row() > data.lastRow()) {
            return Found.no(
                ErrorCode.VALUE, cell + " stands beside no row of the table " + table.name());
          }
          top = cell.row();
          bottom = cell.row();
        }
      }
    }
    if (bottom < 0) {
      return Found.no(ErrorCode.REF, "table " + table.name() + " has no such row");
    }
    int left = all.firstColumn();
    return Found.at(table, new CellRange(top, left + first, bottom, left + last));
  }

  /** The table named, or the one around the cell, or else beside it with such a column. */
  private static @Nullable Table table(
      Expr.TableRef ref, List<Table> tables, String sheet, CellAddress cell) {
    if (ref.table() != null) {
      return tables.stream()
          .filter(t -> t.name().equalsIgnoreCase(ref.table()))
          .findFirst()
          .orElse(null);
    }
    List<Table> here = tables.stream().filter(t -> t.sheet().equalsIgnoreCase(sheet)).toList();
    Optional<Table> around =
        here.stream().filter(t -> t.range().contains(cell.row(), cell.column())).findFirst();
    return around
        .or(() ->
            here.stream()
                .filter(t -> inRows(t.range(), cell.row()) && hasColumn(t, ref))
                .min((a, b) -> Integer.compare(distance(a, cell), distance(b, cell))))
        .orElse(null);
  }

  private static boolean inRows(CellRange range, int row) {
    return row >= range.firstRow() && row <= range.lastRow();
  }

  private static boolean hasColumn(Table table, Expr.TableRef ref) {
    return ref.firstColumn() == null || column(table, ref.firstColumn()) >= 0;
  }

  private static int distance(Table table, CellAddress cell) {
    return Math.max(
        table.range().firstColumn() - cell.column(), cell.column() - table.range().lastColumn());
  }

  private static int column(Table table, String name) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The formula with every structured reference as a range: absolute ones for columns, a cell that
   * moves down with the formula for the own row. Those that stand for nothing become errors.
   */
  public static Expr toRanges(Expr expr, List<Table> tables, String sheet, CellAddress cell) {
    return ExprMapping.map(
        expr,
        node ->
            switch (node) {
              case Expr.TableRef ref -> toRange(ref, find(ref, tables, sheet, cell), sheet);
              case Expr.NameRef name when name.sheet() == null ->
                  tables.stream()
                      .filter(t -> t.name().equalsIgnoreCase(name.name()))
                      .findFirst()
                      .<Expr>map(t -> absolute(prefix(t.sheet(), sheet), t.data()))
                      .orElse(name);
              default -> node;
            });
  }

  private static Expr toRange(Expr.TableRef ref, Found found, String sheet) {
    CellRange range = found.range();
    if (range == null) {
      return new Expr.ErrorLiteral(found.error() == null ? ErrorCode.REF : found.error());
    }
    SheetPrefix prefix = prefix(found.sheet(), sheet);
    if (!ref.sections().equals(List.of(TableSection.THIS_ROW))) {
      return absolute(prefix, range);
    }
    Axis row = Axis.relative(range.firstRow());
    Axis first = Axis.absolute(range.firstColumn());
    return range.columns() == 1
        ? new Expr.CellRef(prefix, row, first)
        : new Expr.RangeRef(prefix, row, first, row, Axis.absolute(range.lastColumn()));
  }

  private static @Nullable SheetPrefix prefix(String of, String here) {
    return of.equalsIgnoreCase(here) ? null : SheetPrefix.of(of);
  }

  private static Expr absolute(@Nullable SheetPrefix prefix, CellRange range) {
    Axis row = Axis.absolute(range.firstRow());
    Axis column = Axis.absolute(range.firstColumn());
    return range.rows() == 1 && range.columns() == 1
        ? new Expr.CellRef(prefix, row, column)
        : new Expr.RangeRef(
            prefix, row, column, Axis.absolute(range.lastRow()), Axis.absolute(range.lastColumn()));
  }

  /**
   * The formula with ranges that are a table's columns, whole data or header, and cells of the own
   * row of a table, as structured references.
   */
  public static Expr toTables(Expr expr, List<Table> tables, String sheet, CellAddress cell) {
    return ExprMapping.map(
        expr,
        node ->
            switch (node) {
              case Expr.RangeRef r -> named(r, tables, sheet);
              case Expr.CellRef c -> ownRow(c, tables, sheet, cell);
              default -> node;
            });
  }

  private static Expr named(Expr.RangeRef ref, List<Table> tables, String here) {
    CellRange range =
        new CellRange(
            ref.firstRow().index(),
            ref.firstColumn().index(),
            ref.lastRow().index(),
            ref.lastColumn().index());
    for (Table table : tables) {
      int first = range.firstColumn() - table.range().firstColumn();
      int last = range.lastColumn() - table.range().firstColumn();
      if (isOn(ref.sheet(), here, table) && first >= 0 && last < table.columns().size()) {
        List<TableSection> sections = sections(table, range);
        if (sections != null) {
          boolean all = first == 0 && last == table.columns().size() - 1;
          String from = all ? null : table.columns().get(first);
          String to = all || first == last ? null : table.columns().get(last);
          return new Expr.TableRef(table.name(), sections, from, to);
        }
      }
    }
    return ref;
  }

  private static @Nullable List<TableSection> sections(Table table, CellRange range) {
    CellRange data = table.data();
    if (range.firstRow() == data.firstRow() && range.lastRow() == data.lastRow()) {
      return List.of();
    } else if (range.firstRow() == table.range().firstRow()
        && range.lastRow() == table.range().lastRow()) {
      return List.of(TableSection.ALL);
    }
    return null;
  }

  private static boolean isOn(@Nullable SheetPrefix prefix, String here, Table table) {
    boolean plain = prefix == null || prefix.book() == null && prefix.last() == null;
    return plain && table.sheet().equalsIgnoreCase(prefix == null ? here : prefix.first());
  }

  private static Expr ownRow(Expr.CellRef ref, List<Table> tables, String here, CellAddress cell) {
    boolean own = ref.row().index() == cell.row() && !ref.row().absolute();
    for (Table table : own ? tables : List.<Table>of()) {
      int column = ref.column().index() - table.range().firstColumn();
      if (isOn(ref.sheet(), here, table)
          && inRows(table.data(), cell.row())
          && column >= 0
          && column < table.columns().size()) {
        boolean inside = table.range().contains(cell.row(), cell.column());
        return new Expr.TableRef(
            inside ? null : table.name(),
            List.of(TableSection.THIS_ROW),
            table.columns().get(column),
            null);
      }
    }
    return ref;
  }
}
