package org.inkstone.service.plan.algebra;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/** Makes a plan out of another one by changing some of its parts. */
public final class PlanRewrite {
  private PlanRewrite() {}

  /**
   * A plan whose parts are changed from the inside to the outside; what holds no plans is a part.
   */
  public static Plan rewrite(Plan plan, UnaryOperator<Plan> change) {
    UnaryOperator<Plan> inside = p -> rewrite(p, change);
    Plan rewritten =
        switch (plan) {
          case Plan.Arithmetic a ->
              new Plan.Arithmetic(a.operator(), inside.apply(a.left()), inside.apply(a.right()));
          case Plan.Rounded r -> new Plan.Rounded(inside.apply(r.of()), r.digits(), r.direction());
          case Plan.Stepped s -> new Plan.Stepped(inside.apply(s.of()), s.step(), s.direction());
          case Plan.Absolute a -> new Plan.Absolute(inside.apply(a.of()));
          case Plan.IfError i ->
              new Plan.IfError(inside.apply(i.of()), inside.apply(i.otherwise()));
          case Plan.Joined j -> new Plan.Joined(j.parts().stream().map(inside).toList());
          case Plan.Choose c ->
              new Plan.Choose(
                  c.cases().stream()
                      .map(k -> new Plan.Case(k.when(), inside.apply(k.then())))
                      .toList(),
                  inside.apply(c.otherwise()));
          case Plan.Groups g ->
              inside.apply(g.each()) instanceof Plan.Aggregate each
                  ? new Plan.Groups(g.table(), g.key(), each, g.sorted(), g.descending())
                  : g;
          case Plan.BestGroup b ->
              inside.apply(b.each()) instanceof Plan.Aggregate each
                  ? new Plan.BestGroup(b.table(), b.key(), each, b.largest())
                  : b;
          default -> plan;
        };
    return change.apply(rewritten);
  }

  /** A plan that looks at other rows. */
  public static Plan filters(Plan plan, UnaryOperator<Condition> change) {
    return rewrite(plan, part -> filter(part, change));
  }

  private static Plan filter(Plan part, UnaryOperator<Condition> change) {
    return switch (part) {
      case Plan.Aggregate a ->
          new Plan.Aggregate(a.function(), a.table(), a.of(), change.apply(a.filter()));
      case Plan.WeightedMean w ->
          new Plan.WeightedMean(w.table(), w.value(), w.weight(), change.apply(w.filter()));
      case Plan.Nth n ->
          new Plan.Nth(n.table(), n.of(), n.position(), n.largest(), change.apply(n.filter()));
      case Plan.ExtremeRow e ->
          new Plan.ExtremeRow(
              e.table(), e.result(), e.by(), e.position(), e.largest(), change.apply(e.filter()));
      case Plan.Lookup l ->
          new Plan.Lookup(l.table(), l.result(), change.apply(l.keys()), l.last(), l.fallback());
      case Plan.AtPlace p ->
          new Plan.AtPlace(p.table(), p.result(), change.apply(p.filter()), p.position());
      case Plan.LongestRun r -> new Plan.LongestRun(r.table(), change.apply(r.of()));
      case Plan.Select s ->
          new Plan.Select(
              s.table(), s.fields(), change.apply(s.filter()), s.order(), s.distinct(), s.take());
      default -> part;
    };
  }

  /** The conditions on the rows that a plan looks at, in the order of its parts. */
  public static List<Condition> filtersOf(Plan plan) {
    List<Condition> filters = new ArrayList<>();
    filters(
        plan,
        filter -> {
          filters.add(filter);
          return filter;
        });
    return filters;
  }

  /** A plan whose aggregates compute something else; without {@code of} they count rows. */
  public static Plan functions(Plan plan, AggregateFunction function) {
    return rewrite(
        plan,
        part ->
            part instanceof Plan.Aggregate a
                    && (a.of() != null || function == AggregateFunction.COUNT)
                ? new Plan.Aggregate(
                    function,
                    a.table(),
                    function == AggregateFunction.COUNT ? null : a.of(),
                    a.filter())
                : part);
  }

  /** A plan about another column: of its aggregates, its order or its result. */
  public static Plan measures(Plan plan, ColumnView column) {
    Plan field = Plan.Field.of(column);
    return rewrite(plan, part -> measure(part, field));
  }

