package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/** Requests for the row or the group with the most or the least, and for places in an order. */
final class ExtremeHeads {
  private final Reading reading;
  private final TableView table;
  private final List<Head> heads;

  ExtremeHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.table = reading.table();
    this.heads = heads;
  }

  /** What is asked of the extreme row. */
  private record Result(ColumnView column, long bits, double cost) {}

  void find() {
    for (Cue cue : List.of(Cue.MAX, Cue.MIN)) {
      if (reading.has(cue)) {
        boolean largest = cue == Cue.MAX;
        rows(1, largest, reading.bits(cue), 0);
        groups(largest, reading.bits(cue));
      }
    }
    ordinals();
    mode();
  }

  private List<Result> results() {
    List<Result> results = new ArrayList<>();
    long asked = reading.bits(Cue.WHO) | reading.bits(Cue.LOOKUP) | reading.bits(Cue.LIST);
    for (Reading.Mention mention : reading.mentions()) {
      double cost = 0.6 * (1 - mention.score());
      cost += mention.score() < 0.9 && Columns.isCode(table, mention.column()) ? 0.15 : 0;
      cost += mention.score() < 0.7 && asked == 0 ? 0.3 : 0;
      cost += Asked.otherThanAsked(reading, mention.column());
      results.add(
          new Result(mention.column(), asked | Atoms.mentions(reading, mention.column()), cost));
    }
    if (reading.has(Cue.WHO) || isTableAsked()) {
      Columns.name(table).ifPresent(name -> results.add(new Result(name, asked, 0.15)));
    }
    Columns.name(table)
        .filter(n -> reading.has(Cue.LOOKUP) || reading.has(Cue.LIST))
        .ifPresent(name -> results.add(new Result(name, asked, 0.9)));
    return results;
  }

  /** What may be asked; a superlative such as "oldest" by itself asks for the name. */
  private List<Result> results(Measures by) {
    List<Result> results = new ArrayList<>(results());
    if (by.bits() == 0 && reading.details().ordersBy(by.column())) {
      Columns.name(table).ifPresent(name -> results.add(new Result(name, 0, 0.3)));
    }
    return results;
  }

  /** "Which driver", where the table is called so. */
  private boolean isTableAsked() {
    return reading.items().stream()
        .filter(i -> i.all(Target.TableName.class).stream().anyMatch(t -> t.table().equals(table)))
        .anyMatch(i ->
            reading.items().stream()
                .filter(q -> q.is(Cue.LOOKUP) || q.is(Cue.LIST))
                .anyMatch(q -> reading.isRightBefore(q, i)));
  }

  private void rows(int position, boolean largest, long bits, double cost) {
    for (Measures by : Measures.ordered(reading)) {
      double turned = Superlatives.turned(reading, by.column(), largest);
      for (Result result : results(by)) {
        if (result.column().equals(by.column())) {
          continue;
        }
        double repeated = Columns.isGroup(result.column()) ? 0.1 : 0;
        repeated += isModifier(result, by, bits) || isBehind(result, by, bits) ? 0.4 : 0;
        repeated +=
            reading.details().has(Detail.WHEN) && !Columns.isDate(result.column()) ? 0.5 : 0;
        heads.add(
            new Head(
                filter ->
                    new Plan.ExtremeRow(
                        table,
                        Plan.Field.of(result.column()),
                        Plan.Field.of(by.column()),
                        position,
                        largest,
                        filter),
                "EXTREME_ROW",
                bits | result.bits() | by.bits(),
                bits,
                cost + turned + 0.1 + repeated + result.cost() + by.cost(),
                Head.Filter.ANY));
      }
    }
  }

  /** In "biggest invoice amount" the invoice is not what is asked for. */
  private boolean isModifier(Result result, Measures by, long extreme) {
    if (reading.has(Cue.WHO) || reading.has(Cue.LOOKUP) || result.bits() == 0 || by.bits() == 0) {
      return false;
    }
    int at = place(result.bits());
    Item noun = reading.items().get(Long.numberOfTrailingZeros(result.bits()));
    Item measure = reading.items().get(Long.numberOfTrailingZeros(by.bits()));
    boolean compound = reading.between(noun, measure).length() <= 1;
    return place(extreme) < at && at < place(by.bits()) && compound;
  }

  /** In "highest cost among sites" the sites are not what is asked for. */
  private boolean isBehind(Result result, Measures by, long extreme) {
    boolean english = reading.links().language() == org.inkstone.service.plan.Language.ENGLISH;
    boolean asked = reading.has(Cue.WHO) || reading.has(Cue.LOOKUP) || reading.has(Cue.LIST);
    return english
        && !asked
        && result.bits() != 0
        && by.bits() != 0
        && place(result.bits()) > place(by.bits())
        && place(result.bits()) > place(extreme);
  }

  private int place(long bits) {
    return bits == 0 ? 0 : reading.items().get(Long.numberOfTrailingZeros(bits)).start();
  }

  private void groups(boolean largest, long bits) {
    for (Result key : results()) {
      boolean number = Columns.isQuantity(key.column()) && !Columns.isTime(key.column());
      if (!Columns.isGroup(key.column()) || number) {
        continue;
      }
      for (Measures by : Measures.quantities(reading)) {
        if (!by.column().equals(key.column())) {
          sums(largest, bits, key, by);
        }
      }
      long counted = reading.bits(Cue.COUNT);
      double few = isMost(largest) ? 0 : 0.6;
      group(
          new Plan.Aggregate(AggregateFunction.COUNT, table, null, Condition.always()),
          largest,
          bits | counted | rowNoun() | counted(largest),
          key,
          few + (counted != 0 || rowNoun() != 0 || isCounted(largest) ? 0.1 : 0.7));
    }
  }

  /** "The most orders", not "the longest". */
  private boolean isMost(boolean largest) {
    return reading.cues(largest ? Cue.MAX : Cue.MIN).stream()
        .anyMatch(i ->
            i.words()
                .toLowerCase(Locale.ROOT)
                .matches(
                    "most|most often|top|fewest|least|least often|highest|lowest|最多|最少|最高|最低"));
  }

  /** "The most competitions": a noun behind that no number is. */
  private long counted(boolean largest) {
    return reading.mentions().stream()
        .filter(m -> !Columns.isQuantity(m.column()))
        .filter(m ->
            reading.cues(largest ? Cue.MAX : Cue.MIN).stream()
                .anyMatch(c -> reading.isRightBefore(c, m.item())))
        .mapToLong(m -> m.item().bit())
        .reduce(0, (a, b) -> a | b);
  }

  private boolean isCounted(boolean largest) {
    return counted(largest) != 0 || UnknownNouns.isBehind(reading, largest ? Cue.MAX : Cue.MIN);
  }

  /** A word that means the rows themselves, as in "the most orders". */
  private long rowNoun() {
    long bits = 0;
    for (Item item : reading.items()) {
      boolean table = item.has(Target.TableName.class);
      boolean key =
          item.all(Target.Column.class).stream()
              .anyMatch(c -> Columns.isUnique(c.column()) && !Columns.isQuantity(c.column()));
      bits |= table || key ? item.bit() : 0;
    }
    return bits;
  }

  private void sums(boolean largest, long bits, Result key, Measures by) {
    boolean said = false;
    for (Cue cue : List.of(Cue.SUM, Cue.AVERAGE)) {
      if (reading.has(cue)) {
        said = true;
        AggregateFunction function =
            cue == Cue.SUM ? AggregateFunction.SUM : AggregateFunction.AVERAGE;
        group(
            aggregate(function, by), largest, bits | reading.bits(cue) | by.bits(), key, by.cost());
      }
    }
    if (!said) {
      group(aggregate(AggregateFunction.SUM, by), largest, bits | by.bits(), key, 0.15 + by.cost());
    }
  }

  private Plan.Aggregate aggregate(AggregateFunction function, Measures by) {
    return new Plan.Aggregate(function, table, Plan.Field.of(by.column()), Condition.always());
  }

  private void group(Plan.Aggregate each, boolean largest, long bits, Result key, double cost) {
    Plan field = Plan.Field.of(key.column());
    heads.add(
        new Head(
            filter ->
                new Plan.BestGroup(
                    table,
                    field,
                    new Plan.Aggregate(each.function(), table, each.of(), filter),
                    largest),
            "BEST_GROUP",
            bits | key.bits(),
            bits,
            cost + key.cost() + 0.1,
            Head.Filter.ANY));
  }

  /** "Second highest", 第三高. */
  private void ordinals() {
    for (Item item : reading.items()) {
      for (Target.Ordinal ordinal : item.all(Target.Ordinal.class)) {
        String behind = reading.links().request().substring(item.end());
        boolean high =
            reading.has(Cue.MAX)
                || reading.has(Cue.RANK)
                || behind.matches(
                    "(?is)\\s*(highest|longest|largest|biggest|most|best|latest)\\b.*")
                || behind.matches("(?s)\\s*[高多大长贵重远快名].*");
        boolean low = reading.has(Cue.MIN) || behind.matches("(?s)\\s*[低少小短便轻近慢].*");
        if (ordinal.position() < 1) {
          continue;
        }
        long bits =
            item.bit()
                | reading.bits(Cue.MAX)
                | reading.bits(Cue.MIN)
                | reading.bits(Cue.RANK)
                | reading.bits(Cue.ORDINAL);
        boolean first = ordinal.position() == 1 && !high && !low;
        double cost = high || low ? 0 : 0.9;
        if (first) {
          earliest(bits);
        }
        for (Measures by : Measures.ordered(reading)) {
          nth(by, ordinal.position(), !low, bits, cost);
        }
        rows(ordinal.position(), !low, bits, cost);
      }
    }
  }

  /** "The first to join": the earliest day. */
  private void earliest(long bits) {
    for (Measures by : Measures.ordered(reading)) {
      for (Result result : results()) {
        if (Columns.isDate(by.column()) && !result.column().equals(by.column())) {
          heads.add(
              new Head(
                  filter ->
                      new Plan.ExtremeRow(
                          table,
                          Plan.Field.of(result.column()),
                          Plan.Field.of(by.column()),
                          1,
                          false,
                          filter),
                  "EXTREME_ROW",
                  bits | result.bits() | by.bits(),
                  bits,
                  0.15 + result.cost() + by.cost(),
                  Head.Filter.ANY));
        }
      }
    }
  }

  private void nth(Measures by, int position, boolean largest, long bits, double cost) {
    heads.add(
        new Head(
            filter -> new Plan.Nth(table, Plan.Field.of(by.column()), position, largest, filter),
            "NTH",
            bits | by.bits(),
            bits,
            cost + by.cost(),
            Head.Filter.ANY));
  }

  /** The most frequent text. */
  private void mode() {
    if (!reading.has(Cue.MODE)) {
      return;
    }
    for (Reading.Mention mention : reading.mentions()) {
      Result key =
          new Result(
              mention.column(),
              Atoms.mentions(reading, mention.column()),
              0.6 * (1 - mention.score()));
      group(
          new Plan.Aggregate(AggregateFunction.COUNT, table, null, Condition.always()),
          true,
          reading.bits(Cue.MODE),
          key,
          Columns.isQuantity(mention.column()) ? 0.4 : 0);
    }
  }
}
