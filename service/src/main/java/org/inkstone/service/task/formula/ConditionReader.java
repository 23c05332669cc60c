package org.inkstone.service.task.formula;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the comparisons of a formula: by operator, and in the criteria of SUMIFS and its kin. */
final class ConditionReader {
  private static final Set<String> VALUE_FIRST = Set.of("SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS");
  private static final Set<String> RANGE_FIRST =
      Set.of("COUNTIF", "COUNTIFS", "SUMIF", "AVERAGEIF");
  private static final Set<String> ONE_CRITERION = Set.of("SUMIF", "AVERAGEIF");

  private final Names names;
  private final List<Condition> found = new ArrayList<>();

  private ConditionReader(Names names) {
    this.names = names;
  }

  static List<Condition> read(Expr formula, Names names) {
    ConditionReader reader = new ConditionReader(names);
    reader.visit(formula, false);
    return reader.found;
  }

  private void visit(Expr expr, boolean inBranch) {
    if (expr instanceof Expr.Binary binary && binary.operator().comparison()) {
      addComparison(binary, inBranch);
    } else if (expr instanceof Expr.Call call) {
      addCriteria(call);
      addLookup(call);
      if (call.function().equals("IF") && !call.arguments().isEmpty()) {
        visit(call.arguments().getFirst(), true);
        call.arguments().stream().skip(1).forEach(e -> visit(e, false));
        return;
      }
    }
    boolean logical =
        expr instanceof Expr.Call call && Set.of("AND", "OR", "NOT").contains(call.function());
    ExprTree.children(expr).forEach(e -> visit(e, inBranch && logical));
  }

  private void addComparison(Expr.Binary binary, boolean inBranch) {
    Optional<ColumnView> left = columnOf(binary.left());
    Optional<ColumnView> right = columnOf(binary.right());
    if (left.isPresent()) {
      Condition.Bound bound = bound(binary.right());
      found.add(new Condition(left.get(), binary.operator(), bound, inBranch));
    } else if (right.isPresent()) {
      BinaryOperator mirrored = Condition.mirrored(binary.operator());
      found.add(new Condition(right.get(), mirrored, bound(binary.left()), inBranch));
    }
  }

  /** XLOOKUP and MATCH compare for equality too. */
  private void addLookup(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    if (arguments.size() < 2 || !Set.of("XLOOKUP", "MATCH", "XMATCH").contains(call.function())) {
      return;
    }
    columnOf(arguments.get(1))
        .ifPresent(column ->
            found.add(
                new Condition(column, BinaryOperator.EQUAL, bound(arguments.getFirst()), false)));
  }

  private void addCriteria(Expr.Call call) {
    int first = VALUE_FIRST.contains(call.function()) ? 1 : 0;
    if (first == 0 && !RANGE_FIRST.contains(call.function())) {
      return;
    }
    int end = ONE_CRITERION.contains(call.function()) ? 2 : call.arguments().size();
    for (int i = first; i + 1 < end; i += 2) {
      Expr criterion = call.arguments().get(i + 1);
      columnOf(call.arguments().get(i))
          .ifPresent(column -> found.add(criterion(column, criterion)));
    }
  }

  private Condition criterion(ColumnView column, Expr criterion) {
    if (criterion instanceof Expr.TextLiteral text) {
      BinaryOperator operator = operatorAt(text.value());
      String rest = text.value().substring(operator == null ? 0 : operator.symbol().length());
      BinaryOperator used = operator == null ? BinaryOperator.EQUAL : operator;
      return new Condition(column, used, textBound(rest), false);
    } else if (criterion instanceof Expr.Binary joined
        && joined.operator() == BinaryOperator.CONCAT
        && joined.left() instanceof Expr.TextLiteral text) {
      BinaryOperator operator = operatorAt(text.value());
      if (operator != null && operator.symbol().equals(text.value())) {
        return new Condition(column, operator, bound(joined.right()), false);
      }
    }
    return new Condition(column, BinaryOperator.EQUAL, bound(criterion), false);
  }

  private static Condition.Bound textBound(String text) {
    try {
      return new Condition.NumberBound(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return new Condition.TextBound(text);
    }
  }

  private static @Nullable BinaryOperator operatorAt(String text) {
    for (BinaryOperator operator :
        List.of(
            BinaryOperator.LESS_OR_EQUAL,
            BinaryOperator.GREATER_OR_EQUAL,
            BinaryOperator.NOT_EQUAL,
            BinaryOperator.LESS,
            BinaryOperator.GREATER,
            BinaryOperator.EQUAL)) {
      if (text.startsWith(operator.symbol())) {
        return operator;
      }
    }
    return null;
  }

  private Condition.Bound bound(Expr expr) {
    Double number = number(expr);
    if (number != null) {
      return new Condition.NumberBound(number);
    } else if (expr instanceof Expr.TextLiteral text) {
      return new Condition.TextBound(text.value());
    }
    Optional<LocalDate> date = date(expr);
    if (date.isPresent()) {
      return new Condition.DateBound(date.get());
    }
    return columnOf(expr)
        .<Condition.Bound>map(Condition.ColumnBound::new)
        .orElseGet(Condition.OtherBound::new);
  }

  /** The column of a bare reference, or inside a function of one argument such as MONTH or TRIM. */
  private Optional<ColumnView> columnOf(Expr expr) {
    return expr instanceof Expr.TableRef ref ? names.column(ref) : Optional.empty();
  }

  /** The value of a number that is written out; null if it is none. */
  static @Nullable Double number(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral literal -> literal.value();
      case Expr.Unary unary when unary.operator() == UnaryOperator.MINUS -> {
        Double value = number(unary.operand());
        yield value == null ? null : -value;
      }
      case Expr.Unary unary when unary.operator() == UnaryOperator.PERCENT -> {
        Double value = number(unary.operand());
        yield value == null ? null : value / 100;
      }
      default -> null;
    };
  }

  /** The day of a DATE whose arguments are written out. */
  static Optional<LocalDate> date(Expr expr) {
    if (!(expr instanceof Expr.Call call)
        || !call.function().equals("DATE")
        || call.arguments().size() != 3) {
      return Optional.empty();
    }
    Double year = number(call.arguments().get(0));
    Double month = number(call.arguments().get(1));
    Double day = number(call.arguments().get(2));
    if (year == null || month == null || day == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year.intValue(), month.intValue(), day.intValue()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
