package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Operator;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.SpanUnit;

/** Arithmetic between columns, and between their totals. */
final class ChainHeads {
  private final Reading reading;
  private final TableView table;
  private final List<Head> heads;

  ChainHeads(Reading reading, List<Head> heads) {
    this.reading = reading;
    this.table = reading.table();
    this.heads = heads;
  }

  /** An operand: a column or a number. */
  private record Operand(
      Item item, Plan plan, @org.jspecify.annotations.Nullable ColumnView column, double cost) {}

  /** What a computation is made of, and the words for it. */
  record Chain(Operator operator, Plan left, Plan right, long bits, double cost) {
    Plan plan() {
      return new Plan.Arithmetic(operator, left, right);
    }
  }

  void find() {
    List<Chain> chains = chains();
    for (Chain chain : chains) {
      if (reading.down()) {
        heads.add(Head.of("CHAIN", plan(chain), chain.bits(), chain.cost()));
      } else {
        totals(chain);
      }
    }
    if (reading.down()) {
      across();
    }
  }

  /** Days are told apart from numbers: their difference is a span. */
  static Plan plan(Chain chain) {
    boolean days = isDate(chain.left()) && isDate(chain.right());
    return days && chain.operator() == Operator.SUBTRACT
        ? new Plan.Span(chain.right(), chain.left(), SpanUnit.DAYS)
        : chain.plan();
  }

  static boolean isDate(Plan plan) {
    return plan instanceof Plan.Field field && Columns.isDate(field.column());
  }

  private List<Operand> operands() {
    List<Operand> operands = new ArrayList<>();
    for (Reading.Mention mention : reading.mentions()) {
      if (Columns.isNumber(mention.column()) || Columns.isDate(mention.column())) {
        operands.add(
            new Operand(
                mention.item(),
                Plan.Field.of(mention.column()),
                mention.column(),
                0.6 * (1 - mention.score())));
      }
    }
    for (Item item : reading.items()) {
      for (Target.Number number : item.all(Target.Number.class)) {
        operands.add(new Operand(item, Plan.Literal.of(number.value()), null, 0.1));
      }
    }
    return operands;
  }

  /** All pairs of operands with an operator between, or behind both. */
  List<Chain> chains() {
    List<Chain> chains = new ArrayList<>();
    List<Operand> operands = operands();
    for (Operand left : operands) {
      for (Operand right : operands) {
        boolean ordered =
            left.item().end() <= right.item().start()
                && !(left.column() == null && right.column() == null)
                && !left.plan().equals(right.plan());
        if (ordered && !between(left, right, operands)) {
          for (Operator operator : Operator.values()) {
            sign(operator, left, right, operands).ifPresent(chains::add);
          }
        }
      }
    }
    chains.addAll(longer(chains));
    return chains;
  }

  /** Another column stands between, so that these two don't belong together. */
  private boolean between(Operand left, Operand right, List<Operand> operands) {
    return operands.stream()
        .anyMatch(o ->
            o.item().start() >= left.item().end()
                && o.item().end() <= right.item().start()
                && o.column() != null
                && o.cost() < 0.3);
  }

  private static Cue cue(Operator operator) {
    return switch (operator) {
      case ADD -> Cue.ADD;
      case SUBTRACT -> Cue.SUBTRACT;
      case MULTIPLY -> Cue.MULTIPLY;
      case DIVIDE -> Cue.DIVIDE;
    };
  }

  private static String written(Operator operator) {
    return switch (operator) {
      case ADD -> "[+＋]";
      case SUBTRACT -> "(?<=[\\s\\p{IsHan}])[-−–－](?=[\\s\\p{IsHan}])";
      case MULTIPLY -> "[×*＊✕]|\\sx\\s";
      case DIVIDE -> "(?<!\\w)/|/(?!\\w)|÷";
    };
  }

