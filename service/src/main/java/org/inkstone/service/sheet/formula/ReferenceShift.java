package org.inkstone.service.sheet.formula;

import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.ErrorCode;

/** Moves relative references, as copying a formula to another cell does. */
public final class ReferenceShift {
  private ReferenceShift() {}

  /** The formula as its copy some rows below and columns to the right; off the sheet is #REF!. */
  public static Expr move(Expr expr, int rows, int columns) {
    return rows == 0 && columns == 0
        ? expr
        : ExprMapping.map(expr, node -> moved(node, rows, columns));
  }

  private static Expr moved(Expr node, int rows, int columns) {
    try {
      return switch (node) {
        case Expr.CellRef c ->
            new Expr.CellRef(c.sheet(), row(c.row(), rows), column(c.column(), columns));
        case Expr.RangeRef r ->
            new Expr.RangeRef(
                r.sheet(),
                row(r.firstRow(), rows),
                column(r.firstColumn(), columns),
                row(r.lastRow(), rows),
                column(r.lastColumn(), columns));
        case Expr.ColumnsRef c ->
            new Expr.ColumnsRef(c.sheet(), column(c.first(), columns), column(c.last(), columns));
        case Expr.RowsRef r ->
            new Expr.RowsRef(r.sheet(), row(r.first(), rows), row(r.last(), rows));
        default -> node;
      };
    } catch (IllegalArgumentException offTheSheet) {
      return new Expr.ErrorLiteral(ErrorCode.REF);
    }
  }

  private static Axis row(Axis axis, int by) {
    return moved(axis, by, CellAddress.MAX_ROWS);
  }

  private static Axis column(Axis axis, int by) {
    return moved(axis, by, CellAddress.MAX_COLUMNS);
  }

  private static Axis moved(Axis axis, int by, int size) {
    if (axis.absolute()) {
      return axis;
    }
    int index = axis.index() + by;
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("off the sheet: " + index);
    }
    return Axis.relative(index);
  }
}
