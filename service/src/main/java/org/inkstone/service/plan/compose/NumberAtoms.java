package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.sheet.table.CellReading;

/** Conditions that compare numbers. */
final class NumberAtoms {
  private static final String RANGE = "\\s*(到|至|-|–|—|~|～|to|and|和|与|,|，)\\s*";

  private final Reading reading;
  private final List<Atom> atoms;

  NumberAtoms(Reading reading, List<Atom> atoms) {
    this.reading = reading;
    this.atoms = atoms;
  }

  /** A number of the request. */
  private record Bound(Item item, double value, boolean percent) {}

  void find() {
    List<Bound> bounds = bounds();
    for (int i = 0; i < bounds.size(); i++) {
      for (ColumnView column : reading.table().columns()) {
        if (Columns.isNumber(column)) {
          addCompared(bounds.get(i), column, bounds);
          addEqual(bounds.get(i), column);
          if (i + 1 < bounds.size()) {
            addRange(bounds.get(i), bounds.get(i + 1), column);
          }
        }
      }
    }
    addColumns();
    addAverages();
  }

  private List<Bound> bounds() {
    List<Bound> bounds = new ArrayList<>();
    for (Item item : reading.items()) {
      for (Target.Number number : item.all(Target.Number.class)) {
        bounds.add(new Bound(item, number.value(), number.percent()));
      }
      for (Target.Ordinal ordinal : item.all(Target.Ordinal.class)) {
        bounds.add(new Bound(item, ordinal.position(), false));
      }
    }
    return bounds;
  }

  private static Plan literal(Bound bound, ColumnView column) {
    Double max = column.profile().max();
    boolean whole = bound.percent() && max != null && max > 1.5;
    String unit = column.profile().unit();
    if (unit != null && unit.contains("万") && bound.item().words().contains("万")) {
      return Plan.Literal.of(bound.value() / 10_000); // the column counts in 万 itself
    } else if (unit != null && unit.contains("亿") && bound.item().words().contains("亿")) {
      return Plan.Literal.of(bound.value() / 100_000_000);
    }
    return Plan.Literal.of(whole ? Math.rint(bound.value() * 1e10) / 1e8 : bound.value());
  }

  /** How far a column is from being meant by a number; the unit behind it says it best. */
  private double distance(Item number, ColumnView column) {
    double best = Double.MAX_VALUE;
    for (Reading.Mention mention : reading.mentions()) {
      if (mention.column().equals(column)) {
        boolean behind = mention.item().start() >= number.end();
        double gap = reading.distance(mention.item(), number);
        double cost = 0.015 * gap + 0.8 * (1 - mention.score());
        boolean unit = mention.item().isUnit(column);
        cost += behind && gap > 2 && !unit ? 0.35 : 0;
        best = Math.min(best, behind && gap <= 2 ? cost * 0.5 : cost);
      }
    }
    if (best < Double.MAX_VALUE) {
      return best;
    }
    if (isYear(number, column)) {
      return 0.15;
    }
    return reading.details().ordersBy(column) ? 0.5 : Columns.isQuantity(column) ? 1.6 : 2.5;
  }

  /** A number that is a year, and a column of years. */
  private static boolean isYear(Item number, ColumnView column) {
    Double min = column.profile().min();
    Double max = column.profile().max();
    boolean years = min != null && max != null && min >= 1000 && max <= 2100;
    boolean named =
        column.reading() instanceof CellReading.Year
            || column.name().matches("(?i).*(year|date|season|年).*");
    return years
        && named
        && number.all(Target.Number.class).stream()
            .anyMatch(n -> n.value() >= 1000 && n.value() <= 2100);
  }

  private void addCompared(Bound bound, ColumnView column, List<Bound> bounds) {
    Item sign = Atoms.comparisonBeside(reading, bound.item());
    if (sign.index() == bound.item().index() && !bound.item().isComparison()) {
      return;
    }
    Comparison comparison = Atoms.comparison(Atoms.cueOf(sign));
    if (comparison == Comparison.EQUAL) {
      return;
    }
    long used = bound.item().bit() | sign.bit();
    for (Item cue : reading.items()) {
      boolean near = cue.index() > bound.item().index() && cue.index() <= bound.item().index() + 3;
      if (near && (cue.is(Cue.INCLUSIVE) || cue.is(Cue.EXCLUSIVE))) {
        boolean excluded = cue.is(Cue.EXCLUSIVE);
        comparison = excluded ? strict(comparison) : inclusive(comparison);
        used |= cue.bit() | again(bound, cue, bounds);
      }
    }
    double cost = distance(bound.item(), column);
    atoms.add(
        new Atom(
            new Condition.Compare(Plan.Field.of(column), comparison, literal(bound, column)),
            column,
            used | Atoms.mentions(reading, column),
            used,
            cost,
            false));
    addDenied(bound, sign, column, comparison, used, cost);
  }

