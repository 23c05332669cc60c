package org.inkstone.service.plan.compose;

import java.time.LocalDate;
import java.util.List;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/** Conditions on days. */
final class PeriodAtoms {
  private final Reading reading;
  private final List<Atom> atoms;

  PeriodAtoms(Reading reading, List<Atom> atoms) {
    this.reading = reading;
    this.atoms = atoms;
  }

  void find() {
    List<Item> items = reading.items().stream().filter(i -> i.has(Target.Period.class)).toList();
    for (ColumnView column : reading.table().columns()) {
      if (Columns.isDate(column)) {
        for (int i = 0; i < items.size(); i++) {
          add(items.get(i), column);
          if (i + 1 < items.size()) {
            addRange(items.get(i), items.get(i + 1), column);
          }
        }
      }
    }
  }

  private static Target.Period period(Item item) {
    return item.all(Target.Period.class).getFirst();
  }

  private double distance(Item item, ColumnView column) {
    long dates = reading.table().columns().stream().filter(Columns::isDate).count();
    double best = dates == 1 ? 0.05 : 0.5 + 0.1 * column.index();
    for (Reading.Mention mention : reading.mentions()) {
      if (mention.column().equals(column)) {
        double cost = 0.01 * reading.distance(mention.item(), item) + 0.5 * (1 - mention.score());
        best = Math.min(best, cost);
      }
    }
    return best;
  }

  private void add(Item item, ColumnView column) {
    Target.Period period = period(item);
    Item sign = Atoms.comparisonBeside(reading, item);
    boolean compared = sign.index() != item.index();
    long own = item.bit();
    double cost = distance(item, column);
    atoms.add(
        new Atom(
            new Condition.Within(Plan.Field.of(column), period.from(), period.to()),
            column,
            own | Atoms.mentions(reading, column),
            own,
            cost,
            false));
    if (!compared) {
      return;
    }
    boolean inclusive = reading.has(Cue.INCLUSIVE) && !reading.has(Cue.EXCLUSIVE);
    boolean strict = reading.has(Cue.EXCLUSIVE);
    LocalDate from = null;
    LocalDate to = null;
    switch (Atoms.cueOf(sign)) {
      case GREATER -> from = inclusive ? period.from() : period.to();
      case AT_LEAST -> from = strict ? period.to() : period.from();
      case LESS -> to = inclusive ? period.to() : period.from();
      case AT_MOST -> to = strict ? period.from() : period.to();
      default -> {}
    }
    if (from == null && to == null) {
      return;
    }
    long said = reading.bits(Cue.INCLUSIVE) | reading.bits(Cue.EXCLUSIVE);
    atoms.add(
        new Atom(
            new Condition.Within(Plan.Field.of(column), from, to),
            column,
            own | sign.bit() | said | Atoms.mentions(reading, column),
            own | sign.bit(),
            cost,
            false));
  }

  /** From one period to the end of another. */
  private void addRange(Item first, Item second, ColumnView column) {
    String between = reading.between(first, second);
    boolean joined =
        reading.has(Cue.BETWEEN) && between.length() < 12
            || between.strip().matches("(到|至|-|–|—|~|～|to|until|till|through|and|和|与)");
    LocalDate from = period(first).from();
    LocalDate to = period(second).to();
    if (!joined || !from.isBefore(to)) {
      return;
    }
    long own = first.bit() | second.bit() | reading.bits(Cue.BETWEEN);
    atoms.add(
        new Atom(
            new Condition.Within(Plan.Field.of(column), from, to),
            column,
            own | Atoms.mentions(reading, column) | reading.bits(Cue.INCLUSIVE),
            own,
            distance(first, column),
            false));
  }
}
