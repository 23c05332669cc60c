package org.inkstone.service.plan.compose;

import java.util.List;
import java.util.Map;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Operator;
import org.inkstone.service.plan.algebra.Plan;

/** Requests for one number out of many. */
final class AggregateHeads {
  /** "The longest distance" is rather the cell with its unit than the number in it. */
  private static final double CELL_ITSELF = 0.3;

  /** What each construction computes. */
  static final Map<Cue, AggregateFunction> FUNCTIONS =
      Map.of(
          Cue.SUM, AggregateFunction.SUM,
          Cue.AVERAGE, AggregateFunction.AVERAGE,
          Cue.MAX, AggregateFunction.MAX,
          Cue.MIN, AggregateFunction.MIN,
          Cue.MEDIAN, AggregateFunction.MEDIAN,
          Cue.DEVIATION, AggregateFunction.DEVIATION,
          Cue.MODE, AggregateFunction.MODE);

  private final Reading reading;
  private final TableView table;
  private final List<Head> heads;

  AggregateHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.table = reading.table();
    this.heads = heads;
  }

  void find() {
    List<Measures> quantities = Measures.quantities(reading);
    List<Measures> ordered = Measures.ordered(reading);
    FUNCTIONS.forEach((cue, function) -> {
      boolean extreme = cue == Cue.MAX || cue == Cue.MIN;
      for (Measures measure : extreme ? ordered : quantities) {
        if (reading.has(cue)) {
          double turned =
              extreme ? Superlatives.turned(reading, measure.column(), cue == Cue.MAX) : 0;
          boolean cell = extreme && measure.column().reading() != null;
          double noun = extreme && UnknownNouns.isBehind(reading, cue) ? 0.7 : 0;
          add(function, measure, reading.bits(cue), turned + noun + (cell ? CELL_ITSELF : 0));
        }
      }
    });
    count();
    distinct();
    implied(quantities);
    weighted(quantities);
    spread(quantities);
  }

  private void add(AggregateFunction function, Measures measure, long bits, double cost) {
    Plan of = Plan.Field.of(measure.column());
    heads.add(
        new Head(
            filter -> new Plan.Aggregate(function, table, of, filter),
            function.name(),
            bits | measure.bits() | compound(measure) | numberOf(measure),
            bits,
            cost + measure.cost(),
            Head.Filter.ANY));
  }

  /** "Average number of passengers" is the average of the passengers. */
  private long numberOf(Measures measure) {
    return reading.cues(Cue.COUNT).stream()
        .filter(c -> c.words().matches("(?i)(number|amount|quantity|count|no) of|数目|人数"))
        .filter(c ->
            reading.items().stream()
                .anyMatch(i -> i.score(measure.column()) > 0.6 && reading.isRightBefore(c, i)))
        .mapToLong(Item::bit)
        .reduce(0, (a, b) -> a | b);
  }

  /** "Order amount", "employee salary": the word before says what a row is. */
  private long compound(Measures measure) {
    long bits = 0;
    for (Reading.Mention mention : reading.mentions()) {
      boolean names = Columns.isUnique(mention.column()) && !Columns.isQuantity(mention.column());
      boolean before =
          reading.items().stream()
              .anyMatch(
                  i -> i.score(measure.column()) > 0 && reading.isRightBefore(mention.item(), i));
      bits |= names && before ? mention.item().bit() : 0;
    }
    return bits;
  }

  private void count() {
    long bits = reading.bits(Cue.COUNT);
    long sum = reading.bits(Cue.SUM) & ~totals();
    long rows = RowNouns.bits(reading);
    heads.add(
        new Head(
            filter -> new Plan.Aggregate(AggregateFunction.COUNT, table, null, filter),
            "COUNT",
            bits | rows | (bits == 0 ? 0 : sum),
            bits,
            bits == 0 ? 1.0 : 0.05 + groupNoun(),
            bits == 0 ? Head.Filter.NEEDED : Head.Filter.ANY));
    totals(bits | rows);
    for (Item cue : reading.cues(Cue.COUNT)) {
      for (Reading.Mention mention : reading.mentions()) {
        int steps = mention.item().index() - cue.index();
        boolean behind =
            steps == 1 && reading.isRightBefore(cue, mention.item())
                || steps == 2 && reading.between(cue, mention.item()).length() < 16;
        if ((behind || steps == 0) && Columns.isQuantity(mention.column())) {
          Measures measure =
              new Measures(
                  mention.column(),
                  Atoms.mentions(reading, mention.column()),
                  0.7 * (1 - mention.score()));
          add(AggregateFunction.SUM, measure, bits | sum, 0.05 + 0.1 * Math.max(0, steps - 1));
        }
      }
    }
  }

  /** "How many medals did Chile win": the total that stands in the row of a name. */
  private void totals(long bits) {
    for (ColumnView column : table.columns()) {
      if (reading.has(Cue.COUNT)
          && Columns.isTotal(column)
          && Atoms.mentions(reading, column) == 0) {
        Plan of = Plan.Field.of(column);
        heads.add(
            new Head(
                filter -> new Plan.Aggregate(AggregateFunction.SUM, table, of, filter),
                "SUM",
                bits,
                reading.bits(Cue.COUNT),
                0.4,
                Head.Filter.KEY));
      }
    }
  }

  /** Words that mean a column of totals, as in "how many total medals". */
  private long totals() {
    return reading.mentions().stream()
        .filter(m -> m.score() > 0.9 && Columns.isQuantity(m.column()))
        .mapToLong(m -> m.item().bit())
        .reduce(0, (a, b) -> a | b);
  }

  /** "How many clients" counts them once each, where several rows have the same one. */
  private double groupNoun() {
    return reading.mentions().stream()
            .filter(m -> Columns.isText(m.column()) && Columns.isGroup(m.column()))
            .filter(m -> m.score() > 0.7 && !Columns.isFlag(m.column()))
            .anyMatch(m ->
                reading.cues(Cue.COUNT).stream().anyMatch(c -> reading.isRightBefore(c, m.item())))
        ? 0.4
        : 0;
  }

  private void distinct() {
    boolean said = reading.has(Cue.DISTINCT);
    long bits = reading.bits(Cue.DISTINCT) | reading.bits(Cue.COUNT) | reading.bits(Cue.SUM);
    for (Reading.Mention mention : reading.mentions()) {
      ColumnView column = mention.column();
      boolean counted =
          reading.cues(Cue.COUNT).stream().anyMatch(c -> reading.isRightBefore(c, mention.item()));
      if (Columns.isQuantity(column) && !said || !(said || counted && Columns.isGroup(column))) {
        continue;
      }
      double evidence = said ? (reading.has(Cue.COUNT) ? 0 : 0.4) : 0.15;
      double kind = Columns.isGroup(column) ? 0 : 0.5;
      heads.add(
          new Head(
              filter ->
                  new Plan.Aggregate(
                      AggregateFunction.COUNT_DISTINCT, table, Plan.Field.of(column), filter),
              "COUNT_DISTINCT",
              bits | mention.item().bit(),
              bits | mention.item().bit(),
              evidence + kind + 0.7 * (1 - mention.score()),
              Head.Filter.ANY));
    }
  }

  /** "Hours Hana worked": a quantity and whose it is, nothing more. */
  private void implied(List<Measures> quantities) {
    for (Measures measure : quantities) {
      if (measure.bits() != 0) {
        heads.add(
            new Head(
                filter ->
                    new Plan.Aggregate(
                        AggregateFunction.SUM, table, Plan.Field.of(measure.column()), filter),
                "IMPLIED_SUM",
                measure.bits(),
                0,
                0.45 + measure.cost(),
                Head.Filter.NEEDED));
      }
    }
  }

  private void weighted(List<Measures> quantities) {
    for (Item cue : reading.cues(Cue.WEIGHTED)) {
      for (Measures value : quantities) {
        for (Measures weight : quantities) {
          boolean both = value.bits() != 0 && weight.bits() != 0;
          if (both && !value.column().equals(weight.column())) {
            long bits = cue.bit() | reading.bits(Cue.AVERAGE);
            heads.add(
                new Head(
                    filter ->
                        new Plan.WeightedMean(
                            table,
                            Plan.Field.of(value.column()),
                            Plan.Field.of(weight.column()),
                            filter),
                    "WEIGHTED",
                    bits | value.bits() | weight.bits(),
                    bits,
                    value.cost() + weight.cost() + turned(cue, weight.bits(), value.bits()),
                    Head.Filter.ANY));
          }
        }
      }
    }
  }

  /** The weight stands behind "weighted by", or before 加权. */
  private double turned(Item cue, long weight, long value) {
    Item weightItem = reading.items().get(Long.numberOfTrailingZeros(weight));
    Item valueItem = reading.items().get(Long.numberOfTrailingZeros(value));
    boolean behind = cue.words().matches("(?i).*\\bby");
    boolean said = behind && weightItem.start() >= cue.end();
    boolean before = !behind && weightItem.end() <= cue.start();
    boolean nearer = reading.distance(weightItem, cue) <= reading.distance(valueItem, cue);
    return (said || before ? 0 : 0.4) + (nearer ? 0 : 0.3);
  }

  /** "Difference between the highest and the lowest price". */
  private void spread(List<Measures> quantities) {
    if (!reading.has(Cue.MAX) || !reading.has(Cue.MIN) || !reading.has(Cue.SUBTRACT)) {
      return;
    }
    long bits = reading.bits(Cue.MAX) | reading.bits(Cue.MIN) | reading.bits(Cue.SUBTRACT);
    for (Measures measure : quantities) {
      Plan of = Plan.Field.of(measure.column());
      heads.add(
          new Head(
              filter ->
                  new Plan.Arithmetic(
                      Operator.SUBTRACT,
                      new Plan.Aggregate(AggregateFunction.MAX, table, of, filter),
                      new Plan.Aggregate(AggregateFunction.MIN, table, of, filter)),
              "SPREAD",
              bits | measure.bits(),
              bits,
              measure.cost(),
              Head.Filter.ANY));
    }
  }
}