  /** "Did not make more than 60 laps". */
  private void addDenied(
      Bound bound, Item sign, ColumnView column, Comparison comparison, long used, double cost) {
    for (Item denial : reading.cues(Cue.NEGATION)) {
      boolean governs =
          !denial.isComparison()
              && denial.end() <= sign.start()
              && sign.index() - denial.index() <= 2
              && reading.between(denial, sign).length() < 20;
      if (governs) {
        atoms.add(
            new Atom(
                new Condition.Compare(
                    Plan.Field.of(column), comparison.opposite(), literal(bound, column)),
                column,
                used | denial.bit() | Atoms.mentions(reading, column),
                used | denial.bit(),
                cost + 0.02,
                false));
      }
    }
  }

  /** "60 and more, 60 included": the number that is named again. */
  private static long again(Bound bound, Item cue, List<Bound> bounds) {
    return bounds.stream()
        .filter(b -> b.value() == bound.value() && Math.abs(b.item().index() - cue.index()) <= 1)
        .mapToLong(b -> b.item().bit())
        .reduce(0, (a, b) -> a | b);
  }

  private static Comparison strict(Comparison comparison) {
    return switch (comparison) {
      case AT_LEAST -> Comparison.GREATER;
      case AT_MOST -> Comparison.LESS;
      default -> comparison;
    };
  }

  private static Comparison inclusive(Comparison comparison) {
    return switch (comparison) {
      case GREATER -> Comparison.AT_LEAST;
      case LESS -> Comparison.AT_MOST;
      default -> comparison;
    };
  }

  /** "Order 1008", 学号2606, "on hand 0". */
  private void addEqual(Bound bound, ColumnView column) {
    double best = Double.MAX_VALUE;
    for (Reading.Mention mention : reading.mentions()) {
      Item item = mention.item();
      boolean beside =
          reading.isRightBefore(item, bound.item())
              || reading.isRightBefore(bound.item(), item) && item.end() - item.start() <= 2;
      if (mention.column().equals(column) && beside) {
        best = Math.min(best, 0.8 * (1 - mention.score()) * 0.5);
      }
    }
    best = Math.min(best, before(bound, column));
    if (best == Double.MAX_VALUE && Columns.isId(column) && isHeld(bound.value(), column)) {
      best = 0.5;
    }
    boolean band = reading.items().stream().filter(i -> i.has(Target.Quote.class)).count() >= 2;
    boolean named = Atoms.mentions(reading, column) != 0 && Columns.isQuantity(column);
    if (band && named && reading.down()) {
      best = Math.min(best, 0.45); // "A for 5, B for 4": the column is not named again
    }
    if (best == Double.MAX_VALUE && isYear(bound.item(), column)) {
      best = 0.2;
    }
    if (best == Double.MAX_VALUE) {
      return;
    }
    double cost = best + (isHeld(bound.value(), column) ? 0.05 : 1.2);
    long equal =
        reading.cues(Cue.EQUAL).stream()
            .filter(i -> reading.distance(i, bound.item()) < 12)
            .mapToLong(Item::bit)
            .reduce(0, (a, b) -> a | b);
    atoms.add(
        new Atom(
            Atoms.equal(column, literal(bound, column)),
            column,
            bound.item().bit() | Atoms.mentions(reading, column) | equal,
            bound.item().bit(),
            cost,
            Columns.isUnique(column)));
  }

  /** "Zero issues", "with 3 rooms": the number of something. */
  private double before(Bound bound, ColumnView column) {
    boolean taken =
        reading.has(Cue.MAX) || reading.has(Cue.MIN) || reading.details().has(Detail.TOP);
    return reading.mentions().stream()
        .filter(m -> m.column().equals(column) && !taken && Columns.isQuantity(column))
        .filter(m -> reading.isRightBefore(bound.item(), m.item()))
        .mapToDouble(m -> 0.3 + 0.5 * (1 - m.score()))
        .min()
        .orElse(Double.MAX_VALUE);
  }

  private boolean isHeld(double value, ColumnView column) {
    Double min = column.profile().min();
    Double max = column.profile().max();
    return min != null && max != null && value >= min && value <= max;
  }

