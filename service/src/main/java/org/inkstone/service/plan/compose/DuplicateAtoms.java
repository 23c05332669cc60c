package org.inkstone.service.plan.compose;

import java.util.List;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/** Finds the condition that other rows have the same value as this one. */
final class DuplicateAtoms {
  private final Reading reading;
  private final List<Atom> atoms;

  DuplicateAtoms(Reading reading, List<Atom> atoms) {
    this.reading = reading;
    this.atoms = atoms;
  }

  void find() {
    long bits = reading.bits(Cue.DUPLICATE);
    if (bits == 0 || !reading.down()) {
      return;
    }
    for (Reading.Mention mention : reading.mentions()) {
      ColumnView column = mention.column();
      Condition same =
          new Condition.Compare(
              Plan.Field.of(column), Comparison.EQUAL, new Plan.Field(column, true));
      Plan times = new Plan.Aggregate(AggregateFunction.COUNT, reading.table(), null, same);
      atoms.add(
          new Atom(
              new Condition.Compare(times, Comparison.GREATER, Plan.Literal.of(1)),
              column,
              bits | reading.bits(Cue.DISTINCT) | Atoms.mentions(reading, column),
              bits | mention.item().bit(),
              0.05 + 0.6 * (1 - mention.score()),
              false));
    }
  }
}
