package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.DatePart;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.PlanRewrite;

/**
 * Ways to change the plan of the turn before: other rows, another function, another column, by
 * groups, the first few, another number. A condition on a column replaces the one that was there.
 */
final class EditHeads {
  private static final Map<Detail, DatePart> PARTS =
      Map.of(
          Detail.YEAR, DatePart.YEAR,
          Detail.QUARTER, DatePart.QUARTER,
          Detail.MONTH, DatePart.MONTH,
          Detail.WEEKDAY, DatePart.WEEKDAY);

  private final Reading reading;
  private final FollowUpWords words;
  private final List<Head> heads = new ArrayList<>();

  EditHeads(Reading reading, FollowUpWords words) {
    this.reading = reading;
    this.words = words;
  }

  /** A changed plan, what changed it and what speaks against it. */
  private record Edit(Plan plan, long used, double cost) {
    Edit then(Plan next, long bits, double more) {
      return new Edit(next, used | bits, cost + more);
    }
  }

  List<Head> of(Plan before) {
    List<Edit> edits = new ArrayList<>(List.of(new Edit(before, 0, 0)));
    grow(edits, this::functions);
    grow(edits, this::measures);
    grow(edits, this::groups);
    grow(edits, this::ordered);
    grow(edits, this::numbers);
    grow(edits, this::dropped);
    for (Edit edit : edits) {
      add(edit);
    }
    return Wrappers.around(heads, reading);
  }

  /** Ways to change a plan further. */
  private interface Step {
    void from(Edit edit, List<Edit> more);
  }

  private static void grow(List<Edit> edits, Step step) {
    List<Edit> more = new ArrayList<>();
    edits.forEach(edit -> step.from(edit, more));
    edits.addAll(more);
  }

  private void add(Edit edit) {
    boolean filtered = !PlanRewrite.filtersOf(edit.plan()).isEmpty();
    heads.add(
        new Head(
            filter -> narrowed(edit.plan(), filter),
            "EDIT",
            edit.used(),
            edit.used(),
            edit.cost(),
            filtered ? Head.Filter.ANY : Head.Filter.NONE));
  }

  private void functions(Edit edit, List<Edit> more) {
    AggregateHeads.FUNCTIONS.forEach((cue, function) -> {
      if (reading.has(cue)) {
        change(edit, p -> PlanRewrite.functions(p, function), reading.bits(cue), 0, more);
      }
    });
    if (reading.has(Cue.COUNT)) {
      UnaryOperator<Plan> count = p -> PlanRewrite.functions(p, AggregateFunction.COUNT);
      change(edit, count, reading.bits(Cue.COUNT) | reading.bits(Cue.SUM), 0.05, more);
    }
  }

  private void measures(Edit edit, List<Edit> more) {
    for (Reading.Mention mention : reading.mentions()) {
      ColumnView column = mention.column();
      double cost = 0.6 * (1 - mention.score());
      long bits = mention.item().bit();
      if (Columns.isQuantity(column) || Columns.isDate(column)) {
        change(edit, p -> PlanRewrite.measures(p, column), bits, cost, more);
      }
      change(edit, p -> PlanRewrite.results(p, column), bits, cost + 0.1, more);
    }
  }

  private void groups(Edit edit, List<Edit> more) {
    for (Reading.Mention mention : reading.mentions()) {
      ColumnView column = mention.column();
      if (Columns.isGroup(column) && !Columns.isQuantity(column) && !Columns.isDate(column)) {
        long bits = mention.item().bit() | grouping();
        double cost = 0.6 * (1 - mention.score()) + (grouping() == 0 ? 0.3 : 0);
        change(edit, p -> grouped(p, Plan.Field.of(column)), bits, cost, more);
      }
    }
    PARTS.forEach((detail, part) -> {
      for (Details.Said said : reading.details().all(detail)) {
        for (ColumnView day : reading.table().columns().stream().filter(Columns::isDate).toList()) {
          Plan key = new Plan.DateOf(part, Plan.Field.of(day));
          long bits = reading.bits(said) | grouping();
          change(edit, p -> grouped(p, key), bits, 0.1 + 0.05 * day.index(), more);
        }
      }
    });
  }

  private long grouping() {
    return reading.bits(Cue.EACH) | reading.bits(Detail.GROUP_BY);
  }

  private static Plan grouped(Plan plan, Plan key) {
    return switch (plan) {
      case Plan.Aggregate a -> new Plan.Groups(a.table(), key, a, false, false);
      case Plan.Groups g -> new Plan.Groups(g.table(), key, g.each(), g.sorted(), g.descending());
      case Plan.BestGroup b -> new Plan.BestGroup(b.table(), key, b.each(), b.largest());
      default -> plan;
    };
  }

