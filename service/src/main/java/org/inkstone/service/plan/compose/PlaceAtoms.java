package org.inkstone.service.plan.compose;

import java.util.List;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/** Conditions that lead from one row to others: the rows below it, those that are like it. */
final class PlaceAtoms {
  private final Reading reading;
  private final List<Atom> atoms;

  PlaceAtoms(Reading reading, List<Atom> atoms) {
    this.reading = reading;
    this.atoms = atoms;
  }

  void find() {
    if (reading.down()) {
      return;
    }
    List<Atom> keys =
        atoms.stream()
            .filter(a ->
                a.condition() instanceof Condition.Compare c
                    && c.comparison() == Comparison.EQUAL
                    && c.right() instanceof Plan.Literal
                    && Columns.isText(a.column()))
            .toList();
    keys.forEach(this::listed);
    between(keys);
    keys.forEach(this::same);
  }

  /** "How many were built after Aurora", 排在大连之前的. */
  private void listed(Atom key) {
    Item value = reading.items().get(Long.numberOfTrailingZeros(key.exclusive()));
    for (Item side : reading.items()) {
      int direction = Sides.of(side);
      if (direction != 0 && Sides.isBeside(reading, side, value)) {
        long own = key.exclusive() | side.bit();
        atoms.add(
            new Atom(
                new Condition.Listed(reading.table(), key.condition(), direction > 0),
                key.column(),
                key.used() | own,
                own,
                key.cost() + (reading.has(Cue.COUNT) ? 0.15 : 0.35),
                false));
      }
    }
  }

  /** "How many were between Aurora and Borealis". */
  private void between(List<Atom> keys) {
    for (Item between : reading.cues(Cue.BETWEEN)) {
      for (Choices choice : Choices.of(reading, keys)) {
        if (choice.atoms().size() == 2) {
          long own = choice.exclusive() | between.bit();
          Condition after =
              new Condition.Listed(reading.table(), choice.atoms().getFirst().condition(), true);
          Condition before =
              new Condition.Listed(reading.table(), choice.atoms().getLast().condition(), false);
          atoms.add(
              new Atom(
                  Condition.all(List.of(after, before)),
                  choice.column(),
                  choice.used() | own,
                  own,
                  choice.cost() + 0.2,
                  false));
        }
      }
    }
  }

  /** "The same team as Mark Robins", 和张三同部门的. */
  private void same(Atom key) {
    for (Item same : reading.cues(Cue.SAME)) {
      for (Reading.Mention mention : reading.mentions()) {
        ColumnView column = mention.column();
        boolean named =
            isLike(same, mention.item())
                && !column.equals(key.column())
                && (key.exclusive() & mention.item().bit()) == 0;
        if (named) {
          long own = key.exclusive() | same.bit() | mention.item().bit();
          Plan field = Plan.Field.of(column);
          Plan other = new Plan.Lookup(reading.table(), field, key.condition(), false, null);
          atoms.add(
              new Atom(
                  Condition.all(
                      List.of(new Condition.Compare(field, Comparison.EQUAL, other), others(key))),
                  column,
                  key.used() | own | reading.bits(Cue.NEGATION) | between(same, mention.item()),
                  own,
                  key.cost() + 0.1 + 0.5 * (1 - mention.score()),
                  false));
        }
      }
    }
  }

  /** "The same team", "the same number of medals". */
  private boolean isLike(Item same, Item column) {
    return same.end() <= column.start()
        && reading
            .between(same, column)
            .matches("(?i)\\s*((number|amount|total|kind|type)s?)?\\s*(of)?\\s*");
  }

  private long between(Item first, Item last) {
    return reading.items().stream()
        .filter(i -> i.index() > first.index() && i.index() < last.index())
        .mapToLong(Item::bit)
        .reduce(0, (a, b) -> a | b);
  }

  /** The row itself is not among those that are like it. */
  private static Condition others(Atom key) {
    return key.condition() instanceof Condition.Compare c
        ? new Condition.Compare(c.left(), Comparison.NOT_EQUAL, c.right())
        : new Condition.Not(key.condition());
  }
}
