package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Operator;
import org.inkstone.service.plan.algebra.Plan;

/** Questions about several values that are named: which has more, which came first, by how much. */
final class PairHeads {
  private static final Pattern OR = Pattern.compile("(?is).*(\\bor\\b|还是|或者?).*");
  private static final Pattern EITHER =
      Pattern.compile("(?is).*(\\b(which|who|whose|what)\\b|哪|谁).*");
  private static final Pattern THAN = Pattern.compile("(?s).*比.*[多少高低大小长短贵早晚][^，。；]*[多几].*");
  private static final Pattern LESS = Pattern.compile("(?is)[^多高大长贵晚重快少低小短早轻便慢]*[少低小短早轻便慢].*");
  private static final Pattern FEWER =
      Pattern.compile(
          "(?is).*how (many|much) (fewer|less|lower|shorter|smaller|cheaper|lighter).*");
  private static final Pattern SIZE = Pattern.compile("(?is).*(\\bbetween\\b|相差|差多少|差了多少|差距).*");

  private final Reading reading;
  private final TableView table;
  private final List<Head> heads;
  private final List<Choices> choices;

  PairHeads(Reading reading, List<Atom> atoms, List<Head> heads) {
    this.reading = reading;
    this.table = reading.table();
    this.heads = heads;
    this.choices = Choices.of(reading, atoms);
  }

  void find() {
    for (Choices choice : choices) {
      if (isEither(choice)) {
        either(choice);
      }
      boolean compared = THAN.matcher(reading.links().request()).matches();
      if (choice.atoms().size() == 2 && (reading.has(Cue.SUBTRACT) || compared)) {
        difference(choice);
      }
    }
  }

  /** "A or B", A和B哪个: one of them is asked for. */
  private boolean isEither(Choices choice) {
    int start = choice.atoms().getFirst().start(reading);
    int end = choice.atoms().getLast().end(reading);
    String request = reading.links().request();
    boolean or = end > start && OR.matcher(request.substring(start, end)).matches();
    boolean asked = EITHER.matcher(request).matches();
    boolean compares = reading.has(Cue.MORE) || reading.has(Cue.FEWER);
    return or || asked && compares;
  }

  private void either(Choices choice) {
    for (Cue cue : List.of(Cue.MAX, Cue.MORE, Cue.MIN, Cue.FEWER)) {
      if (reading.has(cue)) {
        larger(choice, reading.bits(cue), cue == Cue.MAX || cue == Cue.MORE);
      }
    }
    for (Item item : reading.items()) {
      boolean first = item.all(Target.Ordinal.class).stream().anyMatch(o -> o.position() == 1);
      boolean earlier = item.is(Cue.FEWER) && item.words().matches("(?i)earlier|.*早");
      boolean later =
          item.is(Cue.LAST) || item.is(Cue.MORE) && item.words().matches("(?i)later|.*晚");
      if (first || earlier || later) {
        first(choice, item.bit(), later);
      }
    }
  }

  private long words() {
    return reading.bits(Cue.WHO) | reading.bits(Cue.LOOKUP) | reading.bits(Cue.LIST);
  }

  private Head head(Choices choice, Build build, String kind, long bits, long own, double cost) {
    return new Head(
        filter -> build.with(Condition.all(List.of(choice.any(), filter))),
        kind,
        bits | words() | choice.used(),
        own | choice.exclusive(),
        cost + choice.cost(),
        Head.Filter.ANY);
  }

  /** Makes a plan over the rows of the values that are named. */
  private interface Build {
    Plan with(Condition rows);
  }

  /** "Which has more points, A or B". */
  private void larger(Choices choice, long bits, boolean largest) {
    Plan result = Plan.Field.of(choice.column());
    for (Measures by : Measures.ordered(reading)) {
      if (by.column().equals(choice.column())) {
        continue;
      }
      boolean one = Columns.isUnique(choice.column());
      Plan field = Plan.Field.of(by.column());
      heads.add(
          head(
              choice,
              rows ->
                  one
                      ? new Plan.ExtremeRow(table, result, field, 1, largest, rows)
                      : new Plan.BestGroup(
                          table,
                          result,
                          new Plan.Aggregate(AggregateFunction.SUM, table, field, rows),
                          largest),
              one ? "EXTREME_ROW" : "BEST_GROUP",
              bits | by.bits(),
              bits,
              0.1 + by.cost()));
    }
    if (!Columns.isUnique(choice.column())) {
      Plan.Aggregate count =
          new Plan.Aggregate(AggregateFunction.COUNT, table, null, Condition.always());
      heads.add(
          head(
              choice,
              rows ->
                  new Plan.BestGroup(
                      table,
                      result,
                      new Plan.Aggregate(count.function(), table, null, rows),
                      largest),
              "BEST_GROUP",
              bits | reading.bits(Cue.COUNT),
              bits,
              0.35));
    }
  }