  /** "Highest first", "top 3", 降序. */
  private void ordered(Edit edit, List<Edit> more) {
    boolean up = reading.details().has(Detail.ASCENDING);
    boolean down = reading.details().has(Detail.DESCENDING);
    if (reading.has(Cue.SORT) || up || down) {
      change(edit, p -> sorted(p, down), reading.bits(Cue.SORT), 0.05, more);
    }
    for (Item item : reading.items()) {
      for (Target.Number number : item.all(Target.Number.class)) {
        boolean few = reading.details().has(Detail.TOP) && number.value() == (int) number.value();
        if (few && number.value() > 0) {
          change(edit, p -> first(p, (int) number.value()), item.bit(), 0.05, more);
        }
      }
    }
  }

  private static Plan sorted(Plan plan, boolean descending) {
    return switch (plan) {
      case Plan.Groups g -> new Plan.Groups(g.table(), g.key(), g.each(), true, descending);
      case Plan.Select s -> {
        Plan by = s.order().isEmpty() ? s.fields().getFirst() : s.order().getFirst().by();
        List<Plan.Order> order = List.of(new Plan.Order(by, descending));
        yield new Plan.Select(s.table(), s.fields(), s.filter(), order, s.distinct(), s.take());
      }
      default -> plan;
    };
  }

  private static Plan first(Plan plan, int take) {
    return plan instanceof Plan.Select s
        ? new Plan.Select(s.table(), s.fields(), s.filter(), s.order(), s.distinct(), take)
        : plan;
  }

  /** "15 percent", 改成500: the plan's only number is another one. */
  private void numbers(Edit edit, List<Edit> more) {
    for (Item item : reading.items()) {
      for (Target.Number number : item.all(Target.Number.class)) {
        change(edit, p -> PlanRewrite.number(p, number.value()).orElse(p), item.bit(), 0.1, more);
      }
    }
  }

  /** "For all regions", 不限地区: conditions on a column are dropped. */
  private void dropped(Edit edit, List<Edit> more) {
    if (!words.drops()) {
      return;
    }
    for (Reading.Mention mention : reading.mentions()) {
      UnaryOperator<Condition> drop =
          filter ->
              Condition.all(
                  filter.conjuncts().stream()
                      .filter(c -> !PlanRewrite.columns(c).contains(mention.column()))
                      .toList());
      long bits = mention.item().bit() | reading.bits(Cue.NEGATION) | reading.bits(Cue.EACH);
      change(edit, p -> PlanRewrite.filters(p, drop), bits, 0, more);
    }
  }

  /** Keeps a change only if it changes something. */
  private static void change(
      Edit edit, UnaryOperator<Plan> change, long bits, double cost, List<Edit> more) {
    Plan changed = change.apply(edit.plan());
    if (!changed.equals(edit.plan()) && (edit.used() & bits) == 0) {
      more.add(edit.then(changed, bits, cost));
    }
  }

  /**
   * A plan with more conditions. Where one of its parts has a condition on the same column, as the
   * part of a share has, only such parts are changed; else all are.
   */
  private Plan narrowed(Plan plan, Condition added) {
    if (added.isAlways()) {
      return plan;
    }
    Set<ColumnView> columns = PlanRewrite.columns(added);
    boolean some = PlanRewrite.filtersOf(plan).stream().anyMatch(f -> isAbout(f, columns));
    return PlanRewrite.filters(
        plan, filter -> some && !isAbout(filter, columns) ? filter : merged(filter, added));
  }

  private static boolean isAbout(Condition filter, Set<ColumnView> columns) {
    return PlanRewrite.columns(filter).stream().anyMatch(columns::contains);
  }

  private Condition merged(Condition filter, Condition added) {
    List<Condition> parts = new ArrayList<>();
    List<Condition> open = new ArrayList<>(added.conjuncts());
    for (Condition old : filter.conjuncts()) {
      List<Condition> same =
          open.stream().filter(n -> isAbout(n, PlanRewrite.columns(old))).toList();
      if (same.isEmpty() || same.stream().allMatch(n -> isOtherBound(old, n))) {
        parts.add(old);
      } else if (words.adds()) {
        same.forEach(n -> parts.add(new Condition.Any(List.of(old, n))));
        open.removeAll(same);
      }
    }
    parts.addAll(open);
    return Condition.all(parts);
  }

  /** "At most 100" beside "over 50": both bounds hold. */
  private static boolean isOtherBound(Condition old, Condition added) {
    return old instanceof Condition.Compare a
        && added instanceof Condition.Compare b
        && direction(a.comparison()) * direction(b.comparison()) < 0;
  }

  private static int direction(Comparison comparison) {
    return switch (comparison) {
      case GREATER, AT_LEAST -> 1;
      case LESS, AT_MOST -> -1;
      default -> 0;
    };
  }
}
