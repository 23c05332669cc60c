package org.inkstone.service.plan.compose;

import java.util.List;
import java.util.regex.Pattern;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.Words;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/** Questions about the order of the table: the next one, the one before, the first, the last. */
final class PlaceHeads {
  private static final Pattern LISTED =
      Pattern.compile(
          "(?is).*(\\b(listed|list|table|chart|row|shown|recorded)\\b|表中|表里|列表|排在|列在|这张表|名单).*");

  private final Reading reading;
  private final TableView table;
  private final List<Asked.Answer> asked;
  private final List<Head> heads;

  PlaceHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.table = reading.table();
    this.asked = Asked.of(reading);
    this.heads = heads;
  }

  void find() {
    for (int side : new int[] {1, -1}) {
      long words = Sides.bits(reading, side);
      if (words != 0) {
        beside(side, words);
      }
    }
    run();
    for (Item item : reading.items()) {
      if (item.is(Cue.LAST)) {
        places(-1, item.bit());
      }
      String behind = reading.links().request().substring(item.end());
      boolean ranks =
          behind.matches("(?is)\\s*(most\\b|\\p{L}+est\\b|[高多大长贵重远快低少小短轻近慢]).*")
              || reading.items().stream()
                  .anyMatch(
                      i -> (i.is(Cue.MAX) || i.is(Cue.MIN)) && reading.isRightBefore(item, i));
      item.all(Target.Ordinal.class).stream()
          .filter(o -> o.position() >= 1 && !ranks)
          .forEach(o -> places(o.position(), item.bit() | reading.bits(Cue.ORDINAL)));
    }
  }

  /** "Which venue is right below Wembley", 大连之后的下一个城市. */
  private void beside(int side, long words) {
    long bits =
        words
            | relations(words)
            | reading.bits(Cue.WHO)
            | reading.bits(Cue.LOOKUP)
            | reading.bits(Cue.LIST);
    for (Asked.Answer answer : asked) {
      Plan result = Plan.Field.of(answer.column());
      heads.add(
          new Head(
              filter -> new Plan.Beside(table, result, filter, side),
              "BESIDE",
              bits | answer.bits(),
              words,
              0.1 + answer.cost(),
              Head.Filter.NEEDED));
    }
    boolean direct = asked.stream().anyMatch(Asked.Answer::direct);
    heads.add(
        new Head(
            filter -> new Plan.Beside(table, Plan.Field.of(key(filter)), filter, side),
            "BESIDE",
            bits,
            words,
            direct ? 0.6 : 0.2,
            Head.Filter.NEEDED));
  }

  /** "Who took office after …", "which team won before …": verbs that happen to be headers. */
  private long relations(long words) {
    int side = reading.items().get(Long.numberOfTrailingZeros(words)).start();
    long bits = 0;
    for (Reading.Mention mention : reading.mentions()) {
      Item item = mention.item();
      boolean direct =
          asked.stream().anyMatch(a -> a.direct() && a.column().equals(mention.column()));
      boolean verb = Words.isVerb(item.words());
      boolean deed = reading.has(Cue.WHO) && !Details.isPerson(mention.column());
      bits |= (verb || deed) && !direct && item.end() <= side ? item.bit() : 0;
    }
    return bits;
  }

  /** "How many consecutive years was it on clay", 连续几天缺勤. */
  private void run() {
    long bits = reading.bits(Cue.CONSECUTIVE);
    if (bits != 0) {
      long counted = reading.bits(Cue.COUNT) | reading.bits(Cue.MAX) | reading.bits(Cue.SUM);
      heads.add(
          new Head(
              filter -> new Plan.LongestRun(table, filter),
              "LONGEST_RUN",
              bits | counted | RowNouns.bits(reading),
              bits,
              counted == 0 ? 0.6 : 0.1,
              Head.Filter.NEEDED));
    }
  }

  /** The column that a condition picks the row by. */
  private ColumnView key(Condition filter) {
    return filter.conjuncts().stream()
        .filter(c -> c instanceof Condition.Compare)
        .map(c -> ((Condition.Compare) c).left())
        .filter(p -> p instanceof Plan.Field)
        .map(p -> ((Plan.Field) p).column())
        .findFirst()
        .orElse(table.columns().getFirst());
  }

  /** "The first song", "the last venue where …", 最后一个客户. */
  private void places(int position, long words) {
    long noun = nounBehind(words);
    boolean placing =
        OrdinalAtoms.isPlacing(reading)
            && table.columns().stream().anyMatch(c -> OrdinalAtoms.isRanking(c.name()));
    boolean listed = LISTED.matcher(reading.links().request()).matches();
    for (Asked.Answer answer : asked) {
      Plan result = Plan.Field.of(answer.column());
      long bits = words | (answer.direct() || Columns.isTime(answer.column()) ? noun : 0);
      boolean edge = Math.abs(position) == 1;
      heads.add(
          new Head(
              filter -> new Plan.AtPlace(table, result, filter, position),
              "AT_PLACE",
              bits | answer.bits(),
              bits,
              (listed ? 0.1 : placing ? 0.9 : 0.35) + answer.cost(),
              Head.Filter.ANY));
      if (edge && Columns.isTime(answer.column())) {
        time(position, bits, answer);
      }
      if (edge) {
        byTime(position, bits, answer, placing ? 0.55 : 0);
      }
    }
  }

  /** "The first title": what a row is. */
  private long nounBehind(long words) {
    Item word = reading.items().get(Long.numberOfTrailingZeros(words));
    return reading.mentions().stream()
        .filter(m -> Columns.isText(m.column()) && reading.isRightBefore(word, m.item()))
        .mapToLong(m -> m.item().bit())
        .reduce(0, (a, b) -> a | b);
  }

  /** "The last year in which …" is the largest one. */
  private void time(int position, long bits, Asked.Answer answer) {
    AggregateFunction function = position < 0 ? AggregateFunction.MAX : AggregateFunction.MIN;
    heads.add(
        new Head(
            filter -> new Plan.Aggregate(function, table, Plan.Field.of(answer.column()), filter),
            function.name(),
            bits | answer.bits(),
            bits,
            0.1 + answer.cost(),
            Head.Filter.ANY));
  }

  /** "Who was hired last": the row with the latest day. */
  private void byTime(int position, long bits, Asked.Answer answer, double doubt) {
    for (ColumnView by : table.columns()) {
      if (Columns.isTime(by) && !by.equals(answer.column())) {
        double named = Measures.score(reading, by);
        heads.add(
            new Head(
                filter ->
                    new Plan.ExtremeRow(
                        table,
                        Plan.Field.of(answer.column()),
                        Plan.Field.of(by),
                        1,
                        position < 0,
                        filter),
                "EXTREME_ROW",
                bits | answer.bits() | Atoms.mentions(reading, by),
                bits,
                0.3 + doubt + answer.cost() + (named > 0 ? -0.15 * named : 0.1),
                Head.Filter.ANY));
      }
    }
  }
}
