package org.inkstone.service.sheet.formula;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Prints formulas in canonical en-US form or in another notation, without the leading {@code =} and
 * with no bracket that isn't needed. What it prints reads back as an equal tree.
 */
public final class FormulaPrinter {
  private static final int PERCENT = 6;
  private static final int PREFIX = 7;
  private static final int PRIMARY = 11;

  private final StringBuilder out = new StringBuilder();
  private final Notation notation;

  private FormulaPrinter(Notation notation) {
    this.notation = notation;
  }

  /** The formula as text. */
  public static String print(Expr expr) {
    return print(expr, Notation.CANONICAL);
  }

  /** The formula as text in a notation. */
  public static String print(Expr expr, Notation notation) {
    FormulaPrinter printer = new FormulaPrinter(notation);
    printer.append(expr);
    return printer.out.toString();
  }

  private void append(Expr expr) {
    switch (expr) {
      case Expr.NumberLiteral n -> out.append(decimal(n.value()));
      case Expr.TextLiteral t -> out.append(text(t.value()));
      case Expr.BoolLiteral b -> out.append(notation.bool(b.value()));
      case Expr.ErrorLiteral e -> out.append(notation.error(e.code()));
      case Expr.Omitted o -> {}
      case Expr.ArrayLiteral a -> array(a);
      case Expr.CellRef c ->
          out.append(prefix(c.sheet())).append(A1.column(c.column())).append(A1.row(c.row()));
      case Expr.RangeRef r ->
          out.append(prefix(r.sheet()))
              .append(A1.column(r.firstColumn()))
              .append(A1.row(r.firstRow()))
              .append(':')
              .append(A1.column(r.lastColumn()))
              .append(A1.row(r.lastRow()));
      case Expr.ColumnsRef c ->
          out.append(prefix(c.sheet()))
              .append(A1.column(c.first()))
              .append(':')
              .append(A1.column(c.last()));
      case Expr.RowsRef r ->
          out.append(prefix(r.sheet()))
              .append(A1.row(r.first()))
              .append(':')
              .append(A1.row(r.last()));
      case Expr.TableRef t -> out.append(StructuredReference.print(t, notation));
      case Expr.NameRef n -> out.append(prefix(n.sheet())).append(n.name());
      case Expr.Call call -> {
        out.append(notation.function(call.function()));
        arguments(call.arguments());
      }
      case Expr.Invoke invoke -> {
        append(invoke.callee(), PRIMARY);
        arguments(invoke.arguments());
      }
      case Expr.Unary unary -> unary(unary);
      case Expr.Binary binary -> binary(binary);
    }
  }

  private void append(Expr expr, int lowest) {
    if (precedence(expr) >= lowest) {
      append(expr);
    } else {
      out.append('(');
      append(expr);
      out.append(')');
    }
  }

  private void unary(Expr.Unary unary) {
    UnaryOperator operator = unary.operator();
    switch (operator) {
      case SPILL -> append(unary.operand(), PRIMARY);
      case PERCENT -> append(unary.operand(), PERCENT);
      case ENCLOSED -> {
        out.append('(');
        append(unary.operand());
        out.append(')');
      }
      default -> {
        out.append(operator.symbol());
        append(unary.operand(), PREFIX);
        return;
      }
    }
    out.append(operator.symbol());
  }

  /** A run of operators of one precedence is printed in a loop, so that long ones need no stack. */
  private void binary(Expr.Binary binary) {
    boolean union = binary.operator() == BinaryOperator.UNION;
    Deque<Expr.Binary> run = new ArrayDeque<>();
    Expr left = binary;
    while (left instanceof Expr.Binary b
        && union == (b.operator() == BinaryOperator.UNION)
        && (run.isEmpty() || precedenceInside(b) >= precedenceInside(run.getFirst()))) {
      run.push(b);
      left = b.left();
    }
    out.append(union ? "(" : "");
    append(left, run.getFirst().operator().precedence());
    for (Expr.Binary b : run) {
      boolean dot = b.operator() == BinaryOperator.RANGE && out.charAt(out.length() - 1) == '.';
      out.append(dot ? " " : ""); // else the dot of a name would be that of a trimmed range
      out.append(union ? String.valueOf(notation.argument()) : b.operator().symbol());
      right(b);
    }
    out.append(union ? ")" : "");
  }

  private void right(Expr.Binary binary) {
    Expr right = binary.right();
    if (binary.operator() == BinaryOperator.RANGE && !(binary.left() instanceof Expr.CellRef)) {
      boolean sheet =
          right instanceof Expr.CellRef c && c.sheet() != null
              || right instanceof Expr.NameRef n && n.sheet() != null;
      append(right, sheet ? PRIMARY + 1 : PRIMARY);
    } else {
      append(right, binary.operator().precedence() + 1);
    }
  }

  private static int precedenceInside(Expr.Binary binary) {
    return binary.operator().precedence();
  }

  private static int precedence(Expr expr) {
    return switch (expr) {
      case Expr.Binary binary ->
          // a union brings its own brackets
          binary.operator() == BinaryOperator.UNION ? PRIMARY : binary.operator().precedence();
      case Expr.Unary unary ->
          switch (unary.operator()) {
            case SPILL, ENCLOSED -> PRIMARY;
            case PERCENT -> PERCENT;
            default -> PREFIX;
          };
      case Expr.RangeRef r -> BinaryOperator.RANGE.precedence();
      case Expr.ColumnsRef c -> BinaryOperator.RANGE.precedence();
      case Expr.RowsRef r -> BinaryOperator.RANGE.precedence();
      default -> PRIMARY;
    };
  }

  private void arguments(List<Expr> arguments) {
    out.append('(');
    for (int i = 0; i < arguments.size(); i++) {
      if (i > 0) {
        out.append(notation.argument());
      }
      append(arguments.get(i));
    }
    out.append(')');
  }

  private void array(Expr.ArrayLiteral array) {
    char separator = '{';
    for (List<Scalar> row : array.rows()) {
      for (Scalar value : row) {
        out.append(separator).append(constant(value));
        separator = notation.arrayColumn();
      }
      separator = notation.arrayRow();
    }
    out.append('}');
  }

  private String constant(Scalar value) {
    return switch (value) {
      case Scalar.Blank blank -> "\"\"";
      case Scalar.Num n -> n.value() < 0 ? "-" + decimal(-n.value()) : decimal(n.value());
      case Scalar.Text t -> text(t.value());
      case Scalar.Bool b -> notation.bool(b.value());
      case Scalar.Err e -> notation.error(e.code());
    };
  }

  private String decimal(double value) {
    return number(value).replace('.', notation.decimal());
  }

  /** The shortest decimal that reads back as the same number. */
  static String number(double value) {
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (value == 0 || exponent >= -10 && exponent <= 20) {
      return value == 0 ? "0" : decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return digits.charAt(0) + fraction + "E" + (exponent < 0 ? "" : "+") + exponent;
  }

  private static String text(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  private static String prefix(@Nullable SheetPrefix sheet) {
    return sheet == null ? "" : SheetNames.print(sheet) + "!";
  }
}
