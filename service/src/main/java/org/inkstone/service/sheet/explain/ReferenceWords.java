package org.inkstone.service.sheet.explain;

import java.util.List;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.SheetPrefix;
import org.inkstone.service.sheet.formula.TableSection;
import org.jspecify.annotations.Nullable;

/** Calls references by the headers of their tables, or by the labels beside them. */
final class ReferenceWords {
  private static final int LONGEST_LABEL = 40;

  private final ExplainedPlace place;
  private final boolean chinese;

  ReferenceWords(ExplainedPlace place, boolean chinese) {
    this.place = place;
    this.chinese = chinese;
  }

  String of(Expr.TableRef ref) {
    String name = ref.firstColumn() == null ? FormulaPrinter.print(ref) : ref.firstColumn();
    if (ref.sections().contains(TableSection.THIS_ROW)) {
      return ownRow(name);
    }
    return ref.table() == null || ref.firstColumn() == null
        ? name
        : ref.table() + "[" + name + lastColumn(ref.lastColumn()) + "]";
  }

  private static String lastColumn(@Nullable String last) {
    return last == null ? "" : ":" + last;
  }

  private String ownRow(String column) {
    return chinese ? "本行的" + column : "this row's " + column;
  }

  String of(Expr.RangeRef ref) {
    CellRange range =
        new CellRange(
            ref.firstRow().index(),
            ref.firstColumn().index(),
            ref.lastRow().index(),
            ref.lastColumn().index());
    String written = FormulaPrinter.print(ref).replace("$", "");
    for (Table table : tables(ref.sheet())) {
      String columns = columns(table, range);
      CellRange data = table.data();
      boolean inRows = range.firstRow() <= data.lastRow() && range.lastRow() >= data.firstRow();
      if (columns != null && inRows) {
        boolean whole = range.firstRow() == data.firstRow() && range.lastRow() == data.lastRow();
        String name = table.name() + "[" + columns + "]";
        return whole ? name : chinese ? name + "（" + written + "）" : name + " (" + written + ")";
      }
    }
    return written;
  }

  /** The names of the columns, from the first to the last; null where they are not the table's. */
  private static @Nullable String columns(Table table, CellRange range) {
    int first = range.firstColumn() - table.range().firstColumn();
    int last = range.lastColumn() - table.range().firstColumn();
    if (first < 0 || last >= table.columns().size()) {
      return null;
    }
    String name = table.columns().get(first);
    return first == last ? name : name + ":" + table.columns().get(last);
  }

  String of(Expr.ColumnsRef ref) {
    String written = FormulaPrinter.print(ref).replace("$", "");
    for (Table table : tables(ref.sheet())) {
      CellRange range = table.range();
      String columns =
          columns(
              table,
              new CellRange(
                  range.firstRow(), ref.first().index(), range.lastRow(), ref.last().index()));
      if (columns != null) {
        String name = table.name() + "[" + columns + "]";
        return chinese ? "整列" + name : "the whole column " + name;
      }
    }
    return written;
  }

  String of(Expr.CellRef ref) {
    int row = ref.row().index();
    int column = ref.column().index();
    String written = FormulaPrinter.print(ref).replace("$", "");
    for (Table table : tables(ref.sheet())) {
      if (table.data().contains(row, column) && table.headerRows() > 0) {
        String name = table.columns().get(column - table.range().firstColumn());
        boolean own = place.filledDown() && row == place.cell().row() && !ref.row().absolute();
        return own
            ? ownRow(name)
            : chinese ? "第" + (row + 1) + "行的" + name : name + " in row " + (row + 1);
      }
    }
    String label = label(ref.sheet(), row, column);
    return label.isEmpty()
        ? written
        : chinese ? "“" + label + "”（" + written + "）" : '"' + label + "\" (" + written + ")";
  }

  private List<Table> tables(@Nullable SheetPrefix prefix) {
    String sheet = prefix == null ? place.sheet() : prefix.first();
    boolean elsewhere = prefix != null && (prefix.book() != null || prefix.last() != null);
    return elsewhere
        ? List.of()
        : place.tables().stream().filter(t -> t.sheet().equalsIgnoreCase(sheet)).toList();
  }

  /** The text left of a cell that stands by itself; empty if there is none. */
  private String label(@Nullable SheetPrefix prefix, int row, int column) {
    Workbook workbook = place.workbook();
    Sheet sheet = workbook.sheet(prefix == null ? place.sheet() : prefix.first()).orElse(null);
    boolean own = prefix == null && new CellAddress(row, column).equals(place.cell());
    if (sheet == null || column == 0 || own || prefix != null && prefix.book() != null) {
      return "";
    }
    return sheet.cell(row, column - 1).value() instanceof Scalar.Text text
            && text.value().strip().length() > 1
            && text.value().length() <= LONGEST_LABEL
        ? text.value().strip().replaceAll("[:：]$", "")
        : "";
  }
}