  /** "Which came first, A or B": by the day, or by the order of the table. */
  private void first(Choices choice, long bits, boolean last) {
    Plan result = Plan.Field.of(choice.column());
    heads.add(
        head(
            choice,
            rows -> new Plan.AtPlace(table, result, rows, last ? -1 : 1),
            "AT_PLACE",
            bits,
            bits,
            0.35));
    for (ColumnView by : table.columns()) {
      if (Columns.isTime(by)) {
        double named = Measures.score(reading, by);
        heads.add(
            head(
                choice,
                rows -> new Plan.ExtremeRow(table, result, Plan.Field.of(by), 1, last, rows),
                "EXTREME_ROW",
                bits | Atoms.mentions(reading, by),
                bits,
                0.25 - 0.15 * named));
      }
    }
  }

  /** "How many more medals did A win than B", A和B的金额相差多少. */
  private void difference(Choices choice) {
    long bits =
        reading.bits(Cue.SUBTRACT)
            | reading.bits(Cue.BETWEEN)
            | reading.bits(Cue.MORE)
            | reading.bits(Cue.FEWER)
            | reading.bits(Cue.DIVIDE); // 比
    boolean size = SIZE.matcher(reading.links().request()).matches();
    List<Measures> measures = new ArrayList<>(Measures.ordered(reading));
    for (Measures measure : measures) {
      Plan of = Plan.Field.of(measure.column());
      boolean total = measure.bits() == 0 && Columns.isTotal(measure.column());
      double cost = total ? 0.4 : measure.cost();
      long words = bits | measure.bits();
      boolean said = false;
      for (Cue cue : List.of(Cue.AVERAGE, Cue.MAX, Cue.MIN, Cue.MEDIAN)) {
        AggregateFunction function = AggregateHeads.FUNCTIONS.get(cue);
        if (reading.has(cue) && function != null) {
          said = true;
          add(choice, function, of, size, words | reading.bits(cue), cost);
        }
      }
      if (!said) {
        add(choice, AggregateFunction.SUM, of, size, words | reading.bits(Cue.SUM), cost);
      }
    }
    if (!Columns.isUnique(choice.column())) {
      add(choice, AggregateFunction.COUNT, null, size, bits | reading.bits(Cue.COUNT), 0.4);
    }
  }

  private void add(
      Choices choice,
      AggregateFunction function,
      @org.jspecify.annotations.Nullable Plan of,
      boolean size,
      long bits,
      double cost) {
    String request = reading.links().request();
    String behind = request.substring(choice.atoms().getLast().end(reading));
    boolean compared = THAN.matcher(request).matches();
    boolean less = compared ? LESS.matcher(behind).matches() : FEWER.matcher(request).matches();
    Atom first = less ? choice.atoms().getLast() : choice.atoms().getFirst();
    Atom last = less ? choice.atoms().getFirst() : choice.atoms().getLast();
    Condition left = first.condition();
    Condition right = last.condition();
    heads.add(
        new Head(
            filter -> {
              Plan difference =
                  new Plan.Arithmetic(
                      Operator.SUBTRACT,
                      new Plan.Aggregate(function, table, of, Condition.all(List.of(left, filter))),
                      new Plan.Aggregate(
                          function, table, of, Condition.all(List.of(right, filter))));
              return size ? new Plan.Absolute(difference) : difference;
            },
            "DIFFERENCE",
            bits | words() | choice.used(),
            reading.bits(Cue.SUBTRACT) | choice.exclusive(),
            cost + 0.1 + choice.cost(),
            Head.Filter.ANY));
  }
}
