package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/** Requests for lists, for groups and for what stands beside something. */
final class ListHeads {
  private final Reading reading;
  private final TableView table;
  private final List<Head> heads;

  ListHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.table = reading.table();
    this.heads = heads;
  }

  void find() {
    lists();
    lookups();
    if (!reading.down()) {
      groups();
    }
  }

  /** What may be listed. */
  private record Wanted(ColumnView column, long bits, double cost) {}

  private List<Wanted> wanted() {
    List<Wanted> wanted = new ArrayList<>();
    for (Reading.Mention mention : reading.mentions()) {
      boolean code = mention.score() < 0.9 && Columns.isCode(table, mention.column());
      wanted.add(
          new Wanted(
              mention.column(),
              Atoms.mentions(reading, mention.column()),
              0.6 * (1 - mention.score())
                  + (code ? 0.15 : 0)
                  + (isOrdering(mention) ? 0.4 : 0)
                  + Asked.otherThanAsked(reading, mention.column())));
    }
    Optional<ColumnView> name = Columns.name(table);
    boolean names =
        reading.has(Cue.WHO)
            || reading.cues(Cue.LIST).stream().anyMatch(i -> i.words().equals("名单"));
    name.ifPresent(n -> wanted.add(new Wanted(n, 0, names ? 0.15 : 0.7)));
    wanted.add(new Wanted(Columns.key(table), 0, 0.8));
    return wanted;
  }

  /** 按成绩, "by rating": what a list is ordered by is not what is listed. */
  private boolean isOrdering(Reading.Mention mention) {
    String before = reading.links().request().substring(0, mention.item().start()).strip();
    return reading.has(Cue.SORT) && before.matches("(?is).*(按|按照|根据|依|\\bby( the)?)");
  }

  /** A request that begins with what is wanted, and asks for no number. */
  private boolean beginsWithList() {
    boolean computes =
        AggregateHeads.FUNCTIONS.keySet().stream().anyMatch(reading::has)
            || reading.has(Cue.COUNT)
            || reading.has(Cue.SHARE);
    return !computes
        && reading.mentions().stream()
            .anyMatch(m ->
                m.item().index() == 0 && Columns.isText(m.column()) && !Columns.isFlag(m.column()));
  }

  private void lists() {
    boolean list = reading.has(Cue.LIST);
    boolean distinct =
        reading.has(Cue.DISTINCT)
            || reading.links().request().matches("(?is).*\\bboth\\b.*|.*(两者|二者|两人|都是哪).*");
    boolean sort = reading.has(Cue.SORT);
    boolean asked = list || distinct || sort || reading.has(Cue.WHO) || reading.has(Cue.LOOKUP);
    if (!asked && !reading.details().has(Detail.TOP) && !beginsWithList()) {
      boolean extreme = reading.has(Cue.MAX) || reading.has(Cue.MIN);
      wanted().stream().filter(w -> extreme).forEach(w -> top(w, Plan.Field.of(w.column()), 0));
      return;
    }
    long bits =
        reading.bits(Cue.LIST)
            | reading.bits(Cue.WHO)
            | reading.bits(Cue.LOOKUP)
            | reading.bits(Cue.DISTINCT);
    double doubt = list || distinct || sort ? 0 : 0.35;
    for (Wanted one : wanted()) {
      Plan field = Plan.Field.of(one.column());
      if (sort) {
        sorted(one, field, distinct, bits);
      } else {
        add(field, List.of(), distinct, 0, bits | one.bits(), one.cost() + doubt);
      }
      top(one, field, bits);
    }
    pairs(bits, doubt);
  }

  /** "Plates and drivers": two columns beside each other. */
  private void pairs(long bits, double doubt) {
    List<Reading.Mention> mentions = reading.mentions();
    for (Reading.Mention first : mentions) {
      for (Reading.Mention second : mentions) {
        boolean joined =
            first.item().end() <= second.item().start()
                && !first.column().equals(second.column())
                && reading
                    .between(first.item(), second.item())
                    .strip()
                    .matches("(?i)(and( the| their)?|,|、|和|与|及|以及)");
        if (joined) {
          long used =
              bits
                  | Atoms.mentions(reading, first.column())
                  | Atoms.mentions(reading, second.column());
          List<Plan> fields =
              List.of(Plan.Field.of(first.column()), Plan.Field.of(second.column()));
          heads.add(
              new Head(
                  filter ->
                      new Plan.Select(
                          table, fields, filter, List.of(), reading.has(Cue.DISTINCT), 0),
                  "LIST",
                  used,
                  reading.bits(Cue.LIST) | reading.bits(Cue.DISTINCT),
                  doubt + 0.1 + 0.5 * (2 - first.score() - second.score()),
                  Head.Filter.NEEDED));
        }
      }
    }
  }

  private void add(
      Plan field, List<Plan.Order> order, boolean distinct, int take, long bits, double cost) {
    heads.add(
        new Head(
            filter ->
                new Plan.Select(table, List.of(field), read(filter, order), order, distinct, take),
            "LIST",
            bits,
            reading.bits(Cue.LIST) | reading.bits(Cue.DISTINCT) | reading.bits(Cue.SORT),
            cost,
            distinct || !order.isEmpty() ? Head.Filter.ANY : Head.Filter.NEEDED));
  }

  /** Cells from which nothing is read come neither first nor last. */
  private static Condition read(Condition filter, List<Plan.Order> order) {
    List<Condition> all = new ArrayList<>(List.of(filter));
    for (Plan.Order by : order) {
      if (by.by() instanceof Plan.Field field && field.column().reading() != null) {
        all.add(new Condition.Blank(field, false));
      }
    }
    return Condition.all(all);
  }

  private void sorted(Wanted one, Plan field, boolean distinct, long bits) {
    long sort = reading.bits(Cue.SORT) | extremes();
    boolean down = reading.details().has(Detail.DESCENDING);
    add(
        field,
        List.of(new Plan.Order(field, down)),
        distinct,
        0,
        bits | sort | one.bits(),
        one.cost() + 0.05);
    for (Reading.Mention by : reading.mentions()) {
      if (!by.column().equals(one.column())) {
        add(
            field,
            List.of(new Plan.Order(Plan.Field.of(by.column()), down)),
            distinct,
            0,
            bits | sort | one.bits() | Atoms.mentions(reading, by.column()),
            one.cost() + 0.1 + 0.6 * (1 - by.score()));
      }
    }
  }

  /** "Busiest first (most calls)": the words that say by what is sorted. */
  private long extremes() {
    boolean first =
        reading.cues(Cue.SORT).stream().anyMatch(i -> i.words().matches("(?i).* first|.*在前"));
    return first ? reading.bits(Cue.MAX) | reading.bits(Cue.MIN) : 0;
  }

  /** "The top 3", 前五名. */
  private void top(Wanted one, Plan field, long bits) {
    for (Item item : reading.items()) {
      for (Target.Number number : item.all(Target.Number.class)) {
        double count = number.value();
        boolean near =
            reading.details().all(Detail.TOP).stream()
                    .anyMatch(s -> s.end() <= item.start() && item.start() - s.end() <= 2)
                || reading.cues(Cue.MAX).stream().anyMatch(c -> reading.distance(c, item) <= 3)
                || reading.cues(Cue.MIN).stream().anyMatch(c -> reading.distance(c, item) <= 3);
        if (!near || count != Math.rint(count) || count < 1 || count > 1000) {
          continue;
        }
        boolean smallest = reading.has(Cue.MIN);
        long own =
            item.bit() | reading.bits(Cue.MAX) | reading.bits(Cue.MIN) | reading.bits(Cue.SORT);
        for (Measures by : Measures.ordered(reading)) {
          add(
              field,
              List.of(new Plan.Order(Plan.Field.of(by.column()), !smallest)),
              false,
              (int) count,
              bits | own | one.bits() | by.bits(),
              one.cost() + by.cost() + 0.05);
        }
      }
    }
  }

  /** What stands in the row that a key picks. */
  private void lookups() {
    long asked = reading.bits(Cue.LOOKUP) | reading.bits(Cue.WHO) | reading.bits(Cue.LIST);
    for (Wanted one : wanted()) {
      Plan field = Plan.Field.of(one.column());
      boolean last = reading.details().has(Detail.LAST_MATCH) && reading.has(Cue.MAX);
      boolean silent = one.bits() == 0 && !reading.has(Cue.WHO) && !reading.has(Cue.LOOKUP);
      heads.add(
          new Head(
              filter -> new Plan.Lookup(table, field, filter, false, null),
              "LOOKUP",
              asked | one.bits(),
              0,
              one.cost() + (silent ? 1.0 : 0.1),
              Head.Filter.KEY));
      boolean repeats = Columns.isText(one.column()) || last;
      if (repeats && one.bits() != 0) {
        heads.add(
            new Head(
                filter -> new Plan.Lookup(table, field, filter, last, null),
                "LOOKUP_ANY",
                asked | one.bits() | (last ? reading.bits(Cue.MAX) : 0),
                0,
                one.cost() + 0.6,
                Head.Filter.NEEDED));
      }
      joined(one, asked);
    }
  }

  /** Across tables: the key of another table is looked up here first. */
  private void joined(Wanted ignored, long asked) {
    for (TableView other : reading.schema().tables()) {
      if (other.name().equals(table.name())) {
        continue;
      }
      for (ColumnView key : other.columns()) {
        Optional<ColumnView> here =
            table.columns().stream().filter(c -> c.name().equalsIgnoreCase(key.name())).findFirst();
        if (here.isPresent() && Columns.isUnique(key) && ignored.bits() == 0) {
          other.columns().stream()
              .filter(c -> !c.equals(key) && Atoms.mentions(reading, c) != 0)
              .forEach(c -> join(other, c, key, here.get(), asked));
        }
      }
    }
  }

  private void join(
      TableView other, ColumnView result, ColumnView key, ColumnView here, long asked) {
    double score = Measures.score(reading, result);
    heads.add(
        new Head(
            filter ->
                new Plan.Lookup(
                    other,
                    Plan.Field.of(result),
                    new Condition.Compare(
                        Plan.Field.of(key),
                        Comparison.EQUAL,
                        new Plan.Lookup(table, Plan.Field.of(here), filter, false, null)),
                    false,
                    null),
            "JOINED_LOOKUP",
            asked | Atoms.mentions(reading, result),
            0,
            0.25 + 0.6 * (1 - score),
            Head.Filter.KEY));
  }

  /** "Total per region", 每个门店的平均数量. */
  private void groups() {
    for (Reading.Mention key : reading.mentions()) {
      boolean group = Columns.isGroup(key.column()) && !Columns.isQuantity(key.column());
      long by = grouping(key.item());
      if (!group || by < 0) {
        continue;
      }
      long bits = by | key.item().bit() | reading.bits(Cue.EACH);
      AggregateHeads.FUNCTIONS.forEach((cue, function) -> {
        for (Measures measure : Measures.quantities(reading)) {
          if (reading.has(cue) && !measure.column().equals(key.column())) {
            group(
                key,
                new Plan.Aggregate(
                    function, table, Plan.Field.of(measure.column()), Condition.always()),
                bits | reading.bits(cue) | measure.bits(),
                measure.cost());
          }
        }
      });
      boolean silent = AggregateHeads.FUNCTIONS.keySet().stream().noneMatch(reading::has);
      for (Measures measure : Measures.quantities(reading)) {
        if (silent && !reading.has(Cue.COUNT) && measure.bits() != 0) {
          group(
              key,
              new Plan.Aggregate(
                  AggregateFunction.SUM,
                  table,
                  Plan.Field.of(measure.column()),
                  Condition.always()),
              bits | measure.bits(),
              0.25 + measure.cost());
        }
      }
      boolean bare =
          silent
              && !reading.has(Cue.COUNT)
              && Measures.quantities(reading).stream().allMatch(m -> m.bits() == 0);
      if (bare && !reading.has(Cue.LIST) && !reading.has(Cue.WHO)) {
        group(
            key,
            new Plan.Aggregate(AggregateFunction.COUNT, table, null, Condition.always()),
            bits,
            0.6);
      }
      if (reading.has(Cue.COUNT)) {
        group(
            key,
            new Plan.Aggregate(AggregateFunction.COUNT, table, null, Condition.always()),
            bits | reading.bits(Cue.COUNT) | reading.bits(Cue.SUM),
            0.05);
      }
    }
  }

  /** The bits of a word that groups by the column behind it; -1 if there is none. */
  private long grouping(Item column) {
    for (Details.Said said : reading.details().all(Detail.GROUP_BY)) {
      int gap = column.start() - said.end();
      if (gap >= 0 && gap <= 2) {
        return reading.items().stream()
            .filter(i -> i.start() >= said.start() && i.end() <= said.end())
            .mapToLong(Item::bit)
            .reduce(0, (a, b) -> a | b);
      }
    }
    return -1;
  }

  private void group(Reading.Mention key, Plan.Aggregate each, long bits, double cost) {
    heads.add(
        new Head(
            filter ->
                new Plan.Groups(
                    table,
                    Plan.Field.of(key.column()),
                    new Plan.Aggregate(each.function(), table, each.of(), filter),
                    false,
                    false),
            "GROUPS",
            bits,
            bits,
            cost + 0.1 + 0.6 * (1 - key.score()),
            Head.Filter.ANY));
  }
}
