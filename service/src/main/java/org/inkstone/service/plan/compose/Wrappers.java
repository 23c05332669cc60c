package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/** What is done to a value at the end: rounding, and leaving cells empty. */
final class Wrappers {
  private static final java.util.regex.Pattern DIGITS =
      java.util.regex.Pattern.compile(
          "(?i)(\\d|一|二|两|三|四|one|two|three|four)\\s*(?:位小数|decimals?\\b|decimal places?|dp\\b|digits? after)");
  private static final java.util.regex.Pattern ERROR =
      java.util.regex.Pattern.compile(
          "(?i)error|not found|isn't there|#n/a|#div|fails|can't be|cannot be|错误|出错|报错|找不到|查不到|算不出|除不|除以0|除以零");
  private static final java.util.regex.Pattern AS_ZERO =
      java.util.regex.Pattern.compile("(?i)按0|按零|当0|当作0|当零|as 0\\b|as zero");
  private static final java.util.regex.Pattern STEP =
      java.util.regex.Pattern.compile(
          "(?i)(?:to|up|down)\\s+(?:the\\s+|a\\s+)?(?:next|nearest|closest|full|multiples?\\s+of|whole)\\s+"
              + "(?:multiples?\\s+of\\s+)?[$€£¥]?(\\d[\\d.,]*)(?!\\s*(?:decimal|digit|dp\\b|place))"
              + "|(?:到|按|成|为|以)(?:最接近的|最近的|下一个|整)?(\\d[\\d.]*)(?:元|块|分钟|个|件|箱)?(?:的?整?倍数|为单位|一档|取整|整)");
  private static final java.util.Map<String, Integer> SPELLED =
      java.util.Map.of(
          "一", 1, "二", 2, "两", 2, "三", 3, "四", 4, "one", 1, "two", 2, "three", 3, "four", 4);

  private final Reading reading;

  private Wrappers(Reading reading) {
    this.reading = reading;
  }

  static List<Head> around(List<Head> heads, Reading reading) {
    Wrappers wrappers = new Wrappers(reading);
    List<Head> all = new ArrayList<>(heads);
    if (reading.has(Cue.ROUND)) {
      heads.forEach(head -> wrappers.round(head, all));
    }
    if (reading.down()) {
      List<Head> rounded = List.copyOf(all);
      rounded.forEach(head -> wrappers.guard(head, all));
    }
    return all;
  }

  private void round(Head head, List<Head> all) {
    Plan.Rounded.Direction direction =
        reading.details().has(Detail.UP)
            ? Plan.Rounded.Direction.UP
            : reading.details().has(Detail.DOWN)
                ? Plan.Rounded.Direction.DOWN
                : Plan.Rounded.Direction.NEAREST;
    long bits = reading.bits(Cue.ROUND);
    boolean found = step(head, all, direction);
    java.util.regex.Matcher words = DIGITS.matcher(reading.links().request());
    if (words.find()) {
      found = true;
      int digits =
          "0123456789".indexOf(words.group(1)) >= 0
              ? Integer.parseInt(words.group(1))
              : SPELLED.getOrDefault(words.group(1).toLowerCase(java.util.Locale.ROOT), 0);
      long number =
          reading.items().stream()
              .filter(i -> i.has(Target.Number.class))
              .filter(i -> i.start() < words.end() && i.end() > words.start())
              .mapToLong(Item::bit)
              .reduce(0, (a, b) -> a | b);
      add(head, all, direction, digits, bits | number);
    }
    for (Item item : reading.items()) {
      for (Target.Number number : item.all(Target.Number.class)) {
        boolean near =
            reading.cues(Cue.ROUND).stream().anyMatch(c -> reading.distance(c, item) <= 8);
        double digits = number.value();
        if (near && digits == Math.rint(digits) && digits >= 0 && digits <= 10) {
          found = true;
          add(head, all, direction, (int) digits, bits | item.bit());
        }
      }
    }
    if (!found) {
      add(head, all, direction, 0, bits);
    }
  }

