package org.inkstone.service.sheet.dialect;

import static org.inkstone.service.sheet.dialect.Exprs.argument;
import static org.inkstone.service.sheet.dialect.Exprs.asNumber;
import static org.inkstone.service.sheet.dialect.Exprs.binary;
import static org.inkstone.service.sheet.dialect.Exprs.call;
import static org.inkstone.service.sheet.dialect.Exprs.number;
import static org.inkstone.service.sheet.dialect.Exprs.over;
import static org.inkstone.service.sheet.dialect.Exprs.times;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;

/** Aggregates over a part of the data without FILTER, UNIQUE, MAXIFS and MINIFS. */
final class AggregateRewrites {
  private static final double LARGE = 14;
  private static final double SMALL = 15;
  private static final double SKIP_ERRORS = 6;

  /** Rewrites of the functions themselves. */
  static final Map<String, Rewrite> ALL =
      Map.of(
          "MAXIFS", call -> extreme(call, LARGE),
          "MINIFS", call -> extreme(call, SMALL),
          "PERCENTOF", AggregateRewrites::percentOf);

  /** Rewrites of functions around FILTER, UNIQUE and VSTACK. */
  static final Map<String, Rewrite> AROUND =
      Map.of(
          "SUM", AggregateRewrites::sum,
          "COUNT", AggregateRewrites::count,
          "COUNTA", AggregateRewrites::size,
          "ROWS", AggregateRewrites::size,
          "AVERAGE", AggregateRewrites::average,
          "MAX", call -> extremeOfFilter(call, LARGE),
          "MIN", call -> extremeOfFilter(call, SMALL));

  private AggregateRewrites() {}

  private static Optional<Expr> percentOf(Expr.Call call) {
    return call.arguments().size() == 2
        ? Optional.of(
            over(call("SUM", call.arguments().get(0)), call("SUM", call.arguments().get(1))))
        : Optional.empty();
  }

  /** AGGREGATE over quotients: what does not meet the criteria is divided by 0 and skipped. */
  private static Optional<Expr> extreme(Expr.Call call, double rank) {
    List<Expr> arguments = call.arguments();
    if (arguments.size() < 3 || arguments.size() % 2 == 0) {
      return Optional.empty();
    }
    Expr values = arguments.getFirst();
    Expr met = call("ISNUMBER", values);
    for (int i = 1; i < arguments.size(); i += 2) {
      Optional<Expr> condition = CriterionText.condition(arguments.get(i), arguments.get(i + 1));
      if (condition.isEmpty()) {
        return Optional.empty();
      }
      met = times(met, condition.get());
    }
    return Optional.of(call("IFERROR", aggregate(rank, over(values, met)), number(0)));
  }

  private static Expr aggregate(double rank, Expr values) {
    return call("AGGREGATE", number(rank), number(SKIP_ERRORS), values, number(1));
  }

  /** A column that is filtered, and 1 for what stays and 0 for what does not. */
  private record Filtered(Expr values, Expr kept, Optional<Expr> otherwise) {}

  private static Optional<Filtered> filtered(Expr.Call call) {
    if (call.arguments().size() != 1
        || !(call.arguments().getFirst() instanceof Expr.Call filter)
        || !filter.function().equals("FILTER")
        || filter.arguments().size() < 2
        || !Exprs.isColumn(filter.arguments().getFirst())) {
      return Optional.empty();
    }
    return truths(filter.arguments().get(1))
        .map(kept -> new Filtered(filter.arguments().getFirst(), kept, argument(filter, 2)));
  }

  /** Conditions as 1 and 0; none if they may be other values. */
  private static Optional<Expr> truths(Expr condition) {
    if (condition instanceof Expr.Binary b && b.operator().comparison()) {
      return Optional.of(asNumber(b));
    } else if (condition instanceof Expr.Binary b && b.operator() == BinaryOperator.MULTIPLY) {
      return isTruth(b.left()) && isTruth(b.right()) ? Optional.of(b) : Optional.empty();
    } else if (condition instanceof Expr.Binary b && b.operator() == BinaryOperator.ADD) {
      return isTruth(b.left()) && isTruth(b.right())
          ? Optional.of(asNumber(binary(BinaryOperator.GREATER, b, number(0))))
          : Optional.empty();
    }
    return isTruth(condition) ? Optional.of(asNumber(condition)) : Optional.empty();
  }

  private static boolean isTruth(Expr expr) {
    return switch (expr) {
      case Expr.Binary b ->
          b.operator().comparison()
              || (b.operator() == BinaryOperator.MULTIPLY || b.operator() == BinaryOperator.ADD)
                  && isTruth(b.left())
                  && isTruth(b.right());
      case Expr.Call call -> call.function().startsWith("IS") && call.arguments().size() == 1;
      default -> false;
    };
  }

  private static Optional<Expr> sum(Expr.Call call) {
    if (call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Expr.Call stack
        && (stack.function().equals("VSTACK") || stack.function().equals("HSTACK"))) {
      return Optional.of(new Expr.Call("SUM", stack.arguments()));
    }
    return filtered(call)
        .filter(f -> isNothing(f.otherwise()))
        .map(f -> call("SUMPRODUCT", f.kept(), f.values()));
  }

  /** Whether nothing found may add up to 0. */
  private static boolean isNothing(Optional<Expr> otherwise) {
    return otherwise.map(o -> o.equals(number(0)) || o instanceof Expr.TextLiteral).orElse(true);
  }

  private static Optional<Expr> count(Expr.Call call) {
    return filtered(call)
        .filter(f -> f.otherwise().isEmpty())
        .map(f -> call("SUMPRODUCT", times(f.kept(), call("ISNUMBER", f.values()))));
  }

  private static Optional<Expr> size(Expr.Call call) {
    if (call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Expr.Call unique
        && unique.function().equals("UNIQUE")
        && unique.arguments().size() == 1
        && Exprs.isColumn(unique.arguments().getFirst())) {
      Expr values = unique.arguments().getFirst();
      return Optional.of(call("SUMPRODUCT", over(number(1), call("COUNTIF", values, values))));
    }
    return filtered(call)
        .filter(f -> f.otherwise().isEmpty())
        .map(f -> call("SUMPRODUCT", f.kept()));
  }

  private static Optional<Expr> average(Expr.Call call) {
    return filtered(call)
        .filter(f -> f.otherwise().isEmpty())
        .map(f -> {
          Expr numbers = call("SUMPRODUCT", times(f.kept(), call("ISNUMBER", f.values())));
          return over(call("SUMPRODUCT", f.kept(), f.values()), numbers);
        });
  }

  private static Optional<Expr> extremeOfFilter(Expr.Call call, double rank) {
    return filtered(call)
        .filter(f -> f.otherwise().isEmpty())
        .map(f -> aggregate(rank, over(f.values(), times(f.kept(), call("ISNUMBER", f.values())))));
  }
}