  private static Plan measure(Plan part, Plan field) {
    return switch (part) {
      case Plan.Aggregate a when a.function() == AggregateFunction.COUNT ->
          new Plan.Aggregate(AggregateFunction.SUM, a.table(), field, a.filter());
      case Plan.Aggregate a -> new Plan.Aggregate(a.function(), a.table(), field, a.filter());
      case Plan.WeightedMean w -> new Plan.WeightedMean(w.table(), field, w.weight(), w.filter());
      case Plan.Nth n -> new Plan.Nth(n.table(), field, n.position(), n.largest(), n.filter());
      case Plan.ExtremeRow e ->
          new Plan.ExtremeRow(e.table(), e.result(), field, e.position(), e.largest(), e.filter());
      default -> part;
    };
  }

  /** A plan that gives another column of the rows that it finds. */
  public static Plan results(Plan plan, ColumnView column) {
    Plan field = Plan.Field.of(column);
    return rewrite(
        plan,
        part ->
            switch (part) {
              case Plan.ExtremeRow e ->
                  new Plan.ExtremeRow(
                      e.table(), field, e.by(), e.position(), e.largest(), e.filter());
              case Plan.Lookup l ->
                  new Plan.Lookup(l.table(), field, l.keys(), l.last(), l.fallback());
              case Plan.Beside b -> new Plan.Beside(b.table(), field, b.keys(), b.offset());
              case Plan.AtPlace p -> new Plan.AtPlace(p.table(), field, p.filter(), p.position());
              case Plan.Select s ->
                  new Plan.Select(
                      s.table(), List.of(field), s.filter(), s.order(), s.distinct(), s.take());
              default -> part;
            });
  }

  /**
   * A plan with another number in the place of its only one; none if it has none or several. The 1
   * of "1 + 10 %" does not count.
   */
  public static Optional<Plan> number(Plan plan, double number) {
    Set<Double> found = new LinkedHashSet<>();
    numbers(
        plan,
        old -> {
          found.add(old);
          return old;
        });
    if (found.size() > 1) {
      found.remove(1.0);
    }
    return found.size() == 1
        ? Optional.of(numbers(plan, old -> found.contains(old) ? number : old))
        : Optional.empty();
  }

  private static Plan numbers(Plan plan, DoubleUnaryOperator change) {
    return filters(
        rewrite(plan, part -> literal(part, change)),
        filter -> Condition.all(filter.conjuncts().stream().map(c -> bound(c, change)).toList()));
  }

  private static Condition bound(Condition condition, DoubleUnaryOperator change) {
    return condition instanceof Condition.Compare c
        ? new Condition.Compare(c.left(), c.comparison(), literal(c.right(), change))
        : condition;
  }

  private static Plan literal(Plan part, DoubleUnaryOperator change) {
    return part instanceof Plan.Literal literal && literal.value() instanceof Scalar.Num number
        ? Plan.Literal.of(change.applyAsDouble(number.value()))
        : part;
  }

  /** The columns that a condition asks for. */
  public static Set<ColumnView> columns(Condition condition) {
    return PlanShape.operands(condition)
        .filter(Plan.Field.class::isInstance)
        .map(p -> ((Plan.Field) p).column())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The first table that a plan looks at; null if it looks at none. */
  public static @Nullable TableView table(Plan plan) {
    List<TableView> found = new ArrayList<>();
    rewrite(
        plan,
        part -> {
          TableView table = tableOf(part);
          if (table != null) {
            found.add(table);
          }
          return part;
        });
    return found.isEmpty() ? null : found.getFirst();
  }

  private static @Nullable TableView tableOf(Plan part) {
    return switch (part) {
      case Plan.Aggregate a -> a.table();
      case Plan.WeightedMean w -> w.table();
      case Plan.Nth n -> n.table();
      case Plan.ExtremeRow e -> e.table();
      case Plan.Lookup l -> l.table();
      case Plan.Beside b -> b.table();
      case Plan.AtPlace p -> p.table();
      case Plan.LongestRun r -> r.table();
      case Plan.Select s -> s.table();
      case Plan.Rank r -> r.table();
      case Plan.Running r -> r.table();
      case Plan.Change c -> c.table();
      default -> null;
    };
  }
}