  /** "Up to the next 50", 按5的倍数取整: the number is a step, not how many decimals. */
  private boolean step(Head head, List<Head> all, Plan.Rounded.Direction direction) {
    java.util.regex.Matcher words = STEP.matcher(reading.links().request());
    if (!words.find()) {
      return false;
    }
    int at = Math.max(words.start(1), words.start(2));
    for (Item item : reading.items()) {
      for (Target.Number number : item.all(Target.Number.class)) {
        long bits = reading.bits(Cue.ROUND) | reading.bits(Cue.NEXT) | reading.bits(Cue.AT_MOST);
        bits |= reading.bits(Cue.MULTIPLY) | item.bit();
        if (item.start() == at && number.value() > 0 && (head.exclusive() & item.bit()) == 0) {
          all.add(wrapped(head, p -> new Plan.Stepped(p, number.value(), direction), bits, 0));
          return true;
        }
      }
    }
    return false;
  }

  private static Head wrapped(
      Head head, java.util.function.UnaryOperator<Plan> around, long bits, double cost) {
    return new Head(
        filter -> around.apply(head.build().apply(filter)),
        head.kind(),
        head.used() | bits,
        head.exclusive() | bits,
        head.cost() + cost,
        head.filter());
  }

  private static void add(
      Head head, List<Head> all, Plan.Rounded.Direction direction, int digits, long bits) {
    if ((head.exclusive() & bits) != 0) {
      return; // its words are needed for something else
    }
    all.add(wrapped(head, p -> new Plan.Rounded(p, digits, direction), bits, 0));
  }

  /** "Leave empty when not delivered". */
  private void guard(Head head, List<Head> all) {
    long words = reading.bits(Cue.FILL_ERROR);
    boolean taken = (head.exclusive() & words) != 0;
    if (words == 0 || taken || head.filter() != Head.Filter.NONE) {
      return;
    }
    boolean zero =
        reading.cues(Cue.FILL_ERROR).stream()
            .anyMatch(i -> i.words().matches("(?i).*(0|零|zero).*"));
    Plan rest = zero ? Plan.Literal.of(0) : Plan.Literal.of("");
    long soft =
        words
            | reading.bits(Cue.BLANK)
            | reading.bits(Cue.NEGATION)
            | reading.bits(Cue.CONDITION)
            | notYet();
    for (Reading.Mention mention : reading.mentions()) {
      ColumnView column = mention.column();
      boolean asZero = AS_ZERO.matcher(reading.links().request()).find();
      if (asZero && Columns.isQuantity(column) && column.profile().blanks() > 0) {
        all.add(wrapped(head, p -> p, soft | mention.item().bit(), 0)); // a blank counts as 0
      }
      if (column.profile().blanks() > 0) {
        all.add(guarded(head, column, rest, soft | mention.item().bit(), 0.02));
      }
    }
    boolean named =
        reading.mentions().stream()
            .anyMatch(m -> m.score() > 0.9 && m.column().profile().blanks() > 0);
    if (named && !ERROR.matcher(reading.links().request()).find()) {
      return; // the column whose blanks are meant is named
    }
    reading.table().columns().stream()
        .filter(c -> c.profile().blanks() > 0)
        .forEach(c -> all.add(guarded(head, c, rest, soft, 0.3)));
    all.add(
        new Head(
            filter -> new Plan.IfError(head.build().apply(filter), rest),
            head.kind(),
            head.used() | soft,
            head.exclusive() | words,
            head.cost() + 0.35,
            head.filter()));
  }

  /** 没到货就空着: 没到 compares nothing where no number stands behind it. */
  private long notYet() {
    long bits = 0;
    for (Item item : reading.cues(Cue.LESS)) {
      boolean number =
          reading.items().stream()
              .anyMatch(i ->
                  i.index() == item.index() + 1
                      && (i.has(Target.Number.class) || i.has(Target.Period.class)));
      bits |= item.words().matches("[没未还].*") && !number ? item.bit() : 0;
    }
    return bits;
  }

  private static Head guarded(Head head, ColumnView column, Plan rest, long bits, double cost) {
    Plan.Case blank = new Plan.Case(new Condition.Blank(Plan.Field.of(column), true), rest);
    return wrapped(head, p -> new Plan.Choose(List.of(blank), p), bits, cost);
  }
}
