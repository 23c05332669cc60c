package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.sheet.Scalar;

/**
 * Values of one column that a request names beside each other, in its order.
 *
 * @param atoms one a value, none sharing a word with another
 */
record Choices(ColumnView column, List<Atom> atoms) {
  Choices {
    atoms = List.copyOf(atoms);
  }

  /** For each column the values that are named, where they are at least two. */
  static List<Choices> of(Reading reading, List<Atom> atoms) {
    Map<ColumnView, List<Atom>> byColumn = new LinkedHashMap<>();
    atoms.stream()
        .filter(a -> value(a.condition()) != null || a.condition() instanceof Condition.Matches)
        .sorted(Comparator.comparingDouble(Atom::cost))
        .forEach(a -> {
          List<Atom> same = byColumn.computeIfAbsent(a.column(), k -> new ArrayList<>());
          if (same.stream().allMatch(b -> (a.exclusive() & b.exclusive()) == 0)) {
            same.add(a);
          }
        });
    List<Choices> choices = new ArrayList<>();
    byColumn.forEach((column, same) -> {
      same.sort(Comparator.comparingInt(a -> a.start(reading)));
      if (same.size() >= 2) {
        choices.add(new Choices(column, same));
      }
    });
    return choices;
  }

  /** The value that a condition asks of a column; null if it asks something else. */
  private static @org.jspecify.annotations.Nullable Scalar value(Condition condition) {
    return condition instanceof Condition.Compare c
            && c.comparison() == Comparison.EQUAL
            && c.right() instanceof Plan.Literal literal
        ? literal.value()
        : null;
  }

  /** Any of the values. */
  Condition any() {
    if (atoms.stream().anyMatch(a -> a.condition() instanceof Condition.Matches)) {
      return new Condition.Any(atoms.stream().map(Atom::condition).toList());
    }
    List<Scalar> values = new ArrayList<>();
    for (Atom atom : atoms) {
      Scalar value = value(atom.condition());
      if (value != null) {
        values.add(value);
      }
    }
    return new Condition.OneOf(Plan.Field.of(column), values);
  }

  /** The words that name the values, and no others. */
  long exclusive() {
    return atoms.stream().mapToLong(Atom::exclusive).reduce(0, (a, b) -> a | b);
  }

  /** All words that the conditions explain. */
  long used() {
    return atoms.stream().mapToLong(Atom::used).reduce(0, (a, b) -> a | b);
  }

  double cost() {
    return atoms.stream().mapToDouble(Atom::cost).sum();
  }
}
