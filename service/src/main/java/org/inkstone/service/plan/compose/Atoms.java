package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.sheet.Scalar;

/** Finds the conditions that the words of a request may ask for. */
final class Atoms {
  private static final int MOST = 60;

  private final Reading reading;
  private final List<Atom> atoms = new ArrayList<>();

  private Atoms(Reading reading) {
    this.reading = reading;
  }

  static List<Atom> of(Reading reading) {
    Atoms found = new Atoms(reading);
    new ValueAtoms(reading, found.atoms).find();
    new NumberAtoms(reading, found.atoms).find();
    new PeriodAtoms(reading, found.atoms).find();
    new PresenceAtoms(reading, found.atoms).find();
    new TextAtoms(reading, found.atoms).find();
    new DuplicateAtoms(reading, found.atoms).find();
    if (!reading.down()) {
      new OrdinalAtoms(reading, found.atoms).find();
    }
    new PlaceAtoms(reading, found.atoms).find();
    found.choices();
    return found.atoms.stream().sorted(Comparator.comparingDouble(Atom::cost)).limit(MOST).toList();
  }

  /** The bits of all words that mean a column. */
  static long mentions(Reading reading, ColumnView column) {
    long bits = 0;
    for (Item item : reading.items()) {
      if (item.score(column) > 0) {
        bits |= item.bit();
      }
    }
    return bits;
  }

  /** Two conditions with "or" between their words. */
  private void choices() {
    List<Atom> simple = List.copyOf(atoms);
    for (Atom first : simple) {
      for (Atom second : simple) {
        boolean apart = (first.exclusive() & second.exclusive()) == 0;
        int end = first.end(reading);
        int start = second.start(reading);
        if (apart && end <= start && isOr(end, start) && start - end < 30) {
          atoms.add(
              new Atom(
                  new Condition.Any(List.of(first.condition(), second.condition())),
                  first.column(),
                  first.used() | second.used(),
                  first.exclusive() | second.exclusive(),
                  first.cost() + second.cost() + 0.05,
                  false));
        }
      }
    }
  }

  private boolean isOr(int from, int to) {
    String text = reading.links().request().substring(from, to);
    return text.matches("(?s).*(\\bor\\b|或|要么).*");
  }

  /** What each value of a column would have to be. */
  static Condition equal(ColumnView column, Plan value) {
    Plan cell =
        value instanceof Plan.Literal literal && literal.value() instanceof Scalar.Text
            ? Columns.text(column)
            : Plan.Field.of(column);
    return new Condition.Compare(cell, Comparison.EQUAL, value);
  }

  /** The comparison that a construction words. */
  static Comparison comparison(Cue cue) {
    return switch (cue) {
      case GREATER -> Comparison.GREATER;
      case AT_LEAST -> Comparison.AT_LEAST;
      case LESS -> Comparison.LESS;
      case AT_MOST -> Comparison.AT_MOST;
      default -> Comparison.EQUAL;
    };
  }

  /** The comparison that stands nearest to some words, with no other number between. */
  static Item comparisonBeside(Reading reading, Item item) {
    Item best = item;
    int nearest = 26;
    for (Item other : reading.items()) {
      boolean compares = other.isComparison() && !other.is(Cue.BETWEEN);
      if (compares && other.index() != item.index() && !numberBetween(reading, item, other)) {
        boolean behind = other.start() >= item.end();
        int distance = reading.distance(item, other) + (behind ? 3 : 0);
        if (behind && reading.isCut(item, other)) {
          distance += 8;
        }
        if (distance < nearest) {
          nearest = distance;
          best = other;
        }
      }
    }
    return best;
  }

  private static boolean numberBetween(Reading reading, Item a, Item b) {
    int from = Math.min(a.index(), b.index());
    int to = Math.max(a.index(), b.index());
    return reading.items().subList(from + 1, to).stream()
        .anyMatch(i ->
            i.has(Target.Number.class) || i.has(Target.Period.class) || i.has(Target.Quote.class));
  }

  static Cue cueOf(Item comparison) {
    return comparison.all(Target.Construction.class).stream()
        .map(Target.Construction::cue)
        .filter(Cue::isComparison)
        .findFirst()
        .orElse(Cue.EQUAL);
  }
}
