package org.inkstone.service.sheet.proof;

import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.formula.Expr;

/**
 * What the outermost function or operator of a formula is given, in our engine: the values of its
 * arguments, apart by bars. A reference to one cell has {@code @} before its value; ranges and
 * arrays show their size and the kinds of what is in them, such as {@code [3x1 number,text]}.
 */
record Shape(String function, String arguments) {
  static Shape of(Expr formula, Engine engine, Sheetful data) {
    Expr outermost = unwrapped(formula);
    StringJoiner arguments = new StringJoiner(" | ");
    for (Expr child : SubExpressions.children(outermost)) {
      arguments.add(described(child, engine, data));
    }
    return new Shape(name(outermost), arguments.toString());
  }

  /** The blank cells of the data, which an evaluation shows as 0. */
  interface Sheetful {
    boolean isBlank(int row, int column);
  }

  /** Arrays are compared by one cell, which an INDEX around them picks. */
  private static Expr unwrapped(Expr formula) {
    boolean picks =
        formula instanceof Expr.Call call
            && call.function().equals("INDEX")
            && call.arguments().size() == 3
            && !SubExpressions.children(call.arguments().getFirst()).isEmpty();
    return picks ? SubExpressions.children(formula).getFirst() : formula;
  }

  private static String name(Expr expr) {
    return switch (expr) {
      case Expr.Call call -> call.function();
      case Expr.Binary binary -> binary.operator().symbol();
      case Expr.Unary unary -> "unary" + unary.operator().symbol();
      case Expr.Invoke invoke -> "LAMBDA";
      default -> "literal";
    };
  }

  private static String described(Expr expr, Engine engine, Sheetful data) {
    if (expr instanceof Expr.Omitted) {
      return "omitted";
    } else if (expr instanceof Expr.CellRef ref) {
      boolean blank = data.isBlank(ref.row().index(), ref.column().index());
      return "@" + (blank ? "blank" : Encoded.of(engine.evaluate(expr).scalar()));
    }
    Evaluation value = engine.evaluate(expr);
    boolean single = value.rows().size() == 1 && value.rows().getFirst().size() == 1;
    return single ? Encoded.of(value.scalar()) : kinds(expr, value, data);
  }

  private static String kinds(Expr expr, Evaluation value, Sheetful data) {
    TreeSet<String> kinds = new TreeSet<>();
    for (List<Scalar> row : value.rows()) {
      row.forEach(cell -> kinds.add(kind(cell)));
    }
    if (expr instanceof Expr.RangeRef range && hasBlank(range, data)) {
      kinds.add("blank");
    }
    return (expr instanceof Expr.RangeRef ? "@[" : "[")
        + value.rows().size()
        + "x"
        + value.rows().getFirst().size()
        + " "
        + String.join(",", kinds)
        + "]";
  }

  private static boolean hasBlank(Expr.RangeRef range, Sheetful data) {
    for (int row = range.firstRow().index(); row <= range.lastRow().index(); row++) {
      for (int c = range.firstColumn().index(); c <= range.lastColumn().index(); c++) {
        if (data.isBlank(row, c)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String kind(Scalar cell) {
    return switch (cell) {
      case Scalar.Num n -> "number";
      case Scalar.Text t -> "text";
      case Scalar.Bool b -> "bool";
      case Scalar.Err e -> "error";
      case Scalar.Blank b -> "blank";
    };
  }
}
