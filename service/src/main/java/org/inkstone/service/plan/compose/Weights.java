package org.inkstone.service.plan.compose;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Target;

/** How much is lost if words stay unexplained. */
final class Weights {
  private static final Set<Cue> PLACES = EnumSet.of(Cue.NEXT, Cue.PREVIOUS, Cue.LAST, Cue.SAME);

  private Weights() {}

  static double[] of(Reading reading) {
    List<Item> items = reading.items();
    double[] weights = new double[items.size()];
    int definition = definitionStart(reading);
    int definitionEnd = definition < 0 ? 0 : definitionEnd(reading, definition);
    for (Item item : items) {
      double weight = item.links().stream().mapToDouble(l -> of(l, reading)).max().orElse(0);
      boolean outside =
          definition >= 0 && (item.end() <= definition || item.start() >= definitionEnd);
      double kept = outside && !isStrong(item) ? 0.35 * weight : weight;
      boolean aside = isRowNoun(reading, item) || isExample(reading, item);
      weights[item.index()] = aside ? 0.2 * kept : kept;
    }
    return weights;
  }

  /** "E.g. 001": an example of the result asks for nothing more. */
  private static boolean isExample(Reading reading, Item item) {
    return reading
        .links()
        .request()
        .substring(0, item.start())
        .matches("(?is).*(\\be\\.?g\\.?|for example|for instance|such as|例如|比如|譬如)[\\s,:，：]*");
  }

  /** "For each order", 每个学生: the word behind says what a row is. */
  private static boolean isRowNoun(Reading reading, Item item) {
    boolean value =
        item.all(Target.Value.class).stream().anyMatch(v -> v.value().equals(item.words()));
    boolean noun =
        item.has(Target.Column.class)
            && !value
            && item.all(Target.Column.class).stream()
                .noneMatch(c -> Columns.isQuantity(c.column()) && item.score(c.column()) > 0.9);
    boolean behindEach =
        reading.cues(Cue.EACH).stream().anyMatch(e -> reading.isRightBefore(e, item));
    boolean key =
        item.all(Target.Column.class).stream()
            .anyMatch(c -> c.column().index() == 0 && !Columns.isQuantity(c.column()));
    boolean name =
        item.all(Target.Column.class).stream()
            .anyMatch(c -> Columns.isText(c.column()) && Details.isPerson(c.column()));
    boolean behindValue =
        reading.items().stream()
            .anyMatch(v -> v.has(Target.Value.class) && reading.isRightBefore(v, item));
    boolean asked = reading.has(Cue.WHO) || reading.has(Cue.LOOKUP) || reading.has(Cue.LIST);
    boolean aggregates = AggregateHeads.FUNCTIONS.keySet().stream().anyMatch(reading::has);
    boolean extremeOne =
        reading.items().stream()
            .anyMatch(i -> (i.is(Cue.MAX) || i.is(Cue.MIN)) && reading.isRightBefore(i, item));
    if (noun && key && !reading.down() && aggregates && !asked && !extremeOne && item.index() > 0) {
      return true;
    }
    String before = reading.links().request().substring(0, item.start());
    boolean among =
        before.matches("(?is).*\\b(of|among|amongst|across|for)( the| all| our| those)*\\s*");
    boolean extreme = reading.has(Cue.MAX) || reading.has(Cue.MIN);
    if (noun && key && !reading.down() && among && extreme) {
      return true;
    }
    boolean ofShare = reading.has(Cue.SHARE) && item.index() <= 2;
    if (noun && (key || name) && !reading.down() && behindValue
        || noun && key && !reading.down() && ofShare) {
      return true;
    }
    return reading.down() && (noun && behindEach || item.is(Cue.EACH) && !item.is(Cue.DIVIDE));
  }

  private static boolean isStrong(Item item) {
    return item.is(Cue.ROUND)
        || item.is(Cue.FILL_ERROR)
        || item.has(Target.Value.class)
        || item.has(Target.Quote.class)
        || item.has(Target.Period.class)
        || item.is(Cue.COUNT);
  }

  private static double of(Link link, Reading reading) {
    boolean place =
        link.target() instanceof Target.Construction c
            && PLACES.contains(c.cue())
            && reading.down();
    if (place) {
      return 0.2; // in each row the words for the rows beside it are read as details
    }
    return switch (link.target()) {
      case Target.Value value -> value.whole() ? 2.0 : 1.6;
      case Target.Part part -> 1.6;
      case Target.Number number -> number.spelled() ? 1.4 : 2.0;
      case Target.Period period -> 2.0;
      case Target.Quote quote -> 2.0;
      case Target.Ordinal ordinal -> 1.5;
      case Target.Column column -> 1.3 * link.score() * (link.how().equals("unit") ? 0.7 : 1);
      case Target.TableName name -> 0.15;
      case Target.Construction construction -> of(construction.cue());
    };
  }

  private static double of(Cue cue) {
    return switch (cue) {
      case MAX, MIN, AVERAGE, MEDIAN, DEVIATION, MODE, RANK, SHARE, WEIGHTED, ROUND -> 1.5;
      case GREATER, AT_LEAST, LESS, AT_MOST, BETWEEN, NEGATION, BLANK, CONTAINS -> 1.5;
      case DISTINCT, SORT, MULTIPLY, SUBTRACT, WORKDAYS, FINANCE, JOIN, FILL_ERROR -> 1.3;
      case NEXT, PREVIOUS, LAST, SAME, CONSECUTIVE, DUPLICATE -> 1.3;
      case COUNT -> 1.1;
      case SUM, TEXT -> 0.8;
      case DATE_PART, DATE_SHIFT, LIST, WHO, ADD, BAND -> 0.6;
      case DIVIDE, ORDINAL -> 0.5;
      case EACH, INCLUSIVE, EXCLUSIVE, EQUAL -> 0.3;
      case CONDITION, LOOKUP, EITHER, MORE, FEWER -> 0.2;
    };
  }

  /** Where words begin that define what the words before name, as in "margin: price minus cost". */
  private static int definitionStart(Reading reading) {
    String request = reading.links().request();
    for (int at = 0; at < request.length(); at++) {
      boolean opens = ":：(（=＝".indexOf(request.charAt(at)) >= 0;
      if (opens && columnsIn(reading, at, definitionEnd(reading, at)) >= 2) {
        return at;
      }
    }
    return -1;
  }

  private static int definitionEnd(Reading reading, int start) {
    String request = reading.links().request();
    boolean bracket = "(（".indexOf(request.charAt(start)) >= 0;
    for (int at = start + 1; bracket && at < request.length(); at++) {
      if (")）".indexOf(request.charAt(at)) >= 0) {
        return at;
      }
    }
    return request.length();
  }

  private static long columnsIn(Reading reading, int start, int end) {
    return reading.mentions().stream()
        .filter(m -> m.item().start() >= start && m.item().end() <= end)
        .map(m -> m.item().index())
        .distinct()
        .count();
  }
}
