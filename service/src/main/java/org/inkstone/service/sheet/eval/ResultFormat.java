package org.inkstone.service.sheet.eval;

import java.util.List;
import java.util.Set;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Finds the number format that a formula's value asks for, as entering it into a cell would. */
final class ResultFormat {
  private static final String DATE = "yyyy-mm-dd";
  private static final String DATE_TIME = "yyyy-mm-dd hh:mm";
  private static final String TIME = "hh:mm:ss";
  private static final int MOST_ROWS = 50;

  private static final Set<String> DATES =
      Set.of(
          "DATE",
          "TODAY",
          "EDATE",
          "EOMONTH",
          "WORKDAY",
          "WORKDAY.INTL",
          "DATEVALUE",
          "COUPNCD",
          "COUPPCD");

  /** Functions whose value is one of the first reference's, or of the same kind. */
  private static final Set<String> LIKE_FIRST =
      Set.of(
          "MAX",
          "MIN",
          "SUM",
          "AVERAGE",
          "MEDIAN",
          "LARGE",
          "SMALL",
          "INDEX",
          "FILTER",
          "SORT",
          "SORTBY",
          "UNIQUE",
          "TAKE",
          "DROP",
          "TOCOL",
          "TOROW",
          "MAXIFS",
          "MINIFS",
          "SUMIFS",
          "AVERAGEIFS",
          "OFFSET",
          "IFERROR",
          "IFNA",
          "ROUND",
          "MODE",
          "MODE.SNGL",
          "CHOOSECOLS",
          "CHOOSEROWS",
          "VSTACK",
          "HSTACK",
          "MAXA",
          "MINA",
          "QUARTILE",
          "PERCENTILE",
          "ABS",
          "TRIMRANGE");

  private final ReferenceResolver references;

  private ResultFormat(ReferenceResolver references) {
    this.references = references;
  }

  /** The format; null if any will do. */
  static @Nullable String of(Expr expr, Session session) {
    SheetView view = session.view(session.context().sheet());
    return view == null
        ? null
        : new ResultFormat(new ReferenceResolver(session, view, session.context().cell(), 0, 0))
            .of(expr, 0);
  }

  private @Nullable String of(Expr expr, int depth) {
    if (depth > 20) {
      return null;
    }
    return switch (expr) {
      case Expr.CellRef c -> ofReference(() -> references.cell(c), -1);
      case Expr.RangeRef r -> ofReference(() -> references.range(r), -1);
      case Expr.ColumnsRef c -> ofReference(() -> references.columns(c), -1);
      case Expr.TableRef t -> ofReference(() -> references.table(t), -1);
      case Expr.Call call -> ofCall(call, depth);
      case Expr.Unary unary ->
          switch (unary.operator()) {
            case PLUS, MINUS, INTERSECT, SPILL, ENCLOSED -> of(unary.operand(), depth + 1);
            case PERCENT -> null;
          };
      case Expr.Binary binary -> ofBinary(binary, depth);
      default -> null;
    };
  }

  private @Nullable String ofBinary(Expr.Binary binary, int depth) {
    boolean adds = binary.operator() == BinaryOperator.ADD;
    if (!adds && binary.operator() != BinaryOperator.SUBTRACT) {
      return null;
    }
    String left = of(binary.left(), depth + 1);
    String right = of(binary.right(), depth + 1);
    boolean daysBetween = !adds && isDate(left) && isDate(right);
    return daysBetween ? null : left != null ? left : right;
  }

  private static boolean isDate(@Nullable String format) {
    return format != null
        && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]", "").matches("(?i).*[yd].*");
  }

  private @Nullable String ofCall(Expr.Call call, int depth) {
    String name = call.function();
    List<Expr> arguments = call.arguments();
    if (DATES.contains(name)) {
      return DATE;
    } else if (name.equals("NOW")) {
      return DATE_TIME;
    } else if (name.equals("TIME") || name.equals("TIMEVALUE")) {
      return TIME;
    } else if (LIKE_FIRST.contains(name) && !arguments.isEmpty()) {
      return of(arguments.getFirst(), depth + 1);
    }
    return switch (name) {
      case "IF", "CHOOSE", "XLOOKUP", "SUMIF", "AVERAGEIF" -> ofLater(arguments, depth);
      case "LET" -> arguments.isEmpty() ? null : of(arguments.getLast(), depth + 1);
      case "VLOOKUP" -> ofColumn(arguments);
      case "LOOKUP" -> arguments.isEmpty() ? null : of(arguments.getLast(), depth + 1);
      default -> null;
    };
  }

  /** The first format that a branch or a result range has; conditions and keys don't count. */
  private @Nullable String ofLater(List<Expr> arguments, int depth) {
    for (int i = 1; i < arguments.size(); i++) {
      Expr argument = arguments.get(i);
      boolean key = i == 1 && arguments.size() > 2 && isRange(argument);
      String format = key ? null : of(argument, depth + 1);
      if (format != null) {
        return format;
      }
    }
    return null;
  }

  private static boolean isRange(Expr expr) {
    return expr instanceof Expr.RangeRef
        || expr instanceof Expr.ColumnsRef
        || expr instanceof Expr.TableRef;
  }

  private @Nullable String ofColumn(List<Expr> arguments) {
    if (arguments.size() < 3 || !(arguments.get(2) instanceof Expr.NumberLiteral column)) {
      return null;
    }
    int at = (int) column.value() - 1;
    return switch (arguments.get(1)) {
      case Expr.RangeRef r -> ofReference(() -> references.range(r), at);
      case Expr.ColumnsRef c -> ofReference(() -> references.columns(c), at);
      case Expr.TableRef t -> ofReference(() -> references.table(t), at);
      default -> null;
    };
  }

  private interface Resolved {
    Value get();
  }

  /** The format of the first cells of a range's column; -1 is the first column with a format. */
  private @Nullable String ofReference(Resolved resolved, int column) {
    try {
      return resolved.get() instanceof Reference reference
          ? ofArea(reference.areas().getFirst(), column)
          : null;
    } catch (FunctionError error) {
      return null;
    }
  }

  private static @Nullable String ofArea(Area area, int column) {
    CellRange range = area.range();
    CellRange used = area.reader().used();
    CellRange seen = used == null ? null : Ranges.both(range, used);
    if (seen == null || column >= range.columns()) {
      return null;
    }
    int at = column < 0 ? seen.firstColumn() : range.firstColumn() + column;
    for (int row = seen.firstRow();
        row <= Math.min(seen.lastRow(), seen.firstRow() + MOST_ROWS);
        row++) {
      SheetCell cell = area.reader().cell(row, at);
      String format = cell.format();
      if (format != null && !format.equalsIgnoreCase("General") && !format.equals("@")) {
        return format;
      }
    }
    return null;
  }
}
