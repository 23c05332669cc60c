package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.SheetPrefix;
import org.jspecify.annotations.Nullable;

/**
 * A formula that was run on data, whoever wrote it.
 *
 * @param named its tree, columns by name wherever a range is one
 * @param ranges its tree in A1 style
 * @param computed its value on the data
 * @param conditions the comparisons that it makes
 */
record Executed(
    Expr named,
    Expr ranges,
    Computed computed,
    List<Condition> conditions,
    Schema schema,
    Place place) {
  Executed {
    conditions = List.copyOf(conditions);
  }

  /** Cells of a sheet that it refers to. */
  record Read(String sheet, CellRange range) {}

  /** All references that are written out, each once. */
  List<Read> reads() {
    Set<Read> reads = new LinkedHashSet<>();
    ExprTree.nodes(ranges).forEach(node -> read(node).ifPresent(reads::add));
    return List.copyOf(reads);
  }

  private Optional<Read> read(Expr node) {
    return switch (node) {
      case Expr.CellRef c ->
          read(c.sheet(), c.row().index(), c.column().index(), c.row().index(), c.column().index());
      case Expr.RangeRef r ->
          read(
              r.sheet(),
              r.firstRow().index(),
              r.firstColumn().index(),
              r.lastRow().index(),
              r.lastColumn().index());
      case Expr.ColumnsRef c ->
          used(c.sheet())
              .flatMap(u -> read(c.sheet(), 0, c.first().index(), u.lastRow(), c.last().index()));
      default -> Optional.empty();
    };
  }

  private Optional<CellRange> used(@Nullable SheetPrefix prefix) {
    return schema.workbook().sheet(sheetOf(prefix)).flatMap(Sheet::used);
  }

  private Optional<Read> read(
      @Nullable SheetPrefix prefix, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    boolean elsewhere = prefix != null && (prefix.book() != null || prefix.last() != null);
    CellRange range = new CellRange(firstRow, firstColumn, lastRow, lastColumn);
    return elsewhere ? Optional.empty() : Optional.of(new Read(sheetOf(prefix), range));
  }

  private String sheetOf(@Nullable SheetPrefix prefix) {
    return prefix == null ? place.sheet() : prefix.first();
  }

  /** The table whose rows it is filled along, or else that of which it reads the most cells. */
  Optional<TableView> mainTable() {
    if (place.fillDown() && place.table() != null) {
      return Optional.of(place.table());
    }
    TableView main = null;
    long most = 0;
    for (TableView view : schema.tables()) {
      long cells = reads().stream().mapToLong(read -> overlap(read, view)).sum();
      if (cells > most) {
        most = cells;
        main = view;
      }
    }
    return Optional.ofNullable(main);
  }

  private static long overlap(Read read, TableView view) {
    CellRange data = view.table().data();
    CellRange range = read.range();
    if (!read.sheet().equalsIgnoreCase(view.table().sheet())) {
      return 0;
    }
    long rows =
        (long) Math.min(range.lastRow(), data.lastRow())
            - Math.max(range.firstRow(), data.firstRow());
    long columns =
        (long) Math.min(range.lastColumn(), data.lastColumn())
            - Math.max(range.firstColumn(), data.firstColumn());
    return rows < 0 || columns < 0 ? 0 : (rows + 1) * (columns + 1);
  }

  /** The ranges of more than one row that it reads of a table. */
  List<CellRange> rangesIn(TableView view) {
    List<CellRange> found = new ArrayList<>();
    for (Read read : reads()) {
      if (read.range().rows() > 1 && overlap(read, view) > 1) {
        found.add(read.range());
      }
    }
    return found;
  }

  /** The columns of a table that it reads, counted on the sheet. */
  List<Integer> columnsIn(TableView view) {
    Set<Integer> columns = new LinkedHashSet<>();
    CellRange data = view.table().data();
    for (Read read : reads()) {
      int first = Math.max(read.range().firstColumn(), data.firstColumn());
      int last = Math.min(read.range().lastColumn(), data.lastColumn());
      for (int column = first; overlap(read, view) > 0 && column <= last; column++) {
        columns.add(column);
      }
    }
    return List.copyOf(columns);
  }
}
