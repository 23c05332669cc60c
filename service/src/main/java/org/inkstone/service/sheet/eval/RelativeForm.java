package org.inkstone.service.sheet.eval;

import java.util.List;
import java.util.Objects;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.formula.Axis;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.SheetPrefix;
import org.jspecify.annotations.Nullable;

/**
 * A formula without regard to the cell that it stands in: two are equal when one is the other's
 * copy, references shifting as in a spreadsheet.
 */
final class RelativeForm {
  private final Expr expr;
  private final int row;
  private final int column;
  private final int hash;

  RelativeForm(Expr expr, CellAddress cell) {
    this.expr = expr;
    this.row = cell.row();
    this.column = cell.column();
    this.hash = hash(expr);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RelativeForm form && hash == form.hash && same(expr, form.expr, form);
  }

  private int row(Axis axis) {
    return axis.absolute() ? ~axis.index() : axis.index() - row + CellAddress.MAX_ROWS;
  }

  private int column(Axis axis) {
    return axis.absolute() ? ~axis.index() : axis.index() - column + CellAddress.MAX_COLUMNS;
  }

  private int hash(Expr node) {
    return switch (node) {
      case Expr.CellRef c -> 31 * (31 * row(c.row()) + column(c.column())) + hash(c.sheet());
      case Expr.RangeRef r ->
          31 * (31 * (31 * row(r.firstRow()) + column(r.firstColumn())) + row(r.lastRow()))
              + column(r.lastColumn())
              + hash(r.sheet());
      case Expr.ColumnsRef c -> 31 * column(c.first()) + column(c.last()) + 7 + hash(c.sheet());
      case Expr.RowsRef r -> 31 * row(r.first()) + row(r.last()) + 11 + hash(r.sheet());
      case Expr.Call call -> 31 * call.function().hashCode() + hash(call.arguments());
      case Expr.Invoke invoke -> 31 * hash(invoke.callee()) + hash(invoke.arguments());
      case Expr.Unary unary -> 31 * unary.operator().hashCode() + hash(unary.operand()) + 13;
      case Expr.Binary binary -> binary(binary);
      default -> node.hashCode();
    };
  }

  private static int hash(@Nullable SheetPrefix sheet) {
    return Objects.hashCode(sheet);
  }

  private int hash(List<Expr> nodes) {
    int all = 1;
    for (Expr node : nodes) {
      all = 31 * all + hash(node);
    }
    return all;
  }

  /** Operators that lean to the left are taken in a loop, so that long sums need no stack. */
  private int binary(Expr.Binary outermost) {
    int all = 0;
    Expr left = outermost;
    while (left instanceof Expr.Binary binary) {
      all = 31 * all + 31 * hash(binary.right()) + binary.operator().hashCode();
      left = binary.left();
    }
    return 31 * all + hash(left);
  }

  private boolean same(Expr a, Expr b, RelativeForm form) {
    return switch (a) {
      case Expr.CellRef c ->
          b instanceof Expr.CellRef d
              && row(c.row()) == form.row(d.row())
              && column(c.column()) == form.column(d.column())
              && Objects.equals(c.sheet(), d.sheet());
      case Expr.RangeRef c ->
          b instanceof Expr.RangeRef d
              && row(c.firstRow()) == form.row(d.firstRow())
              && column(c.firstColumn()) == form.column(d.firstColumn())
              && row(c.lastRow()) == form.row(d.lastRow())
              && column(c.lastColumn()) == form.column(d.lastColumn())
              && Objects.equals(c.sheet(), d.sheet());
      case Expr.ColumnsRef c ->
          b instanceof Expr.ColumnsRef d
              && column(c.first()) == form.column(d.first())
              && column(c.last()) == form.column(d.last())
              && Objects.equals(c.sheet(), d.sheet());
      case Expr.RowsRef c ->
          b instanceof Expr.RowsRef d
              && row(c.first()) == form.row(d.first())
              && row(c.last()) == form.row(d.last())
              && Objects.equals(c.sheet(), d.sheet());
      case Expr.Call c ->
          b instanceof Expr.Call d
              && c.function().equals(d.function())
              && same(c.arguments(), d.arguments(), form);
      case Expr.Invoke c ->
          b instanceof Expr.Invoke d
              && same(c.callee(), d.callee(), form)
              && same(c.arguments(), d.arguments(), form);
      case Expr.Unary c ->
          b instanceof Expr.Unary d
              && c.operator() == d.operator()
              && same(c.operand(), d.operand(), form);
      case Expr.Binary c -> b instanceof Expr.Binary d && binary(c, d, form);
      default -> a.equals(b);
    };
  }

  private boolean binary(Expr.Binary a, Expr.Binary b, RelativeForm form) {
    Expr left = a;
    Expr other = b;
    while (left instanceof Expr.Binary c) {
      if (!(other instanceof Expr.Binary d)
          || c.operator() != d.operator()
          || !same(c.right(), d.right(), form)) {
        return false;
      }
      left = c.left();
      other = d.left();
    }
    return same(left, other, form);
  }

  private boolean same(List<Expr> a, List<Expr> b, RelativeForm form) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i), form)) {
        return false;
      }
    }
    return true;
  }
}
