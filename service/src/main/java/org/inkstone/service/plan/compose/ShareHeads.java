package org.inkstone.service.plan.compose;

import java.util.List;
import java.util.regex.Pattern;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Operator;
import org.inkstone.service.plan.algebra.Plan;

/** Requests for a part of the whole: "share of nights in Porto", "no-show rate of Dr. Novak". */
final class ShareHeads {
  private static final Pattern RATE =
      Pattern.compile("(?is)\\s*(rate|ratio|share|percentage|%|率|占比|比例).*");

  private final Reading reading;
  private final TableView table;
  private final List<Head> heads;

  ShareHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.table = reading.table();
    this.heads = heads;
  }

  void find(List<Atom> atoms) {
    if (reading.has(Cue.SHARE)) {
      long bits = words();
      add(AggregateFunction.COUNT, null, bits | RowNouns.bits(reading), 0.1);
      for (Measures measure : Measures.quantities(reading)) {
        Plan of = Plan.Field.of(measure.column());
        add(AggregateFunction.SUM, of, bits | measure.bits(), measure.cost());
      }
    }
    atoms.forEach(this::rate);
  }

  private long words() {
    return reading.bits(Cue.SHARE)
        | reading.bits(Cue.SUM)
        | reading.bits(Cue.COUNT)
        | reading.bits(Cue.DIVIDE);
  }

  private void add(
      AggregateFunction function,
      @org.jspecify.annotations.Nullable Plan of,
      long bits,
      double cost) {
    heads.add(
        new Head(
            filter ->
                new Plan.Arithmetic(
                    Operator.DIVIDE,
                    new Plan.Aggregate(function, table, of, filter),
                    new Plan.Aggregate(function, table, of, Condition.always())),
            "SHARE",
            bits,
            reading.bits(Cue.SHARE),
            cost,
            Head.Filter.NEEDED));
  }

  /** "No-show rate", 退货率: the rows with a value among all, or among those of a condition. */
  private void rate(Atom atom) {
    boolean value =
        atom.condition() instanceof Condition.Compare c && c.right() instanceof Plan.Literal;
    String behind = reading.links().request().substring(atom.end(reading));
    if (!value || !RATE.matcher(behind).matches()) {
      return;
    }
    long bits = atom.used() | words() | RowNouns.bits(reading);
    heads.add(
        new Head(
            filter ->
                new Plan.Arithmetic(
                    Operator.DIVIDE,
                    new Plan.Aggregate(
                        AggregateFunction.COUNT,
                        table,
                        null,
                        Condition.all(List.of(atom.condition(), filter))),
                    new Plan.Aggregate(AggregateFunction.COUNT, table, null, filter)),
            "SHARE",
            bits,
            atom.exclusive() | reading.bits(Cue.SHARE),
            atom.cost() + 0.1,
            Head.Filter.ANY));
  }
}
