package org.inkstone.service.plan.compose;

import java.util.List;
import java.util.regex.Pattern;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/** Questions that yes or no answers: "did A win more than B", 有没有. */
final class YesNoHeads {
  private static final Pattern ASKS =
      Pattern.compile(
          "(?is)\\s*(is|are|was|were|did|does|do|has|have|had|can|true or false)\\b.*"
              + "|.*(有没有|是不是|是否|吗[？?。]?\\s*$).*");
  private static final Pattern CHOICE = Pattern.compile("(?is).*(\\bor\\b(?! false)|还是).*");

  private final Reading reading;
  private final TableView table;
  private final List<Head> heads;

  YesNoHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.table = reading.table();
    this.heads = heads;
  }

  void find(List<Atom> atoms) {
    String request = reading.links().request();
    if (!ASKS.matcher(request).matches() || CHOICE.matcher(request).matches()) {
      return;
    }
    exists();
    for (Choices choice : Choices.of(reading, atoms)) {
      if (choice.atoms().size() == 2) {
        compare(choice);
      }
    }
  }

  private Plan answer(Condition holds) {
    boolean chinese = reading.links().language() == Language.CHINESE;
    if (reading.links().request().matches("(?is).*\\btrue or false\\b.*")) {
      return new Plan.Choose(
          List.of(new Plan.Case(holds, Plan.Literal.of("true"))), Plan.Literal.of("false"));
    }
    return new Plan.Choose(
        List.of(new Plan.Case(holds, Plan.Literal.of(chinese ? "是" : "yes"))),
        Plan.Literal.of(chinese ? "否" : "no"));
  }

  private Plan.Aggregate count(Condition filter) {
    return new Plan.Aggregate(AggregateFunction.COUNT, table, null, filter);
  }

  /** Whether there is such a row. */
  private void exists() {
    heads.add(
        new Head(
            filter ->
                answer(
                    new Condition.Compare(count(filter), Comparison.GREATER, Plan.Literal.of(0))),
            "YES_NO",
            reading.bits(Cue.CONDITION) | RowNouns.bits(reading) | names(),
            0,
            0.3,
            Head.Filter.NEEDED));
  }

  /** Words for the rows. */
  private long names() {
    return reading.mentions().stream()
        .filter(m -> Columns.isText(m.column()))
        .filter(m -> m.column().index() == 0 || Columns.isUnique(m.column()))
        .mapToLong(m -> m.item().bit())
        .reduce(0, (a, b) -> a | b);
  }

  /** Whether one value has more than another. */
  private void compare(Choices choice) {
    for (Item sign : reading.items()) {
      boolean more = sign.is(Cue.MORE) || sign.is(Cue.GREATER) || sign.is(Cue.AT_LEAST);
      boolean less = sign.is(Cue.FEWER) || sign.is(Cue.LESS);
      if (more || less) {
        Comparison comparison = more ? Comparison.GREATER : Comparison.LESS;
        for (Measures measure : Measures.ordered(reading)) {
          Plan of = Plan.Field.of(measure.column());
          add(choice, sign, comparison, of, measure.bits(), 0.1 + measure.cost());
        }
        if (!Columns.isUnique(choice.column())) {
          add(choice, sign, comparison, null, reading.bits(Cue.COUNT), 0.3);
        }
      }
    }
  }

  private void add(
      Choices choice,
      Item sign,
      Comparison comparison,
      @org.jspecify.annotations.Nullable Plan of,
      long bits,
      double cost) {
    AggregateFunction function = of == null ? AggregateFunction.COUNT : AggregateFunction.SUM;
    Condition left = choice.atoms().getFirst().condition();
    Condition right = choice.atoms().getLast().condition();
    heads.add(
        new Head(
            filter ->
                answer(
                    new Condition.Compare(
                        new Plan.Aggregate(
                            function, table, of, Condition.all(List.of(left, filter))),
                        comparison,
                        new Plan.Aggregate(
                            function, table, of, Condition.all(List.of(right, filter))))),
            "YES_NO",
            bits | sign.bit() | choice.used() | reading.bits(Cue.CONDITION),
            sign.bit() | choice.exclusive(),
            cost + choice.cost(),
            Head.Filter.ANY));
  }
}
