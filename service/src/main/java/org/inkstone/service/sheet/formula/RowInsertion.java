package org.inkstone.service.sheet.formula;

import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A row that is inserted into a sheet: what lies below moves down, ranges around it grow.
 *
 * @param sheet where
 * @param at the new row, counted from 0; what stood there stands one row lower
 */
public record RowInsertion(String sheet, int at) {
  /**
   * A formula as it stands after the insertion.
   *
   * @param home the sheet of the formula
   */
  public Expr formula(Expr formula, String home) {
    return ExprMapping.map(formula, node -> after(node, home));
  }

  private Expr after(Expr node, String home) {
    return switch (node) {
      case Expr.CellRef c when isHere(c.sheet(), home) && isOff(c.row()) ->
          new Expr.ErrorLiteral(ErrorCode.REF);
      case Expr.CellRef c when isHere(c.sheet(), home) ->
          new Expr.CellRef(c.sheet(), after(c.row()), c.column());
      case Expr.RangeRef r when isHere(r.sheet(), home) ->
          new Expr.RangeRef(
              r.sheet(),
              after(r.firstRow()),
              r.firstColumn(),
              isOff(r.lastRow()) ? r.lastRow() : after(r.lastRow()),
              r.lastColumn());
      case Expr.RowsRef r when isHere(r.sheet(), home) ->
          new Expr.RowsRef(
              r.sheet(), after(r.first()), isOff(r.last()) ? r.last() : after(r.last()));
      default -> node;
    };
  }

  private static boolean isOff(Axis row) {
    return row.index() == CellAddress.MAX_ROWS - 1;
  }

  private Axis after(Axis row) {
    return row.index() < at ? row : new Axis(row.index() + 1, row.absolute());
  }

  private boolean isHere(@Nullable SheetPrefix prefix, String home) {
    return prefix == null
        ? home.equalsIgnoreCase(sheet)
        : prefix.book() == null && prefix.last() == null && prefix.first().equalsIgnoreCase(sheet);
  }

  /** A range of the sheet as it lies after the insertion. */
  public CellRange range(CellRange range) {
    return new CellRange(
        range.firstRow() < at ? range.firstRow() : range.firstRow() + 1,
        range.firstColumn(),
        range.lastRow() < at ? range.lastRow() : range.lastRow() + 1,
        range.lastColumn());
  }

  /** A cell of the sheet as it lies after the insertion. */
  public CellAddress cell(CellAddress cell) {
    return cell.row() < at ? cell : new CellAddress(cell.row() + 1, cell.column());
  }
}
