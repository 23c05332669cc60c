package org.inkstone.service.plan.algebra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.format.SerialDate;
import org.jspecify.annotations.Nullable;

/**
 * The value of a plan, computed directly over the tables. It shares nothing with the formula
 * engine, so that the printed formula and the plan check each other.
 */
public final class PlanMeaning {
  private final TableData data;
  private final ConditionMeaning conditions;
  private final RowMeaning rows;

  /** The meaning over these tables. */
  public PlanMeaning(Schema schema) {
    this.data = new TableData(schema);
    this.conditions = new ConditionMeaning(this);
    this.rows = new RowMeaning(this);
  }

  TableData data() {
    return data;
  }

  /** The rows of a list, or the one value in one row. */
  public List<List<Scalar>> rows(Plan plan) {
    List<List<Scalar>> list =
        switch (plan) {
          case Plan.Select select -> select(select);
          case Plan.Groups groups -> groups(groups);
          default -> List.of(List.of(value(plan, null)));
        };
    return list.isEmpty() ? List.of(List.of(Scalar.of(ErrorCode.CALC))) : list;
  }

  /** One value for each row of a table. */
  public List<Scalar> down(Plan plan, TableView table) {
    List<Scalar> values = new ArrayList<>();
    for (int row = 0; row < data.rows(table); row++) {
      values.add(value(plan, new Scope(table, row, null)));
    }
    return values;
  }

  Scalar value(Plan plan, @Nullable Scope scope) {
    return switch (plan) {
      case Plan.Literal literal -> literal.value();
      case Plan.Day day -> Scalar.of(SerialDate.of(day.date(), data.dates()));
      case Plan.Aggregate aggregate -> aggregate(aggregate, scope);
      case Plan.WeightedMean mean -> weighted(mean, scope);
      case Plan.Nth nth -> nth(nth, scope);
      case Plan.ExtremeRow extreme -> extreme(extreme, scope);
      case Plan.Lookup lookup -> lookup(lookup, scope);
      case Plan.Beside beside -> beside(beside, scope);
      case Plan.AtPlace place -> atPlace(place, scope);
      case Plan.LongestRun run -> longestRun(run, scope);
      case Plan.BestGroup best -> best(best);
      case Plan.Select select -> rows(select).getFirst().getFirst();
      case Plan.Groups groups -> rows(groups).getFirst().getFirst();
      default -> rows.value(plan, scope);
    };
  }

  boolean meets(Condition condition, @Nullable Scope scope, boolean filter) {
    return conditions.meets(condition, scope, filter);
  }

  private List<Scope> chosen(TableView table, Condition filter, @Nullable Scope around) {
    List<Scope> chosen = new ArrayList<>();
    for (int row = 0; row < data.rows(table); row++) {
      Scope scope = Scope.inside(table, row, around);
      if (conditions.meets(filter, scope, true)) {
        chosen.add(scope);
      }
    }
    return chosen;
  }

  private Scalar aggregate(Plan.Aggregate aggregate, @Nullable Scope around) {
    List<Scalar> values = new ArrayList<>();
    Plan of = aggregate.of();
    for (Scope scope : chosen(aggregate.table(), aggregate.filter(), around)) {
      values.add(of == null ? Scalar.of(1.0) : rows.factor(of, scope));
    }
    return Aggregation.of(aggregate.function(), values);
  }

  private Scalar weighted(Plan.WeightedMean mean, @Nullable Scope around) {
    double products = 0;
    double weights = 0;
    for (Scope scope : chosen(mean.table(), mean.filter(), around)) {
      Scalar value = value(mean.value(), scope);
      Scalar weight = value(mean.weight(), scope);
      if (weight instanceof Scalar.Num w) {
        weights += w.value();
        products += value instanceof Scalar.Num v ? v.value() * w.value() : 0;
      }
    }
    return weights == 0 ? Scalar.of(ErrorCode.DIV_0) : Values.finite(products / weights);
  }

  private Scalar nth(Plan.Nth nth, @Nullable Scope around) {
    List<Scalar> values = new ArrayList<>();
    chosen(nth.table(), nth.filter(), around).forEach(s -> values.add(value(nth.of(), s)));
    List<Double> numbers = new ArrayList<>(Aggregation.numbers(values));
    numbers.sort(nth.largest() ? Comparator.reverseOrder() : Comparator.naturalOrder());
    return nth.position() > numbers.size()
        ? Scalar.of(ErrorCode.NUM)
        : Scalar.of(numbers.get(nth.position() - 1));
  }

  private Scalar extreme(Plan.ExtremeRow extreme, @Nullable Scope around) {
    List<Scope> numbered = new ArrayList<>();
    for (Scope scope : chosen(extreme.table(), extreme.filter(), around)) {
      if (value(extreme.by(), scope) instanceof Scalar.Num) {
        numbered.add(scope);
      }
    }
    if (extreme.position() > numbered.size()) {
      return Scalar.of(ErrorCode.NA);
    }
    List<Double> numbers =
        new ArrayList<>(numbered.stream().map(s -> number(extreme.by(), s)).toList());
    numbers.sort(extreme.largest() ? Comparator.reverseOrder() : Comparator.naturalOrder());
    double wanted = numbers.get(extreme.position() - 1);
    return numbered.stream()
        .filter(s -> number(extreme.by(), s) == wanted)
        .findFirst()
        .map(s -> value(extreme.result(), s))
        .orElseThrow();
  }

