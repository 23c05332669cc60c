package org.inkstone.service.plan.compose;

import java.util.List;
import java.util.Optional;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Operator;
import org.inkstone.service.plan.algebra.Plan;

/** Percentages, weights, ratios and loan payments of each row. */
final class RateHeads {
  private final Reading reading;
  private final List<Head> heads;

  RateHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.heads = heads;
  }

  void find() {
    List<Measures> quantities = Measures.quantities(reading);
    for (Measures measure : quantities) {
      percentages(measure);
      factors(measure);
    }
    payments(quantities);
    weights();
    ratio();
  }

  private void add(String kind, Plan plan, long bits, double cost) {
    heads.add(Head.of(kind, plan, bits, cost));
  }

  /** "Price plus 10 %", 打九折. */
  private void percentages(Measures measure) {
    for (Item item : reading.items()) {
      for (Target.Number number : item.all(Target.Number.class)) {
        if (!number.percent()) {
          continue;
        }
        boolean less = reading.details().has(Detail.DECREASE);
        boolean more = reading.details().has(Detail.INCREASE);
        long bits =
            item.bit()
                | measure.bits()
                | reading.bits(Cue.ADD)
                | reading.bits(Cue.SUBTRACT)
                | reading.bits(Cue.MULTIPLY)
                | reading.bits(Cue.INCLUSIVE)
                | reading.bits(Cue.LESS)
                | reading.bits(Cue.SHARE);
        Plan own = Plan.Field.of(measure.column());
        Plan rate = Plan.Literal.of(number.value());
        Plan one = Plan.Literal.of(1);
        if (less || more) {
          Plan factor = new Plan.Arithmetic(less ? Operator.SUBTRACT : Operator.ADD, one, rate);
          add(
              "PERCENT",
              new Plan.Arithmetic(Operator.MULTIPLY, own, factor),
              bits,
              measure.cost() + 0.15);
        }
        add(
            "PERCENT",
            new Plan.Arithmetic(Operator.MULTIPLY, own, rate),
            bits,
            measure.cost() + (less || more ? 0.4 : 0.1));
      }
    }
  }

  /** 打九折: the factor is written with its unit. */
  private void factors(Measures measure) {
    for (Item item : reading.items()) {
      for (Target.Number number : item.all(Target.Number.class)) {
        if (item.words().endsWith("折") || item.words().endsWith("成")) {
          add(
              "PERCENT",
              new Plan.Arithmetic(
                  Operator.MULTIPLY,
                  Plan.Field.of(measure.column()),
                  Plan.Literal.of(number.value())),
              item.bit() | measure.bits() | reading.bits(Cue.MULTIPLY),
              measure.cost() + 0.05);
        }
      }
    }
  }

  /** "Midterm 40 %, final 60 %". */
  private void weights() {
    Plan sum = null;
    long bits =
        reading.bits(Cue.SHARE)
            | reading.bits(Cue.SUM)
            | reading.bits(Cue.WEIGHTED)
            | reading.bits(Cue.MULTIPLY)
            | reading.bits(Cue.ADD);
    int parts = 0;
    for (Item item : reading.items()) {
      boolean percent = item.all(Target.Number.class).stream().anyMatch(Target.Number::percent);
      if (!percent) {
        continue;
      }
      Optional<Reading.Mention> column =
          reading.mentions().stream()
              .filter(m -> Columns.isQuantity(m.column()) && m.score() > 0.6)
              .filter(m -> reading.distance(m.item(), item) <= 12)
              .min(
                  java.util.Comparator.comparingInt(m ->
                      reading.distance(m.item(), item)
                          + (m.item().start() > item.start() ? 8 : 0)));
      if (column.isEmpty()) {
        return;
      }
      Plan part =
          new Plan.Arithmetic(
              Operator.MULTIPLY,
              Plan.Field.of(column.get().column()),
              Plan.Literal.of(item.all(Target.Number.class).getFirst().value()));
      sum = sum == null ? part : new Plan.Arithmetic(Operator.ADD, sum, part);
      bits |= item.bit() | Atoms.mentions(reading, column.get().column());
      parts++;
    }
    if (sum != null && parts >= 2) {
      add("WEIGHTS", sum, bits, 0.05);
    }
  }

  /** One column as a percentage of another. */
  private void ratio() {
    List<Reading.Mention> named =
        reading.mentions().stream().filter(m -> Columns.isQuantity(m.column())).toList();
    for (Reading.Mention part : named) {
      for (Reading.Mention whole : named) {
        boolean ordered = part.item().end() <= whole.item().start();
        if (reading.has(Cue.SHARE) && ordered && !part.column().equals(whole.column())) {
          long bits = reading.bits(Cue.SHARE) | reading.bits(Cue.DIVIDE);
          bits |= Atoms.mentions(reading, part.column()) | Atoms.mentions(reading, whole.column());
          add(
              "RATIO",
              new Plan.Arithmetic(
                  Operator.DIVIDE, Plan.Field.of(part.column()), Plan.Field.of(whole.column())),
              bits,
              0.1 + 0.5 * (2 - part.score() - whole.score()));
        }
      }
    }
  }

  private void payments(List<Measures> quantities) {
    if (!reading.has(Cue.FINANCE)) {
      return;
    }
    List<ColumnView> named =
        quantities.stream().filter(m -> m.bits() != 0).map(Measures::column).toList();
    Optional<ColumnView> rate = named.stream().filter(c -> isBelow(c, 1)).findFirst();
    Optional<ColumnView> months =
        named.stream().filter(c -> c.name().matches("(?i).*(month|term|期|月).*")).findFirst();
    Optional<ColumnView> principal =
        named.stream()
            .filter(c -> rate.filter(c::equals).isEmpty() && months.filter(c::equals).isEmpty())
            .findFirst();
    if (rate.isPresent() && months.isPresent() && principal.isPresent()) {
      long bits = reading.bits(Cue.FINANCE) | reading.bits(Cue.DATE_PART);
      for (ColumnView column : List.of(rate.get(), months.get(), principal.get())) {
        bits |= Atoms.mentions(reading, column);
      }
      add(
          "PAYMENT",
          new Plan.Payment(
              Plan.Field.of(rate.get()),
              Plan.Field.of(months.get()),
              Plan.Field.of(principal.get())),
          bits,
          0.05);
    }
  }

  private static boolean isBelow(ColumnView column, double bound) {
    Double max = column.profile().max();
    return max != null && max < bound;
  }
}
