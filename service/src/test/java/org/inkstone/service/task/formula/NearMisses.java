package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;

/** Formulas that differ from a right one in one column, function, operator or constant. */
final class NearMisses {
  private static final Map<String, List<String>> OTHER_FUNCTIONS =
      Map.of(
          "SUM", List.of("AVERAGE", "MAX", "COUNT"),
          "AVERAGE", List.of("SUM", "MEDIAN", "MAX"),
          "MAX", List.of("MIN", "SUM", "AVERAGE"),
          "MIN", List.of("MAX", "AVERAGE"),
          "SUMIFS", List.of("AVERAGEIFS", "MAXIFS", "MINIFS"),
          "AVERAGEIFS", List.of("SUMIFS", "MAXIFS"),
          "MAXIFS", List.of("MINIFS", "SUMIFS", "AVERAGEIFS"),
          "LARGE", List.of("SMALL"),
          "MEDIAN", List.of("AVERAGE"),
          "COUNTBLANK", List.of("COUNTA", "COUNT"));

  private final Question question;
  private final List<Expr> misses = new ArrayList<>();

  private NearMisses(Question question) {
    this.question = question;
  }

  /** One change each; columns by name. */
  static List<Expr> of(Question question, Expr named) {
    NearMisses misses = new NearMisses(question);
    misses.change(named, UnaryOperator.identity());
    misses.addConditions(named);
    return misses.misses;
  }

  /** Exchanges each node in turn; {@code whole} puts a changed node back into the tree. */
  private void change(Expr node, UnaryOperator<Expr> whole) {
    others(node).forEach(other -> misses.add(whole.apply(other)));
    switch (node) {
      case Expr.Call call -> {
        for (int i = 0; i < call.arguments().size(); i++) {
          int at = i;
          change(
              call.arguments().get(i),
              changed -> {
                List<Expr> arguments = new ArrayList<>(call.arguments());
                arguments.set(at, changed);
                return whole.apply(new Expr.Call(call.function(), arguments));
              });
        }
      }
      case Expr.Binary binary -> {
        change(
            binary.left(), l -> whole.apply(new Expr.Binary(binary.operator(), l, binary.right())));
        change(
            binary.right(), r -> whole.apply(new Expr.Binary(binary.operator(), binary.left(), r)));
      }
      case Expr.Unary unary ->
          change(unary.operand(), o -> whole.apply(new Expr.Unary(unary.operator(), o)));
      default -> {}
    }
  }

  private List<Expr> others(Expr node) {
    return switch (node) {
      case Expr.TableRef ref -> otherColumns(ref);
      case Expr.Call call -> otherCalls(call);
      case Expr.Binary binary -> otherOperators(binary);
      case Expr.TextLiteral text -> otherTexts(text);
      case Expr.NumberLiteral number -> List.of(new Expr.NumberLiteral(number.value() + 1));
      default -> List.of();
    };
  }

  /** Another function, or none. */
  private static List<Expr> otherCalls(Expr.Call call) {
    List<Expr> others = new ArrayList<>();
    OTHER_FUNCTIONS
        .getOrDefault(call.function(), List.of())
        .forEach(f -> others.add(new Expr.Call(f, call.arguments())));
    if (!call.arguments().isEmpty()) {
      others.add(call.arguments().getFirst());
    }
    return others;
  }

  private List<Expr> otherColumns(Expr.TableRef ref) {
    List<Expr> others = new ArrayList<>();
    Names names = new Names(question.schema(), question.place());
    ColumnView column = names.column(ref).orElse(null);
    for (TableView table : question.schema().tables()) {
      for (ColumnView other : table.columns()) {
        boolean sameKind =
            column != null
                && other.table().equals(column.table())
                && other.type() == column.type()
                && !other.equals(column);
        if (sameKind) {
          others.add(new Expr.TableRef(ref.table(), ref.sections(), other.name(), null));
        }
      }
    }
    return others;
  }

  private static List<Expr> otherOperators(Expr.Binary binary) {
    List<BinaryOperator> others =
        switch (binary.operator()) {
          case GREATER -> List.of(BinaryOperator.GREATER_OR_EQUAL, BinaryOperator.LESS);
          case GREATER_OR_EQUAL -> List.of(BinaryOperator.GREATER, BinaryOperator.LESS_OR_EQUAL);
          case LESS -> List.of(BinaryOperator.LESS_OR_EQUAL, BinaryOperator.GREATER);
          case LESS_OR_EQUAL -> List.of(BinaryOperator.LESS, BinaryOperator.GREATER_OR_EQUAL);
          case MULTIPLY -> List.of(BinaryOperator.ADD, BinaryOperator.DIVIDE);
          case DIVIDE -> List.of(BinaryOperator.MULTIPLY, BinaryOperator.SUBTRACT);
          case SUBTRACT -> List.of(BinaryOperator.ADD);
          case ADD -> List.of(BinaryOperator.SUBTRACT);
          default -> List.of();
        };
    List<Expr> changed = new ArrayList<>();
    others.forEach(o -> changed.add(new Expr.Binary(o, binary.left(), binary.right())));
    if (binary.operator() == BinaryOperator.SUBTRACT
        || binary.operator() == BinaryOperator.DIVIDE) {
      changed.add(new Expr.Binary(binary.operator(), binary.right(), binary.left()));
    }
    return changed;
  }

  private List<Expr> otherTexts(Expr.TextLiteral text) {
    List<Expr> others = new ArrayList<>();
    String value = text.value();
    if (value.startsWith(">=") || value.startsWith("<=")) {
      others.add(new Expr.TextLiteral(value.charAt(0) + value.substring(2)));
    } else if (value.startsWith("<>")) {
      others.add(new Expr.TextLiteral(value.substring(2)));
    } else if (value.startsWith(">") || value.startsWith("<")) {
      others.add(new Expr.TextLiteral(value.charAt(0) + "=" + value.substring(1)));
      others.add(new Expr.TextLiteral((value.charAt(0) == '>' ? "<" : ">") + value.substring(1)));
    }
    for (TableView table : question.schema().tables()) {
      for (ColumnView column : table.columns()) {
        boolean holds = column.texts().stream().anyMatch(t -> t.strip().equalsIgnoreCase(value));
        if (holds) {
          column.texts().stream()
              .filter(t -> !t.strip().equalsIgnoreCase(value))
              .limit(2)
              .forEach(t -> others.add(new Expr.TextLiteral(t.strip())));
        }
      }
    }
    return others;
  }

  /** A condition more, and a condition less. */
  private void addConditions(Expr named) {
    if (!(named instanceof Expr.Call call) || !call.function().endsWith("IFS")) {
      return;
    }
    List<Expr> arguments = call.arguments();
    int first = call.function().equals("COUNTIFS") ? 0 : 1;
    if (arguments.size() - first >= 4) {
      misses.add(new Expr.Call(call.function(), arguments.subList(0, arguments.size() - 2)));
    }
    for (ColumnView column : question.schema().tables().getFirst().columns()) {
      if (!column.texts().isEmpty() && column.texts().size() < 6) {
        List<Expr> more = new ArrayList<>(arguments);
        more.add(Expr.TableRef.column(column.table(), column.name()));
        more.add(new Expr.TextLiteral(column.texts().getFirst()));
        misses.add(new Expr.Call(call.function(), more));
      }
    }
  }
}
