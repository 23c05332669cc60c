package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Operator;
import org.inkstone.service.plan.algebra.Plan;

/** Requests for the mean, the longest, the sum of the time from one day of a row to another. */
final class DurationHeads {
  private final Reading reading;
  private final TableView table;
  private final List<Head> heads;

  DurationHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.table = reading.table();
    this.heads = heads;
  }

  void find() {
    List<Reading.Mention> days =
        reading.mentions().stream().filter(m -> Columns.isDate(m.column())).toList();
    for (Reading.Mention from : days) {
      for (Reading.Mention to : days) {
        boolean apart = from.item().index() != to.item().index();
        if (apart && isBefore(from.column(), to.column())) {
          functions(from, to);
        }
      }
    }
  }

  /** The day that comes first in most rows. */
  private static boolean isBefore(ColumnView from, ColumnView to) {
    Double first = from.profile().min();
    Double second = to.profile().min();
    return !from.equals(to) && first != null && second != null && first <= second;
  }

  private void functions(Reading.Mention from, Reading.Mention to) {
    AggregateHeads.FUNCTIONS.forEach((cue, function) -> {
      if (reading.has(cue)) {
        add(from, to, function, reading.bits(cue));
      }
    });
  }

  private void add(
      Reading.Mention from, Reading.Mention to, AggregateFunction function, long words) {
    Plan start = Plan.Field.of(from.column());
    Plan end = Plan.Field.of(to.column());
    Plan span = new Plan.Arithmetic(Operator.SUBTRACT, end, start);
    long bits =
        words
            | Atoms.mentions(reading, from.column())
            | Atoms.mentions(reading, to.column())
            | reading.bits(Cue.BETWEEN)
            | reading.bits(Cue.SUBTRACT)
            | reading.bits(Cue.COUNT)
            | reading.bits(Cue.DATE_PART);
    heads.add(
        new Head(
            filter -> new Plan.Aggregate(function, table, span, filled(filter, from, to)),
            "DURATION",
            bits,
            words | from.item().bit() | to.item().bit(),
            cost() + 0.3 * (2 - from.score() - to.score()),
            Head.Filter.ANY));
  }

  /** Less where days or the like are asked for. */
  private double cost() {
    boolean time =
        reading.details().has(Detail.DAYS)
            || reading.links().request().matches("(?is).*(how long|多久|多长时间).*");
    return time ? -0.15 : 0.1;
  }

  /** A row counts only where both days are there. */
  private static Condition filled(Condition filter, Reading.Mention from, Reading.Mention to) {
    List<Condition> all = new ArrayList<>(List.of(filter));
    for (Reading.Mention day : List.of(from, to)) {
      blank(day.column()).ifPresent(all::add);
    }
    return Condition.all(all);
  }

  private static Optional<Condition> blank(ColumnView column) {
    return column.profile().blanks() == 0
        ? Optional.empty()
        : Optional.of(new Condition.Blank(Plan.Field.of(column), false));
  }
}
