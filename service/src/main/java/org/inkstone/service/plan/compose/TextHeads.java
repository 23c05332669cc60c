package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.TextFunction;

/** What is made of the text of each row. */
final class TextHeads {
  private static final Map<Detail, TextFunction> PLAIN =
      Map.of(
          Detail.TRIM, TextFunction.TRIM,
          Detail.UPPER, TextFunction.UPPER,
          Detail.LOWER, TextFunction.LOWER,
          Detail.PROPER, TextFunction.PROPER,
          Detail.LENGTH, TextFunction.LENGTH,
          Detail.LAST_WORD, TextFunction.LAST_WORD);

  private final Reading reading;
  private final List<Head> heads;

  TextHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.heads = heads;
  }

  /** A text column, and what speaks against it. */
  private record Source(ColumnView column, long bits, double cost) {}

  void find() {
    long text = reading.bits(Cue.TEXT) | reading.bits(Cue.CONTAINS) | reading.bits(Cue.COUNT);
    for (Source source : sources()) {
      Plan of = Plan.Field.of(source.column());
      PLAIN.forEach((detail, function) -> {
        if (asksFor(detail)) {
          long bits = reading.bits(detail) | text | source.bits() | firstWords(detail);
          add(new Plan.TextOf(function, of, List.of()), bits, source.cost() + 0.05);
        }
      });
      tidied(source, of, text);
      if (reading.details().has(Detail.FIRST_WORD)) {
        Plan before = new Plan.TextOf(TextFunction.BEFORE, of, List.of(Plan.Literal.of(" ")));
        add(
            before,
            reading.bits(Detail.FIRST_WORD) | ordinals() | text | source.bits(),
            source.cost());
      }
      counted(source, of, text);
      beside(source, of, text);
      digits(source, of, text);
    }
    joined();
  }

  /** "Capital first letters" are not all capitals. */
  private boolean asksFor(Detail detail) {
    boolean first = detail == Detail.UPPER && reading.details().has(Detail.PROPER);
    return reading.details().has(detail) && !first;
  }

  /** "No stray spaces, in capitals": both at once. */
  private void tidied(Source source, Plan of, long text) {
    if (!reading.details().has(Detail.TRIM)) {
      return;
    }
    Plan trimmed = new Plan.TextOf(TextFunction.TRIM, of, List.of());
    for (Detail detail : List.of(Detail.UPPER, Detail.LOWER, Detail.PROPER)) {
      if (asksFor(detail)) {
        long bits =
            reading.bits(detail)
                | reading.bits(Detail.TRIM)
                | text
                | source.bits()
                | firstWords(detail);
        add(
            new Plan.TextOf(
                java.util.Objects.requireNonNull(PLAIN.get(detail)), trimmed, List.of()),
            bits,
            source.cost());
      }
    }
  }

  private long firstWords(Detail detail) {
    return detail == Detail.LAST_WORD ? ordinals() : 0;
  }

  private long ordinals() {
    return reading.items().stream()
        .filter(i -> i.has(Target.Ordinal.class) || i.is(Cue.MAX))
        .mapToLong(Item::bit)
        .reduce(0, (a, b) -> a | b);
  }

  private void add(Plan plan, long bits, double cost) {
    heads.add(Head.of("TEXT", plan, bits, cost));
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (Reading.Mention mention : reading.mentions()) {
      boolean text = Columns.isText(mention.column()) || Columns.isId(mention.column());
      sources.add(
          new Source(
              mention.column(),
              Atoms.mentions(reading, mention.column()),
              0.6 * (1 - mention.score()) + (text ? 0 : 0.8)));
    }
    Columns.name(reading.table()).ifPresent(name -> sources.add(new Source(name, 0, 0.6)));
    return sources;
  }

  /** "The last three characters", 前两位. */
  private void counted(Source source, Plan of, long text) {
    for (Item item : reading.items()) {
      for (Target.Number number : item.all(Target.Number.class)) {
        Plan count = Plan.Literal.of(number.value());
        for (Details.Said said : reading.details().all(Detail.FIRST_PART)) {
          if (isNear(said, item)) {
            long bits = item.bit() | text | source.bits() | ordinals();
            add(new Plan.TextOf(TextFunction.LEFT, of, List.of(count)), bits, source.cost());
          }
        }
        for (Details.Said said : reading.details().all(Detail.LAST_PART)) {
          if (isNear(said, item)) {
            long bits = item.bit() | text | source.bits() | ordinals();
            add(new Plan.TextOf(TextFunction.RIGHT, of, List.of(count)), bits, source.cost());
          }
        }
      }
    }
  }

  private static boolean isNear(Details.Said said, Item item) {
    return said.end() <= item.start() && item.start() - said.end() <= 2;
  }

  /** "Before the dash": the sign is quoted or named. */
  private void beside(Source source, Plan of, long text) {
    signs()
        .forEach((sign, bits) -> {
          boolean before = reading.details().has(Detail.BEFORE);
          boolean after = reading.details().has(Detail.AFTER);
          long all = bits | text | source.bits() | comparisons();
          if (before) {
            add(
                new Plan.TextOf(TextFunction.BEFORE, of, List.of(Plan.Literal.of(sign))),
                all,
                source.cost() + 0.05);
          }
          if (after) {
            add(
                new Plan.TextOf(TextFunction.AFTER, of, List.of(Plan.Literal.of(sign))),
                all,
                source.cost() + 0.05);
          }
        });
  }

  /** "Before" and "after" compare days elsewhere. */
  private long comparisons() {
    return reading.bits(Cue.LESS) | reading.bits(Cue.GREATER);
  }

  /** Signs that stand between texts, with the items that name them. */
  private Map<String, Long> signs() {
    Map<String, Long> signs = new LinkedHashMap<>();
    for (Item item : reading.items()) {
      item.all(Target.Quote.class).stream()
          .filter(q -> q.text().length() <= 3)
          .forEach(q -> signs.put(q.text(), item.bit()));
    }
    java.util.regex.Matcher bare =
        java.util.regex.Pattern.compile("(?<![\\w.])([@#_/:|])(?!\\w)")
            .matcher(reading.links().request());
    if (bare.find()) {
      signs.putIfAbsent(bare.group(1), 0L);
    }
    Map.of(
            Detail.DASH,
            "-",
            Detail.SPACE,
            " ",
            Detail.COMMA,
            ",",
            Detail.SLASH,
            "/",
            Detail.UNDERSCORE,
            "_")
        .forEach((detail, sign) -> {
          if (reading.details().has(detail)) {
            signs.putIfAbsent(sign, reading.bits(detail));
          }
        });
    return signs;
  }

  /** The digits at the end of codes that are built alike. */
  private void digits(Source source, Plan of, long text) {
    if (!reading.details().has(Detail.NUMBER_PART) || source.column().texts().isEmpty()) {
      return;
    }
    Set<Integer> lengths = new LinkedHashSet<>();
    Set<Integer> starts = new LinkedHashSet<>();
    for (String code : source.column().texts()) {
      String digits = code.strip().replaceFirst("^.*?(\\d*)$", "$1");
      if (digits.isEmpty()) {
        return;
      }
      lengths.add(digits.length());
      starts.add(code.strip().length() - digits.length());
    }
    long bits = reading.bits(Detail.NUMBER_PART) | text | source.bits();
    if (lengths.size() == 1) {
      Plan count = Plan.Literal.of(lengths.iterator().next());
      add(new Plan.TextOf(TextFunction.RIGHT, of, List.of(count)), bits, source.cost() + 0.05);
    } else if (starts.size() == 1) {
      Plan from = Plan.Literal.of(starts.iterator().next() + 1.0);
      Plan count = Plan.Literal.of(50);
      add(
          new Plan.TextOf(TextFunction.MIDDLE, of, List.of(from, count)),
          bits,
          source.cost() + 0.1);
    }
  }

  /** Several columns behind each other, with a sign between. */
  private void joined() {
    if (!reading.has(Cue.JOIN)) {
      return;
    }
    List<ColumnView> columns =
        reading.mentions().stream()
            .filter(m -> m.score() > 0.5)
            .map(Reading.Mention::column)
            .distinct()
            .toList();
    if (columns.size() < 2) {
      return;
    }
    Map<String, Long> signs = signs();
    if (signs.isEmpty()) {
      addJoined(columns, "", 0, 0.1);
    }
    signs.forEach((sign, bits) -> addJoined(columns, sign, bits, 0.02));
  }

  private void addJoined(List<ColumnView> columns, String sign, long bits, double cost) {
    List<Plan> parts = new ArrayList<>();
    long all = bits | reading.bits(Cue.JOIN) | reading.bits(Cue.TEXT);
    for (ColumnView column : columns) {
      if (!parts.isEmpty() && !sign.isEmpty()) {
        parts.add(Plan.Literal.of(sign));
      }
      parts.add(Plan.Field.of(column));
      all |= Atoms.mentions(reading, column);
    }
    heads.add(Head.of("JOIN", new Plan.Joined(parts), all, cost));
  }
}