  /** "Between 30 and 45", 30到44. */
  private void addRange(Bound first, Bound second, ColumnView column) {
    if (first.item().index() == second.item().index()
        || second.value() <= first.value()
        || !Columns.isNumber(column)) {
      return;
    }
    List<Item> between = reading.cues(Cue.BETWEEN);
    boolean joined =
        reading
            .between(first.item(), second.item())
            .replaceAll("[\\p{IsHan}&&[^到至和与]]", "")
            .matches(RANGE);
    boolean worded =
        between.stream()
            .anyMatch(b ->
                reading.distance(b, first.item()) < 12 || reading.distance(b, second.item()) < 12);
    if (!joined || !worded && !isPlainRange(first, second)) {
      return;
    }
    boolean strict = reading.has(Cue.EXCLUSIVE);
    Plan field = Plan.Field.of(column);
    Condition range =
        Condition.all(
            List.of(
                new Condition.Compare(
                    field,
                    strict ? Comparison.GREATER : Comparison.AT_LEAST,
                    literal(first, column)),
                new Condition.Compare(
                    field,
                    strict ? Comparison.LESS : Comparison.AT_MOST,
                    literal(second, column))));
    long own = first.item().bit() | second.item().bit() | (worded ? reading.bits(Cue.BETWEEN) : 0);
    long said = reading.bits(Cue.INCLUSIVE) | reading.bits(Cue.EXCLUSIVE);
    double cost = Math.min(distance(first.item(), column), distance(second.item(), column));
    atoms.add(
        new Atom(range, column, own | said | Atoms.mentions(reading, column), own, cost, false));
  }

  private boolean isPlainRange(Bound first, Bound second) {
    return reading.between(first.item(), second.item()).matches("(?s).*(到|至|-|–|—|~|～|\\bto\\b).*");
  }

  /** Two columns with a comparison between. */
  private void addColumns() {
    List<Reading.Mention> mentions = reading.mentions();
    for (Item sign : reading.items()) {
      boolean compares = sign.isComparison() || sign.is(Cue.EQUAL) || sign.words().equals("比");
      if (!compares) {
        continue;
      }
      for (Reading.Mention left : mentions) {
        for (Reading.Mention right : mentions) {
          boolean around =
              left.item().end() <= sign.start()
                  && right.item().start() >= sign.end()
                  && !left.column().equals(right.column())
                  && alike(left.column(), right.column());
          if (around) {
            addColumns(left, sign, right);
          }
        }
      }
    }
  }

  private static boolean alike(ColumnView a, ColumnView b) {
    return Columns.isNumber(a) && Columns.isNumber(b) || Columns.isDate(a) && Columns.isDate(b);
  }

  private void addColumns(Reading.Mention left, Item sign, Reading.Mention right) {
    Comparison comparison =
        sign.isComparison() ? Atoms.comparison(Atoms.cueOf(sign)) : Comparison.EQUAL;
    if (sign.words().equals("比")) {
      String behind = reading.links().request().substring(right.item().end());
      if (behind.matches("(?s)\\s*(要|更|还)?([高大多长晚贵重涨升]|上升|增|提高).*")) {
        comparison = Comparison.GREATER;
      } else if (behind.matches("(?s)\\s*(要|更|还)?([低小少短早便轻降跌减]|下降|下跌).*")) {
        comparison = Comparison.LESS;
      } else {
        return;
      }
    }
    double cost =
        0.01 * (reading.distance(left.item(), sign) + reading.distance(sign, right.item()))
            + 0.5 * (2 - left.score() - right.score());
    long bits =
        sign.bit()
            | Atoms.mentions(reading, left.column())
            | Atoms.mentions(reading, right.column());
    atoms.add(
        new Atom(
            new Condition.Compare(
                Plan.Field.of(left.column()), comparison, Plan.Field.of(right.column())),
            left.column(),
            bits,
            sign.bit() | left.item().bit() | right.item().bit(),
            cost,
            false));
  }

  /** "Above average". */
  private void addAverages() {
    for (Item average : reading.cues(Cue.AVERAGE)) {
      for (Item sign : reading.items()) {
        boolean compares = sign.isComparison() && !sign.is(Cue.BETWEEN);
        if (!compares || !reading.isRightBefore(sign, average)) {
          continue;
        }
        for (ColumnView column : reading.table().columns()) {
          if (Columns.isQuantity(column)) {
            Plan field = Plan.Field.of(column);
            Plan mean =
                new Plan.Aggregate(
                    AggregateFunction.AVERAGE, reading.table(), field, Condition.always());
            long own = average.bit() | sign.bit();
            atoms.add(
                new Atom(
                    new Condition.Compare(field, Atoms.comparison(Atoms.cueOf(sign)), mean),
                    column,
                    own | Atoms.mentions(reading, column),
                    own,
                    distance(sign, column),
                    false));
          }
        }
      }
    }
  }
}