  private double number(Plan plan, Scope scope) {
    return value(plan, scope) instanceof Scalar.Num number ? number.value() : Double.NaN;
  }

  private Scalar lookup(Plan.Lookup lookup, @Nullable Scope around) {
    List<Scope> found = chosen(lookup.table(), lookup.keys(), around);
    Plan fallback = lookup.fallback();
    if (found.isEmpty()) {
      return fallback == null ? Scalar.of(ErrorCode.NA) : value(fallback, around);
    }
    return value(lookup.result(), lookup.last() ? found.getLast() : found.getFirst());
  }

  /** The first row that meets a condition; -1 if none does. */
  int first(TableView table, Condition keys, @Nullable Scope around) {
    List<Scope> found = chosen(table, keys, around);
    return found.isEmpty() ? -1 : found.getFirst().row();
  }

  private Scalar beside(Plan.Beside beside, @Nullable Scope around) {
    int key = first(beside.table(), beside.keys(), around);
    int row = key + beside.offset();
    return key < 0 || row < 0 || row >= data.rows(beside.table())
        ? Scalar.of(ErrorCode.NA)
        : value(beside.result(), Scope.inside(beside.table(), row, around));
  }

  private Scalar atPlace(Plan.AtPlace place, @Nullable Scope around) {
    List<Scope> found = chosen(place.table(), place.filter(), around);
    int at = place.position() > 0 ? place.position() - 1 : found.size() + place.position();
    return at < 0 || at >= found.size()
        ? Scalar.of(ErrorCode.NA)
        : value(place.result(), found.get(at));
  }

  private Scalar longestRun(Plan.LongestRun run, @Nullable Scope around) {
    int longest = 0;
    int length = 0;
    int before = -2;
    for (Scope scope : chosen(run.table(), run.of(), around)) {
      length = scope.row() == before + 1 ? length + 1 : 1;
      longest = Math.max(longest, length);
      before = scope.row();
    }
    return Scalar.of((double) longest);
  }

  private Map<Object, List<Scope>> byKey(TableView table, Plan key, Condition filter) {
    Map<Object, List<Scope>> groups = new LinkedHashMap<>();
    for (Scope scope : chosen(table, filter, null)) {
      Scalar value = value(key, scope);
      if (!Values.isEmpty(value)) {
        groups.computeIfAbsent(Values.key(value), k -> new ArrayList<>()).add(scope);
      }
    }
    return groups;
  }

  private Scalar each(Plan.Aggregate each, List<Scope> group) {
    List<Scalar> values = new ArrayList<>();
    Plan of = each.of();
    group.forEach(s -> values.add(of == null ? Scalar.of(1.0) : rows.factor(of, s)));
    return Aggregation.of(each.function(), values);
  }

  private List<List<Scalar>> groups(Plan.Groups plan) {
    List<List<Scalar>> list = new ArrayList<>();
    byKey(plan.table(), plan.key(), plan.each().filter())
        .forEach((key, group) ->
            list.add(List.of(value(plan.key(), group.getFirst()), each(plan.each(), group))));
    if (plan.sorted()) {
      list.sort((a, b) -> Values.sorting(a.get(1), b.get(1), plan.descending()));
    }
    return list;
  }

  private Scalar best(Plan.BestGroup plan) {
    Scalar best = null;
    Scalar bestKey = Scalar.of(ErrorCode.CALC);
    for (List<Scope> group : byKey(plan.table(), plan.key(), plan.each().filter()).values()) {
      Scalar value = each(plan.each(), group);
      if (value instanceof Scalar.Err) {
        return value;
      }
      int order = best == null ? 1 : Values.order(value, best);
      if (best == null || (plan.largest() ? order > 0 : order < 0)) {
        best = value;
        bestKey = value(plan.key(), group.getFirst());
      }
    }
    return bestKey;
  }

  private int order(List<Plan.Order> orders, Scope a, Scope b) {
    for (Plan.Order by : orders) {
      int order = Values.sorting(value(by.by(), a), value(by.by(), b), by.descending());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private List<List<Scalar>> select(Plan.Select select) {
    List<Scope> chosen = new ArrayList<>(chosen(select.table(), select.filter(), null));
    chosen.sort((a, b) -> order(select.order(), a, b));
    List<List<Scalar>> list = new ArrayList<>();
    Map<List<Object>, Boolean> seen = new LinkedHashMap<>();
    for (Scope scope : chosen) {
      List<Scalar> row = select.fields().stream().map(f -> value(f, scope)).toList();
      List<Object> key = row.stream().map(Values::key).toList();
      if (!select.distinct() || seen.putIfAbsent(key, true) == null) {
        list.add(row);
      }
    }
    return select.take() > 0 && select.take() < list.size() ? list.subList(0, select.take()) : list;
  }
}
