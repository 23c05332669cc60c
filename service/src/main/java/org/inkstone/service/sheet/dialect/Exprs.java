package org.inkstone.service.sheet.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.sheet.formula.Axis;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.UnaryOperator;

/** Short ways to build syntax trees and to look at them. */
final class Exprs {
  /** The longest text that a cell holds. */
  static final Expr LONGEST_TEXT = number(32_767);

  private Exprs() {}

  static Expr number(double value) {
    return Expr.number(value);
  }

  static Expr text(String value) {
    return new Expr.TextLiteral(value);
  }

  static Expr call(String function, Expr... arguments) {
    return new Expr.Call(function, Arrays.asList(arguments));
  }

  static Expr binary(BinaryOperator operator, Expr left, Expr right) {
    return new Expr.Binary(operator, left, right);
  }

  static Expr times(Expr left, Expr right) {
    return binary(BinaryOperator.MULTIPLY, left, right);
  }

  static Expr over(Expr left, Expr right) {
    return binary(BinaryOperator.DIVIDE, left, right);
  }

  static Expr equal(Expr left, Expr right) {
    return binary(BinaryOperator.EQUAL, left, right);
  }

  static Expr concat(Expr left, Expr right) {
    return binary(BinaryOperator.CONCAT, left, right);
  }

  /** Truth values as 1 and 0. */
  static Expr asNumber(Expr truth) {
    return new Expr.Unary(UnaryOperator.MINUS, new Expr.Unary(UnaryOperator.MINUS, truth));
  }

  /** The argument if it is written, else none. */
  static Optional<Expr> argument(Expr.Call call, int index) {
    return index < call.arguments().size() && !(call.arguments().get(index) instanceof Expr.Omitted)
        ? Optional.of(call.arguments().get(index))
        : Optional.empty();
  }

  /** Whether an argument is left out or is this number. */
  static boolean isMissingOr(Expr.Call call, int index, double value) {
    return argument(call, index).map(a -> a.equals(number(value))).orElse(true);
  }

  /** Whether an expression is a reference or an array of more than one value. */
  static boolean isRange(Expr expr) {
    return switch (expr) {
      case Expr.RangeRef r -> true;
      case Expr.ColumnsRef c -> true;
      case Expr.RowsRef r -> true;
      case Expr.TableRef t -> !isOwnRow(t);
      case Expr.ArrayLiteral a -> a.rows().size() > 1 || a.rows().getFirst().size() > 1;
      case Expr.Binary b -> b.operator().reference();
      case Expr.Unary u -> u.operator() == UnaryOperator.SPILL;
      default -> false;
    };
  }

  private static boolean isOwnRow(Expr.TableRef table) {
    boolean row =
        table.sections().equals(List.of(org.inkstone.service.sheet.formula.TableSection.THIS_ROW));
    return row && table.firstColumn() != null && table.lastColumn() == null;
  }

  /** Whether an expression is surely a single column. */
  static boolean isColumn(Expr expr) {
    return switch (expr) {
      case Expr.RangeRef r -> r.firstColumn().index() == r.lastColumn().index();
      case Expr.ColumnsRef c -> c.first().index() == c.last().index();
      case Expr.TableRef t -> t.firstColumn() != null && t.lastColumn() == null;
      default -> false;
    };
  }

  /** Whether an expression is surely a single row. */
  static boolean isRow(Expr expr) {
    return switch (expr) {
      case Expr.RangeRef r -> r.firstRow().index() == r.lastRow().index();
      case Expr.RowsRef r -> r.first().index() == r.last().index();
      default -> false;
    };
  }

  /** The cells of a written range, row by row, up to a number; none if it is larger or no range. */
  static Optional<List<Expr>> cells(Expr expr, int most) {
    if (expr instanceof Expr.RangeRef r) {
      long rows = r.lastRow().index() - r.firstRow().index() + 1L;
      long columns = r.lastColumn().index() - r.firstColumn().index() + 1L;
      if (rows * columns > most) {
        return Optional.empty();
      }
      List<Expr> cells = new ArrayList<>();
      for (int row = r.firstRow().index(); row <= r.lastRow().index(); row++) {
        for (int column = r.firstColumn().index(); column <= r.lastColumn().index(); column++) {
          Axis atRow = new Axis(row, r.firstRow().absolute());
          Axis atColumn = new Axis(column, r.firstColumn().absolute());
          cells.add(new Expr.CellRef(r.sheet(), atRow, atColumn));
        }
      }
      return Optional.of(cells);
    }
    return isRange(expr) ? Optional.empty() : Optional.of(List.of(expr));
  }
}