  private Optional<Chain> sign(
      Operator operator, Operand left, Operand right, List<Operand> operands) {
    boolean additive = operator == Operator.ADD || operator == Operator.SUBTRACT;
    if (additive && (isPercent(left) || isPercent(right))) {
      return Optional.empty(); // ten percent more is no tenth more
    }
    String text = reading.between(left.item(), right.item());
    boolean compares = text.contains("比") && !text.matches("(?s).*(比例|比值|之比|比重|占比).*");
    if (compares && left.column() != null && right.column() != null) {
      return compared(operator, left, right);
    }
    long bits = operandBits(left) | operandBits(right);
    double cost = left.cost() + right.cost();
    boolean written = java.util.regex.Pattern.compile(written(operator)).matcher(text).find();
    if (written) {
      return Optional.of(new Chain(operator, left.plan(), right.plan(), bits, cost));
    }
    for (Item cue : reading.cues(cue(operator))) {
      boolean inside = cue.start() >= left.item().end() && cue.end() <= right.item().start();
      boolean behind =
          cue.start() >= right.item().end()
              && reading.distance(right.item(), cue) <= 8
              && operands.stream().noneMatch(o -> o.item().start() >= cue.end());
      boolean before =
          cue.end() <= left.item().start()
              && reading.distance(cue, left.item()) <= 12
              && operands.stream().noneMatch(o -> o.item().end() <= cue.start());
      long other = operator == Operator.DIVIDE ? eachOf(cue) : 0;
      if (inside) {
        boolean turned = isTurned(cue, operator);
        Plan first = turned ? right.plan() : left.plan();
        Plan second = turned ? left.plan() : right.plan();
        return Optional.of(
            new Chain(operator, first, second, bits | cue.bit() | other, cost + 0.02));
      } else if (behind && operator != Operator.DIVIDE || before && isPrefix(cue, operator)) {
        return Optional.of(
            new Chain(operator, left.plan(), right.plan(), bits | cue.bit(), cost + 0.15));
      } else if (cue.end() <= left.item().start()
          && operator == Operator.DIVIDE
          && isHanPer(cue, left)) {
        return Optional.of(
            new Chain(operator, right.plan(), left.plan(), bits | cue.bit() | other, cost + 0.05));
      }
    }
    return Optional.empty();
  }

  private static boolean isPercent(Operand operand) {
    return operand.column() == null
        && operand.item().all(Target.Number.class).stream().anyMatch(Target.Number::percent);
  }

  /** A比B多多少: a difference, the larger one first as it is worded. */
  private Optional<Chain> compared(Operator operator, Operand left, Operand right) {
    String behind = reading.links().request().substring(right.item().end()).replace("多少", "几");
    boolean less = behind.matches("(?s)[^，。,]{0,8}(低|少|小|短|降|减|退|晚).*");
    boolean asks = behind.matches("(?s).*(多少|几|差|高|低|多|少|长|短|增|减|涨|降|进步|退步).*");
    if (operator != Operator.SUBTRACT || !asks) {
      return Optional.empty();
    }
    long bits = operandBits(left) | operandBits(right);
    for (Item item : reading.items()) {
      boolean inside = item.start() >= left.item().end() && item.end() <= right.item().start();
      boolean after = item.start() >= right.item().end() && item.is(Cue.COUNT);
      bits |= inside && !item.has(Target.Column.class) || after ? item.bit() : 0;
    }
    double cost = left.cost() + right.cost() + 0.02;
    return Optional.of(
        less
            ? new Chain(operator, right.plan(), left.plan(), bits, cost)
            : new Chain(operator, left.plan(), right.plan(), bits, cost));
  }

  /** "Subtract the cost from the price" names the operands the other way round. */
  private boolean isTurned(Item cue, Operator operator) {
    return operator == Operator.SUBTRACT
        && cue.words().toLowerCase(java.util.Locale.ROOT).contains("less than");
  }

  private static boolean isPrefix(Item cue, Operator operator) {
    String words = cue.words().toLowerCase(java.util.Locale.ROOT);
    return operator != Operator.DIVIDE || words.startsWith("ratio") || words.startsWith("rate");
  }

  /** 每公斤的运费: what stands behind 每 is what is divided by. */
  private boolean isHanPer(Item cue, Operand left) {
    return cue.words().equals("每") && reading.isRightBefore(cue, left.item());
  }

  private long eachOf(Item cue) {
    return reading.cues(Cue.EACH).stream()
        .filter(i -> i.index() == cue.index())
        .mapToLong(Item::bit)
        .reduce(0, (a, b) -> a | b);
  }

  private long operandBits(Operand operand) {
    ColumnView column = operand.column();
    return operand.item().bit() | (column == null ? 0 : Atoms.mentions(reading, column));
  }

