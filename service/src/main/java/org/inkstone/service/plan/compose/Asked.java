package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Links;

/** The columns that a question may want to know something from: "which song", "who", 哪个城市. */
final class Asked {
  /**
   * A column that the answer may stand in.
   *
   * @param bits the words that say so
   */
  record Answer(ColumnView column, long bits, double cost, boolean direct) {}

  private static final Pattern DIRECT =
      Pattern.compile(
          "(?is).*\\b(which|what|whose|name|give|tell|list|whos|who's)\\b"
              + "([\\s,]*\\b(is|was|are|were|of|the|a|an|name|names|title|number|single|only|other|two"
              + "|three|all|each|me|us|these|those|one|next|previous|first|last|final|same|total)\\b)*"
              + "\\s*");
  private static final Pattern OPENING = Pattern.compile("(?is)\\s*(the\\s+)?");
  private static final Pattern HAN_BEFORE =
      Pattern.compile("(?s).*(哪个|哪一个|哪家|哪位|哪些|哪支|哪种|哪一|哪|什么)");
  private static final Pattern HAN_BEHIND =
      Pattern.compile("(?s)\\s*(分别|各)?(是|为|有|叫)?(什么|哪|谁|多少|几).*|[\\s?？。]*");
  private static final Pattern UNKNOWN_NOUN =
      Pattern.compile(
          "(?is).*\\b(which|what)\\b(\\s+(is|was|are|were|of|the|other|single|only|two|three|all"
              + "|name|first|last)\\b)*\\s*");
  private static final Pattern WHERE = Pattern.compile("(?is).*(\\bwhere\\b|哪里|哪儿|在哪|什么地方).*");
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i).*(venue|location|place|city|town|country|site|stadium|arena|state|province|county"
              + "|region|address|地点|城市|地址|位置|场馆|国家|省|市|地区|所在).*");
  private static final Pattern TIME =
      Pattern.compile(
          "(?is).*(\\b(what|which)( (is|was|were|are))?( the)?( (first|last|only|latest|earliest))?"
              + " (year|date|day|season)\\b|哪年|哪一年|哪天|哪一天|哪个赛季).*");
  private static final Pattern YEAR = Pattern.compile("(?i).*(year|season|date|年|日期|赛季).*");

  private final Reading reading;
  private final List<Answer> answers = new ArrayList<>();

  private Asked(Reading reading) {
    this.reading = reading;
  }

  /** The columns, the likeliest first. */
  static List<Answer> of(Reading reading) {
    Asked asked = new Asked(reading);
    asked.find();
    return List.copyOf(asked.answers);
  }

  /** What speaks against a column as the answer where the question names another one. */
  static double otherThanAsked(Reading reading, ColumnView column) {
    List<Reading.Mention> direct =
        reading.mentions().stream().filter(m -> isDirect(reading, m.item())).toList();
    boolean number = reading.has(Cue.WHO) && Columns.isQuantity(column);
    if (direct.isEmpty() && asksTime(reading) && !Columns.isTime(column)) {
      return YEAR.matcher(column.name()).matches() ? 0 : 0.35;
    }
    return !direct.isEmpty() && direct.stream().noneMatch(m -> m.column().equals(column))
        ? 0.45
        : number ? 0.4 : 0;
  }

  /** "When", "in which year", 哪一年. */
  private static boolean asksTime(Reading reading) {
    return reading.details().has(Detail.WHEN) || TIME.matcher(reading.links().request()).matches();
  }

  private long words() {
    return reading.bits(Cue.WHO) | reading.bits(Cue.LOOKUP) | reading.bits(Cue.LIST);
  }

  private void find() {
    boolean direct = reading.mentions().stream().anyMatch(m -> isDirect(m.item()));
    boolean noun = direct || hasUnknownNoun(reading);
    for (Reading.Mention mention : reading.mentions()) {
      double cost = 0.6 * (1 - mention.score());
      cost += mention.score() < 0.9 && Columns.isCode(reading.table(), mention.column()) ? 0.15 : 0;
      boolean here = isDirect(mention.item());
      boolean number = reading.has(Cue.WHO) && !Columns.isText(mention.column());
      cost += here ? 0 : number ? 0.7 : noun || reading.has(Cue.WHO) ? 0.4 : 0.15;
      long bits = words() | Atoms.mentions(reading, mention.column());
      answers.add(new Answer(mention.column(), bits, cost, here));
    }
    if (!direct) {
      implied();
    }
  }

  /** What the question word alone says: a person, a place, a day, or the name of the row. */
  private void implied() {
    String request = reading.links().request();
    if (WHERE.matcher(request).matches()) {
      columns(PLACE).forEach(c -> add(c, 0.15));
    }
    boolean time = asksTime(reading);
    if (time) {
      List<ColumnView> days = reading.table().columns().stream().filter(Columns::isTime).toList();
      (days.isEmpty() ? columns(YEAR) : days).forEach(c -> add(c, 0.1));
    }
    double name = reading.has(Cue.WHO) ? 0.15 : hasUnknownNoun(reading) ? 0.3 : 0.8;
    name = time ? 0.8 : name;
    double cost = name;
    Columns.name(reading.table()).ifPresent(c -> add(c, cost));
  }

  private List<ColumnView> columns(Pattern header) {
    return reading.table().columns().stream()
        .filter(c -> header.matcher(c.name()).matches())
        .toList();
  }

  private void add(ColumnView column, double cost) {
    answers.add(new Answer(column, words() | reading.bits(Cue.DATE_PART), cost, false));
  }

  /** Whether some words stand where a question puts what it asks for. */
  private boolean isDirect(Item item) {
    return isDirect(reading, item);
  }

  private static boolean isDirect(Reading reading, Item item) {
    String before = reading.links().request().substring(0, item.start());
    String behind = reading.links().request().substring(item.end());
    return DIRECT.matcher(before).matches()
        || item.index() == 0 && OPENING.matcher(before).matches()
        || HAN_BEFORE.matcher(before).matches()
        || before.endsWith("的") && HAN_BEHIND.matcher(behind).matches();
  }

  /** Whether "which" or "what" stands before a noun that no column is called by. */
  static boolean hasUnknownNoun(Reading reading) {
    return unknownNoun(reading).isPresent();
  }

  private static Optional<Links.Unlinked> unknownNoun(Reading reading) {
    String request = reading.links().request();
    return reading.links().unlinked().stream()
        .filter(u -> {
          String before = request.substring(0, u.start());
          return UNKNOWN_NOUN.matcher(before).matches() || HAN_BEFORE.matcher(before).matches();
        })
        .findFirst();
  }
}
