package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Operator;
import org.inkstone.service.plan.algebra.Plan;

/** A value for each row that depends on other rows or other tables. */
final class RowHeads {
  private static final java.util.regex.Pattern FIRST_ROW =
      java.util.regex.Pattern.compile(
          "(?i)first (row|line|one|entry|day|week|month)|top (row|line)|第一[行条天周月个]|首[行条]");

  private final Reading reading;
  private final TableView table;
  private final List<Head> heads;

  RowHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.table = reading.table();
    this.heads = heads;
  }

  void find() {
    List<Measures> quantities = Measures.quantities(reading);
    for (Measures measure : quantities) {
      ranks(measure);
      running(measure);
      changes(measure);
      shares(measure);
    }
    ofGroup(quantities);
    lookups();
    new RateHeads(reading, heads).find();
    WrittenExpression.of(reading)
        .ifPresent(w -> add("EXPRESSION", w.plan(), w.bits(), w.cost() - 0.1));
    plain();
  }

  private void add(String kind, Plan plan, long bits, double cost) {
    heads.add(Head.of(kind, plan, bits, cost));
  }

  /** The column of the groups that a request compares within; empty if there is none. */
  private Optional<Reading.Mention> group(ColumnView not) {
    boolean said = reading.details().has(Detail.SAME_GROUP);
    return reading.mentions().stream()
        .filter(m -> !m.column().equals(not) && Columns.isGroup(m.column()))
        .filter(m -> !Columns.isQuantity(m.column()) || isBehindSame(m.item()))
        .filter(m -> (said && !isBehindEach(m.item())) || isOwn(m.item()))
        .min(java.util.Comparator.comparingInt(m -> behindSame(m.item())));
  }

  /** "The place of each runner": what a row is. */
  private boolean isBehindEach(Item item) {
    return reading
        .links()
        .request()
        .substring(0, item.start())
        .matches("(?is).*(\\b(each|every)\\s+|每[个位名条台家]?)$");
  }

  private boolean isBehindSame(Item item) {
    return reading
        .links()
        .request()
        .substring(0, item.start())
        .matches("(?is).*(\\bsame\\s+|同一个?|相同的?|同样的?)$");
  }

  private long behindEach() {
    return reading.mentions().stream()
        .map(Reading.Mention::item)
        .filter(this::isBehindEach)
        .mapToLong(Item::bit)
        .reduce(0, (a, b) -> a | b);
  }

  /** How far behind words such as "of the same" it stands: the nearest one is the group. */
  private int behindSame(Item item) {
    return reading.details().all(Detail.SAME_GROUP).stream()
        .filter(s -> s.end() <= item.start())
        .mapToInt(s -> item.start() - s.end())
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** 本区域, 同班, 组内: the row's own one. */
  private boolean isOwn(Item item) {
    String request = reading.links().request();
    boolean before = item.start() > 0 && "本同该".indexOf(request.charAt(item.start() - 1)) >= 0;
    boolean behind = item.end() < request.length() && request.charAt(item.end()) == '内';
    return before || behind;
  }

  private void ranks(Measures measure) {
    boolean named =
        reading.mentions().stream()
            .anyMatch(m -> m.column().equals(measure.column()) && isBehindSame(m.item()));
    if (!reading.has(Cue.RANK) || named && reading.mentions().size() > 1) {
      return; // a column behind "of the same" is the group
    }
    boolean up = reading.details().has(Detail.ASCENDING) || reading.has(Cue.MIN);
    long bits =
        reading.bits(Cue.RANK)
            | reading.bits(Cue.SORT)
            | reading.bits(Cue.MAX)
            | reading.bits(Cue.MIN)
            | reading.bits(Cue.ORDINAL)
            | behindEach()
            | first()
            | measure.bits();
    add("RANK", new Plan.Rank(table, measure.column(), !up, null), bits, measure.cost() + 0.02);
    group(measure.column())
        .ifPresent(group ->
            add(
                "RANK",
                new Plan.Rank(table, measure.column(), !up, group.column()),
                bits | Atoms.mentions(reading, group.column()),
                measure.cost()));
  }

  /** "1 is the best". */
  private long first() {
    return reading.items().stream()
        .filter(i -> i.all(Target.Number.class).stream().anyMatch(n -> n.value() == 1))
        .mapToLong(Item::bit)
        .reduce(0, (a, b) -> a | b);
  }

  private void running(Measures measure) {
    if (!reading.details().has(Detail.RUNNING)) {
      return;
    }
    long bits = reading.bits(Detail.RUNNING) | reading.bits(Cue.SUM) | measure.bits();
    double cost = measure.cost() + 0.02;
    AggregateFunction function = AggregateFunction.SUM;
    add("RUNNING", new Plan.Running(function, table, measure.column(), null), bits, cost);
    group(measure.column())
        .or(() -> grouping(measure.column()))
        .ifPresent(group ->
            add(
                "RUNNING",
                new Plan.Running(function, table, measure.column(), group.column()),
                bits | Atoms.mentions(reading, group.column()),
                cost));
  }

  /** "Running total per region". */
  private Optional<Reading.Mention> grouping(ColumnView not) {
    return reading.mentions().stream()
        .filter(m -> !m.column().equals(not) && Columns.isGroup(m.column()))
        .filter(m -> !Columns.isQuantity(m.column()) && !Columns.isDate(m.column()))
        .filter(m ->
            reading.details().all(Detail.GROUP_BY).stream()
                .anyMatch(s -> s.end() <= m.item().start() && m.item().start() - s.end() <= 2))
        .findFirst();
  }

  private void changes(Measures measure) {
    boolean written = WrittenExpression.of(reading).isPresent();
    if (!reading.details().has(Detail.PREVIOUS) || written) {
      return;
    }
    long bits =
        reading.bits(Detail.PREVIOUS)
            | reading.bits(Cue.SUBTRACT)
            | reading.bits(Cue.LESS)
            | reading.bits(Cue.GREATER)
            | measure.bits()
            | firstRow();
    String lower = reading.links().request().toLowerCase(Locale.ROOT);
    boolean relative =
        reading.has(Cue.SHARE) || lower.matches("(?s).*(growth rate|percent|%|增长率|百分|环比).*");
    add(
        "CHANGE",
        new Plan.Change(table, measure.column(), relative),
        bits | (relative ? reading.bits(Cue.SHARE) : 0),
        measure.cost());
  }

  /** "The first row stays empty": so it does. */
  private long firstRow() {
    java.util.regex.Matcher said = FIRST_ROW.matcher(reading.links().request());
    if (!said.find()) {
      return 0;
    }
    long bits = reading.bits(Cue.FILL_ERROR) | reading.bits(Cue.BLANK);
    for (Item item : reading.items()) {
      boolean inside = item.start() < said.end() && item.end() > said.start();
      bits |= inside && !item.has(Target.Column.class) ? item.bit() : 0;
    }
    return bits;
  }

  /** Each row's part of the whole, or of its group. */
  private void shares(Measures measure) {
    if (!reading.has(Cue.SHARE)) {
      return;
    }
    Plan own = Plan.Field.of(measure.column());
    long bits =
        reading.bits(Cue.SHARE) | reading.bits(Cue.SUM) | reading.bits(Cue.DIVIDE) | measure.bits();
    Plan all = new Plan.Aggregate(AggregateFunction.SUM, table, own, Condition.always());
    add("ROW_SHARE", new Plan.Arithmetic(Operator.DIVIDE, own, all), bits, measure.cost() + 0.05);
    group(measure.column())
        .or(() -> groupNamed(measure.column()))
        .ifPresent(group -> {
          Plan part = new Plan.Aggregate(AggregateFunction.SUM, table, own, same(group.column()));
          add(
              "ROW_SHARE",
              new Plan.Arithmetic(Operator.DIVIDE, own, part),
              bits | Atoms.mentions(reading, group.column()),
              measure.cost() + 0.1);
        });
  }

  private Optional<Reading.Mention> groupNamed(ColumnView not) {
    return reading.mentions().stream()
        .filter(m -> !m.column().equals(not) && Columns.isGroup(m.column()))
        .filter(m -> !Columns.isQuantity(m.column()) && !Columns.isDate(m.column()))
        .findFirst();
  }

  private static Condition same(ColumnView group) {
    return new Condition.Compare(
        Plan.Field.of(group), Comparison.EQUAL, new Plan.Field(group, true));
  }

  /** An aggregate of the rows that share the row's group. */
  private void ofGroup(List<Measures> quantities) {
    for (Reading.Mention group : reading.mentions()) {
      boolean groups =
          Columns.isGroup(group.column())
              && !Columns.isQuantity(group.column())
              && !Columns.isDate(group.column());
      if (!groups) {
        continue;
      }
      long bits = Atoms.mentions(reading, group.column());
      double doubt =
          0.25 + 0.5 * (1 - group.score()) - (reading.details().has(Detail.SAME_GROUP) ? 0.15 : 0);
      if (reading.has(Cue.COUNT)) {
        add(
            "OF_GROUP",
            new Plan.Aggregate(AggregateFunction.COUNT, table, null, same(group.column())),
            bits | reading.bits(Cue.COUNT) | reading.bits(Cue.SUM) | reading.bits(Cue.EQUAL),
            doubt);
      }
      for (Measures measure : quantities) {
        AggregateHeads.FUNCTIONS.forEach((cue, function) -> {
          if (reading.has(cue) && measure.bits() != 0) {
            Plan aggregate =
                new Plan.Aggregate(
                    function, table, Plan.Field.of(measure.column()), same(group.column()));
            long all = bits | reading.bits(cue) | measure.bits() | reading.bits(Cue.EQUAL);
            add("OF_GROUP", aggregate, all, doubt + measure.cost());
            difference(measure, aggregate, all, doubt);
          }
        });
      }
    }
    for (Measures measure : quantities) {
      AggregateHeads.FUNCTIONS.forEach((cue, function) -> {
        if (reading.has(cue) && measure.bits() != 0) {
          Plan aggregate =
              new Plan.Aggregate(
                  function, table, Plan.Field.of(measure.column()), Condition.always());
          difference(measure, aggregate, reading.bits(cue) | measure.bits(), 0.1);
        }
      });
    }
  }

  /** How far a row is from the average. */
  private void difference(Measures measure, Plan aggregate, long bits, double cost) {
    if (reading.has(Cue.SUBTRACT)) {
      add(
          "FROM_AGGREGATE",
          new Plan.Arithmetic(Operator.SUBTRACT, Plan.Field.of(measure.column()), aggregate),
          bits | reading.bits(Cue.SUBTRACT),
          cost + measure.cost() + 0.1);
    }
  }

  /** What another table holds beside the row's key. */
  private void lookups() {
    long asked =
        reading.bits(Cue.LOOKUP)
            | reading.bits(Cue.WHO)
            | reading.bits(Cue.LIST)
            | reading.bits(Cue.EACH);
    for (TableView other : reading.schema().tables()) {
      if (other.name().equals(table.name())) {
        continue;
      }
      for (ColumnView key : other.columns()) {
        Optional<ColumnView> here = sameColumn(key);
        if (here.isPresent() && Columns.isUnique(key)) {
          other.columns().stream()
              .filter(c -> !c.equals(key) && Atoms.mentions(reading, c) != 0)
              .forEach(c -> lookup(other, c, key, here.get(), asked));
        }
      }
    }
  }

  private Optional<ColumnView> sameColumn(ColumnView key) {
    return table.columns().stream()
        .filter(c ->
            c.name().equalsIgnoreCase(key.name())
                || c.profile().header().name().equalsIgnoreCase(key.profile().header().name()))
        .findFirst();
  }

  private void lookup(
      TableView other, ColumnView result, ColumnView key, ColumnView here, long asked) {
    Plan found =
        new Plan.Lookup(
            other,
            Plan.Field.of(result),
            new Condition.Compare(Plan.Field.of(key), Comparison.EQUAL, new Plan.Field(here, true)),
            false,
            null);
    long bits =
        asked
            | Atoms.mentions(reading, result)
            | rowNouns()
            | Atoms.mentions(reading, here)
            | Atoms.mentions(reading, key);
    double doubt = 0.5 * (1 - Measures.score(reading, result));
    add("ROW_LOOKUP", found, bits, 0.05 + doubt);
    for (Item quote : reading.items()) {
      quote
          .all(Target.Quote.class)
          .forEach(q ->
              add(
                  "ROW_LOOKUP",
                  new Plan.IfError(found, Plan.Literal.of(q.text())),
                  bits
                      | quote.bit()
                      | reading.bits(Cue.CONDITION)
                      | reading.bits(Cue.BLANK)
                      | reading.bits(Cue.NEGATION)
                      | reading.bits(Cue.FILL_ERROR),
                  0.1 + doubt));
    }
    for (Reading.Mention mention : reading.mentions()) {
      if (Columns.isQuantity(mention.column()) && Columns.isNumber(result)) {
        for (Operator operator : Operator.values()) {
          multiplied(mention, operator, found, bits, doubt);
        }
      }
    }
  }

  private void multiplied(
      Reading.Mention mention, Operator operator, Plan found, long bits, double doubt) {
    Cue cue =
        switch (operator) {
          case ADD -> Cue.ADD;
          case SUBTRACT -> Cue.SUBTRACT;
          case MULTIPLY -> Cue.MULTIPLY;
          case DIVIDE -> Cue.DIVIDE;
        };
    if (reading.has(cue)) {
      add(
          "ROW_LOOKUP",
          new Plan.Arithmetic(operator, Plan.Field.of(mention.column()), found),
          bits | reading.bits(cue) | mention.item().bit(),
          0.15 + doubt + 0.5 * (1 - mention.score()));
    }
  }

  /** Words that say what a row is. */
  private long rowNouns() {
    long bits = 0;
    for (Reading.Mention mention : reading.mentions()) {
      for (Item each : reading.cues(Cue.EACH)) {
        bits |= reading.isRightBefore(each, mention.item()) ? mention.item().bit() : 0;
      }
    }
    return bits;
  }

  /** Each row's cell as it is: rarely what is meant. */
  private void plain() {
    List<ColumnView> seen = new ArrayList<>();
    for (Reading.Mention mention : reading.mentions()) {
      if (!seen.contains(mention.column())) {
        seen.add(mention.column());
        add(
            "PLAIN",
            Plan.Field.of(mention.column()),
            Atoms.mentions(reading, mention.column()),
            1.5);
      }
    }
  }
}