  /** Three operands: "price times units minus discount". */
  private List<Chain> longer(List<Chain> pairs) {
    List<Chain> longer = new ArrayList<>();
    for (Chain pair : pairs) {
      for (Chain next : pairs) {
        boolean follows = next.left().equals(pair.right()) && !next.equals(pair);
        if (!follows || next.right().equals(pair.left())) {
          continue;
        }
        boolean tighter = isTight(next.operator()) && !isTight(pair.operator());
        Plan whole =
            tighter
                ? new Plan.Arithmetic(pair.operator(), pair.left(), next.plan())
                : new Plan.Arithmetic(next.operator(), pair.plan(), next.right());
        Operator outer = tighter ? pair.operator() : next.operator();
        if (whole instanceof Plan.Arithmetic a) {
          longer.add(
              new Chain(
                  outer,
                  a.left(),
                  a.right(),
                  pair.bits() | next.bits(),
                  pair.cost() + next.cost()));
        }
      }
    }
    return longer;
  }

  private static boolean isTight(Operator operator) {
    return operator == Operator.MULTIPLY || operator == Operator.DIVIDE;
  }

  /** Over the whole table: totals are taken apart, products are added up row by row. */
  private void totals(Chain chain) {
    long sum = reading.bits(Cue.SUM) | reading.bits(Cue.ADD);
    boolean rowwise =
        chain.operator() == Operator.MULTIPLY
            || !(chain.left() instanceof Plan.Field)
            || !(chain.right() instanceof Plan.Field);
    boolean days = isDate(chain.left()) || isDate(chain.right());
    Plan each = plan(chain);
    for (Cue cue : List.of(Cue.SUM, Cue.AVERAGE, Cue.MAX, Cue.MIN)) {
      AggregateFunction function =
          AggregateHeads.FUNCTIONS.getOrDefault(cue, AggregateFunction.SUM);
      boolean said = reading.has(cue) || cue == Cue.SUM && rowwise;
      if (!said) {
        continue;
      }
      double doubt = reading.has(cue) ? 0 : 0.3;
      if (rowwise || days || cue != Cue.SUM) {
        head(
            filter -> new Plan.Aggregate(function, table, each, filter),
            chain,
            reading.bits(cue) | sum,
            doubt + 0.05);
      }
      if (!rowwise && !days) {
        head(
            filter ->
                new Plan.Arithmetic(
                    chain.operator(),
                    new Plan.Aggregate(function, table, chain.left(), filter),
                    new Plan.Aggregate(function, table, chain.right(), filter)),
            chain,
            reading.bits(cue) | (cue == Cue.SUM ? sum : 0),
            doubt + (chain.operator() == Operator.ADD ? 0.05 : 0));
      }
    }
  }

  private void head(
      java.util.function.Function<org.inkstone.service.plan.algebra.Condition, Plan> build,
      Chain chain,
      long bits,
      double cost) {
    heads.add(
        new Head(
            build,
            "TOTALS",
            chain.bits() | bits,
            chain.bits() | bits,
            chain.cost() + cost,
            Head.Filter.ANY));
  }

  /** "语文、数学、英语相加", "average of science and english". */
  private void across() {
    for (Cue cue : List.of(Cue.SUM, Cue.ADD, Cue.AVERAGE, Cue.MAX, Cue.MIN)) {
      if (!reading.has(cue)) {
        continue;
      }
      List<ColumnView> columns =
          reading.mentions().stream()
              .filter(m -> Columns.isQuantity(m.column()) && m.score() > 0.5)
              .map(Reading.Mention::column)
              .distinct()
              .sorted(java.util.Comparator.comparingInt(ColumnView::index))
              .toList();
      if (columns.size() >= 2) {
        long bits = reading.bits(cue) | reading.bits(Cue.SUM) | reading.bits(Cue.ADD);
        for (ColumnView column : columns) {
          bits |= Atoms.mentions(reading, column);
        }
        for (Item item : reading.items()) {
          for (Target.Number number : item.all(Target.Number.class)) {
            bits |= number.value() == columns.size() ? item.bit() : 0;
          }
        }
        AggregateFunction function =
            AggregateHeads.FUNCTIONS.getOrDefault(cue, AggregateFunction.SUM);
        heads.add(Head.of("ACROSS", new Plan.Across(function, columns), bits, 0.1));
      }
    }
  }
}
