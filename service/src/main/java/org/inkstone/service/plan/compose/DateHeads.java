package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.DatePart;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.SpanUnit;

/** What is computed from the days of each row. */
final class DateHeads {
  private static final Map<Detail, DatePart> PARTS =
      Map.of(
          Detail.YEAR, DatePart.YEAR,
          Detail.MONTH, DatePart.MONTH,
          Detail.DAY, DatePart.DAY,
          Detail.QUARTER, DatePart.QUARTER,
          Detail.WEEK, DatePart.WEEK);
  private static final Map<Detail, SpanUnit> UNITS =
      Map.of(
          Detail.YEARS, SpanUnit.YEARS,
          Detail.MONTHS, SpanUnit.MONTHS,
          Detail.WEEKS, SpanUnit.WEEKS,
          Detail.WORKDAYS, SpanUnit.WORKDAYS,
          Detail.DAYS, SpanUnit.DAYS);

  private static final java.util.regex.Pattern LATER =
      java.util.regex.Pattern.compile(
          "(?i)后\\s*\\d+\\s*(天|个月|年|周)|\\d+\\s*(天|个月|年|周)之?后|\\d+ (days?|weeks?|months?|years?) (after|later|from)");

  private final Reading reading;
  private final List<Head> heads;

  DateHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.heads = heads;
  }

  /** A column of days, and what speaks against it. */
  private record Day(ColumnView column, long bits, double cost) {}

  void find() {
    List<Day> days = days();
    for (Day day : days) {
      parts(day);
      shifted(day);
    }
    spans(days);
  }

  private List<Day> days() {
    List<Day> days = new ArrayList<>();
    List<ColumnView> all = reading.table().columns().stream().filter(Columns::isDate).toList();
    for (ColumnView column : all) {
      double score = Measures.score(reading, column);
      if (score > 0) {
        days.add(new Day(column, Atoms.mentions(reading, column), 0.5 * (1 - score)));
      } else {
        days.add(new Day(column, 0, all.size() == 1 ? 0.25 : 0.9));
      }
    }
    return days;
  }

  private void parts(Day day) {
    Plan of = Plan.Field.of(day.column());
    long all = reading.bits(Cue.DATE_PART) | day.bits();
    PARTS.forEach((detail, part) -> {
      if (reading.details().has(detail)) {
        long range = detail == Detail.QUARTER ? range(4) : detail == Detail.MONTH ? range(12) : 0;
        boolean both = reading.details().has(Detail.YEAR) && reading.details().has(Detail.MONTH);
        boolean weaker = detail == Detail.DAY || part == DatePart.MONTH && isLength() || both;
        heads.add(
            Head.of(
                "DATE_PART",
                new Plan.DateOf(part, of),
                reading.bits(detail) | all | range,
                day.cost() + (weaker ? 0.5 : 0.05)));
      }
    });
    if (reading.details().has(Detail.YEAR) && reading.details().has(Detail.MONTH)) {
      long both = reading.bits(Detail.YEAR) | reading.bits(Detail.MONTH) | all;
      heads.add(Head.of("DATE_PART", new Plan.DateOf(DatePart.YEAR_MONTH, of), both, day.cost()));
    }
    if (reading.details().has(Detail.WEEKDAY)) {
      boolean monday = reading.details().has(Detail.MONDAY);
      boolean chinese = reading.links().language() == org.inkstone.service.plan.Language.CHINESE;
      DatePart part = monday || chinese ? DatePart.WEEKDAY : DatePart.WEEKDAY_FROM_SUNDAY;
      long bits = reading.bits(Detail.WEEKDAY) | reading.bits(Detail.MONDAY) | all;
      heads.add(Head.of("DATE_PART", new Plan.DateOf(part, of), bits | ones(), day.cost() + 0.02));
    }
  }

  /** Words such as "months" measure a length where two days are compared. */
  private boolean isLength() {
    return reading.has(Cue.SUBTRACT) || reading.details().has(Detail.LENGTH);
  }

  /** 填1到4, "1 to 12": which numbers the parts of a year have. */
  private long range(int last) {
    List<Item> numbers = reading.items().stream().filter(i -> i.has(Target.Number.class)).toList();
    boolean all =
        numbers.size() == 2
            && isNumber(numbers.getFirst(), 1)
            && isNumber(numbers.getLast(), last)
            && reading
                .between(numbers.getFirst(), numbers.getLast())
                .matches("(?i)\\s*(到|至|-|–|~|to|through|and|and ends with)\\s*");
    return all ? numbers.getFirst().bit() | numbers.getLast().bit() : 0;
  }

  private static boolean isNumber(Item item, double value) {
    return item.all(Target.Number.class).stream().anyMatch(n -> n.value() == value);
  }

  private long ones() {
    return reading.items().stream()
        .filter(i -> i.all(Target.Number.class).stream().anyMatch(n -> n.value() == 1))
        .mapToLong(Item::bit)
        .reduce(0, (a, b) -> a | b);
  }

  private static SpanUnit unit(Reading reading, SpanUnit usual) {
    for (Detail detail :
        List.of(Detail.WORKDAYS, Detail.YEARS, Detail.MONTHS, Detail.WEEKS, Detail.DAYS)) {
      if (reading.details().has(detail)) {
        return UNITS.getOrDefault(detail, usual);
      }
    }
    return usual;
  }

  /** A day plus so many days or months, a number or a column of them. */
  private void shifted(Day day) {
    boolean asked =
        reading.has(Cue.ADD)
            || LATER.matcher(reading.links().request()).find()
            || reading.has(Cue.DATE_SHIFT)
            || reading.has(Cue.GREATER)
            || reading.has(Cue.SUBTRACT);
    if (!asked) {
      return;
    }
    boolean back = reading.has(Cue.SUBTRACT) && !reading.has(Cue.ADD);
    long words =
        reading.bits(Cue.ADD)
            | reading.bits(Cue.DATE_SHIFT)
            | reading.bits(Cue.GREATER)
            | reading.bits(Cue.DATE_PART)
            | (back ? reading.bits(Cue.SUBTRACT) : 0)
            | day.bits();
    Plan of = Plan.Field.of(day.column());
    for (Item item : reading.items()) {
      for (Target.Number number : item.all(Target.Number.class)) {
        Plan amount = Plan.Literal.of(back ? -number.value() : number.value());
        SpanUnit unit = unit(reading, SpanUnit.DAYS);
        heads.add(
            Head.of(
                "SHIFT",
                new Plan.Shifted(of, amount, unit),
                words | item.bit() | unitBits(),
                day.cost() + 0.1));
      }
    }
    for (Reading.Mention mention : reading.mentions()) {
      if (Columns.isQuantity(mention.column()) && !back) {
        SpanUnit unit = unitOf(mention.column());
        heads.add(
            Head.of(
                "SHIFT",
                new Plan.Shifted(of, Plan.Field.of(mention.column()), unit),
                words | Atoms.mentions(reading, mention.column()) | unitBits(),
                day.cost() + 0.05 + 0.5 * (1 - mention.score())));
      }
    }
  }

  private SpanUnit unitOf(ColumnView amount) {
    String header = amount.name().toLowerCase(java.util.Locale.ROOT);
    if (header.matches(".*(month|月).*")) {
      return SpanUnit.MONTHS;
    } else if (header.matches(".*(year|年).*")) {
      return SpanUnit.YEARS;
    } else if (header.matches(".*(week|周).*")) {
      return SpanUnit.WEEKS;
    }
    return header.matches(".*(day|天|日).*") ? SpanUnit.DAYS : unit(reading, SpanUnit.DAYS);
  }

  private long unitBits() {
    long bits = 0;
    for (Detail detail : UNITS.keySet()) {
      bits |= reading.bits(detail);
    }
    return bits
        & ~reading.items().stream()
            .filter(i -> i.has(Target.Number.class))
            .mapToLong(Item::bit)
            .reduce(0, (a, b) -> a | b);
  }

  /** From one day to another: the later one less the earlier one. */
  private void spans(List<Day> days) {
    boolean asked =
        reading.has(Cue.SUBTRACT)
            || reading.has(Cue.BETWEEN)
            || reading.has(Cue.WORKDAYS)
            || UNITS.keySet().stream().anyMatch(reading.details()::has);
    if (!asked) {
      return;
    }
    long words =
        reading.bits(Cue.SUBTRACT)
            | reading.bits(Cue.BETWEEN)
            | reading.bits(Cue.WORKDAYS)
            | reading.bits(Cue.DATE_PART)
            | reading.bits(Cue.COUNT)
            | reading.bits(Detail.LENGTH)
            | unitBits();
    SpanUnit unit = unit(reading, SpanUnit.DAYS);
    for (Day from : days) {
      for (Day to : days) {
        boolean named = from.bits() != 0 && to.bits() != 0;
        if (from.column().equals(to.column()) || !named) {
          continue;
        }
        boolean later =
            isSaid(from, to) || !isSaid(to, from) && isLater(from.column(), to.column());
        heads.add(
            Head.of(
                "SPAN",
                new Plan.Span(Plan.Field.of(from.column()), Plan.Field.of(to.column()), unit),
                words | from.bits() | to.bits(),
                from.cost() + to.cost() + (later ? 0.02 : 0.5)));
      }
      until(from, unit, words);
    }
  }

  /** "From the order to the delivery", 从下单到到货. */
  private boolean isSaid(Day from, Day to) {
    for (Reading.Mention first : reading.mentions()) {
      for (Reading.Mention second : reading.mentions()) {
        boolean pair =
            first.column().equals(from.column())
                && second.column().equals(to.column())
                && first.item().end() <= second.item().start();
        String request = reading.links().request();
        if (pair
            && request
                .substring(0, first.item().start())
                .matches("(?is).*(\\b(from|between)( the)?\\s+|从|自)$")
            && reading
                .between(first.item(), second.item())
                .matches("(?i)\\s*(date |day )?(to|until|till|and|到|至)( the)?\\s*")) {
          return true;
        }
      }
    }
    return false;
  }

  /** To a day that the request names. */
  private void until(Day from, SpanUnit unit, long words) {
    for (Item item : reading.items()) {
      for (Target.Period period : item.all(Target.Period.class)) {
        long comparisons =
            reading.bits(Cue.GREATER) | reading.bits(Cue.LESS) | reading.bits(Cue.AT_MOST);
        heads.add(
            Head.of(
                "SPAN",
                new Plan.Span(Plan.Field.of(from.column()), new Plan.Day(period.from()), unit),
                words | item.bit() | from.bits() | comparisons,
                from.cost() + 0.15));
      }
    }
  }

  /** By the largest day of each column. */
  private static boolean isLater(ColumnView from, ColumnView to) {
    Double first = from.profile().max();
    Double last = to.profile().max();
    return first != null && last != null && last >= first;
  }
}
