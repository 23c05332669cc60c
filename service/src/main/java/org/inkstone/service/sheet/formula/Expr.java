package org.inkstone.service.sheet.formula;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/** A node of a formula's syntax tree; two trees are equal when they are the same formula. */
public sealed interface Expr {
  /** A number of at least 0; a negative one is {@link UnaryOperator#MINUS} of it. */
  record NumberLiteral(double value) implements Expr {
    public NumberLiteral {
      if (!Double.isFinite(value) || value < 0) {
        throw new IllegalArgumentException("a number literal is finite and at least 0: " + value);
      }
      value += 0.0; // no negative zero
    }
  }

  /** A text. */
  record TextLiteral(String value) implements Expr {
    public TextLiteral {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code TRUE} or {@code FALSE}. */
  record BoolLiteral(boolean value) implements Expr {}

  /** An error value, such as {@code #N/A}. */
  record ErrorLiteral(ErrorCode code) implements Expr {}

  /** An argument that is left empty, as the second one in {@code TAKE(A1:C9,,2)}. */
  record Omitted() implements Expr {}

  /** An array constant: rows of equal length, no blanks in it. */
  record ArrayLiteral(List<List<Scalar>> rows) implements Expr {
    public ArrayLiteral {
      rows = rows.stream().map(List::copyOf).toList();
      int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
      if (columns == 0 || rows.stream().anyMatch(row -> row.size() != columns)) {
        throw new IllegalArgumentException("rows of an array constant are of one length, over 0");
      }
    }
  }

  /** One cell. */
  record CellRef(@Nullable SheetPrefix sheet, Axis row, Axis column) implements Expr {
    public CellRef {
      requireRow(row);
      requireColumn(column);
    }

    /** A relative reference to a cell of the formula's own sheet. */
    public static CellRef of(CellAddress cell) {
      return new CellRef(null, Axis.relative(cell.row()), Axis.relative(cell.column()));
    }
  }

  /** A rectangle; the corners are put in order. */
  record RangeRef(
      @Nullable SheetPrefix sheet, Axis firstRow, Axis firstColumn, Axis lastRow, Axis lastColumn)
      implements Expr {
    public RangeRef {
      requireRow(firstRow);
      requireRow(lastRow);
      requireColumn(firstColumn);
      requireColumn(lastColumn);
      if (firstRow.index() > lastRow.index()) {
        Axis low = lastRow;
        lastRow = firstRow;
        firstRow = low;
      }
      if (firstColumn.index() > lastColumn.index()) {
        Axis low = lastColumn;
        lastColumn = firstColumn;
        firstColumn = low;
      }
    }
  }

  /** Whole columns, as in {@code A:C}. */
  record ColumnsRef(@Nullable SheetPrefix sheet, Axis first, Axis last) implements Expr {
    public ColumnsRef {
      requireColumn(first);
      requireColumn(last);
      if (first.index() > last.index()) {
        Axis low = last;
        last = first;
        first = low;
      }
    }
  }

  /** Whole rows, as in {@code 1:3}. */
  record RowsRef(@Nullable SheetPrefix sheet, Axis first, Axis last) implements Expr {
    public RowsRef {
      requireRow(first);
      requireRow(last);
      if (first.index() > last.index()) {
        Axis low = last;
        last = first;
        first = low;
      }
    }
  }

  /**
   * A structured reference.
   *
   * @param table null is the table that the formula's cell stands in
   * @param sections the named parts, in the order of {@link TableSection}; empty is the data
   * @param firstColumn null is all columns
   * @param lastColumn null is the first column alone
   */
  record TableRef(
      @Nullable String table,
      List<TableSection> sections,
      @Nullable String firstColumn,
      @Nullable String lastColumn)
      implements Expr {
    public TableRef {
      sections = sections.stream().distinct().sorted().toList();
      if (sections.contains(TableSection.THIS_ROW) && sections.size() > 1) {
        throw new IllegalArgumentException("#This Row goes with no other part: " + sections);
      }
      if (firstColumn == null && lastColumn != null) {
        throw new IllegalArgumentException("a last column without a first: " + lastColumn);
      }
    }

    /** The data of one column. */
    public static TableRef column(String table, String column) {
      return new TableRef(table, List.of(), column, null);
    }

    /** One column's cell in the formula's own row. */
    public static TableRef thisRow(String column) {
      return new TableRef(null, List.of(TableSection.THIS_ROW), column, null);
    }
  }

  /** A defined name, a table's name, or a variable of LET or LAMBDA. */
  record NameRef(@Nullable SheetPrefix sheet, String name) implements Expr {}

  /** A function's call; the name is in capitals and without the prefixes of files. */
  record Call(String function, List<Expr> arguments) implements Expr {
    public Call {
      function = function.toUpperCase(Locale.ROOT);
      arguments = withoutLoneOmitted(arguments);
    }
  }

  /** The call of a function that is itself a value: a LAMBDA or a variable that holds one. */
  record Invoke(Expr callee, List<Expr> arguments) implements Expr {
    public Invoke {
      arguments = withoutLoneOmitted(arguments);
    }
  }

  /** An operator before or behind one operand. */
  record Unary(UnaryOperator operator, Expr operand) implements Expr {}

  /** An operator between two operands. */
  record Binary(BinaryOperator operator, Expr left, Expr right) implements Expr {}

  /** The literal of a number, with a minus before it where it is negative. */
  static Expr number(double value) {
    return value < 0
        ? new Unary(UnaryOperator.MINUS, new NumberLiteral(-value))
        : new NumberLiteral(value);
  }

  /**
   * The range from one reference to another: a rectangle or whole columns where both ends are
   * written out on one sheet, else the operator.
   */
  static Expr range(Expr first, Expr last) {
    if (first instanceof CellRef a && last instanceof CellRef b && isHere(b.sheet(), a.sheet())) {
      return new RangeRef(a.sheet(), a.row(), a.column(), b.row(), b.column());
    } else if (first instanceof NameRef a
        && last instanceof NameRef b
        && isHere(b.sheet(), a.sheet())) {
      Axis from = A1.column(a.name());
      Axis to = A1.column(b.name());
      if (from != null && to != null) {
        return new ColumnsRef(a.sheet(), from, to);
      }
    }
    return new Binary(BinaryOperator.RANGE, first, last);
  }

  /** One empty argument is written as none, and so is none. */
  private static List<Expr> withoutLoneOmitted(List<Expr> arguments) {
    return arguments.equals(List.of(new Omitted())) ? List.of() : List.copyOf(arguments);
  }

  private static boolean isHere(@Nullable SheetPrefix sheet, @Nullable SheetPrefix first) {
    return sheet == null || sheet.equals(first);
  }

  private static void requireRow(Axis row) {
    if (row.index() >= CellAddress.MAX_ROWS) {
      throw new IllegalArgumentException("no such row: " + (row.index() + 1L));
    }
  }

  private static void requireColumn(Axis column) {
    if (column.index() >= CellAddress.MAX_COLUMNS) {
      throw new IllegalArgumentException("no such column: " + (column.index() + 1L));
    }
  }
}
