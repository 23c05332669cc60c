package org.inkstone.service.task.formula;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.UnaryOperator;

/** Which constructions of a request each function and operator carries out. */
final class Operations {
  private static final Set<Cue> SUMS = EnumSet.of(Cue.SUM, Cue.ADD, Cue.SHARE, Cue.WEIGHTED);
  private static final Set<Cue> COUNTS = EnumSet.of(Cue.COUNT, Cue.DISTINCT, Cue.SHARE);
  private static final Set<Cue> AVERAGES = EnumSet.of(Cue.AVERAGE);
  private static final Set<Cue> LARGEST = EnumSet.of(Cue.MAX, Cue.ORDINAL, Cue.SORT);
  private static final Set<Cue> SMALLEST = EnumSet.of(Cue.MIN);
  private static final Set<Cue> LATEST = EnumSet.of(Cue.MAX, Cue.MORE, Cue.LAST);
  private static final Set<Cue> EARLIEST = EnumSet.of(Cue.MIN, Cue.FEWER, Cue.ORDINAL);
  private static final Set<Cue> LOOKUPS =
      EnumSet.of(
          Cue.LOOKUP,
          Cue.WHO,
          Cue.MAX,
          Cue.MIN,
          Cue.EACH,
          Cue.NEXT,
          Cue.PREVIOUS,
          Cue.LAST,
          Cue.ORDINAL,
          Cue.SAME,
          Cue.MORE,
          Cue.FEWER);

  /** What leads from a row to the one beside it; "after" and "before" do so too. */
  static final Set<Cue> NEIGHBOURS = EnumSet.of(Cue.NEXT, Cue.PREVIOUS, Cue.GREATER, Cue.LESS);

  private static final Set<Cue> TEXTS = EnumSet.of(Cue.TEXT, Cue.JOIN, Cue.CONTAINS);
  private static final Set<Cue> DATES =
      EnumSet.of(Cue.DATE_PART, Cue.DATE_SHIFT, Cue.SUBTRACT, Cue.WORKDAYS);
  private static final Set<Cue> MONEY = EnumSet.of(Cue.FINANCE);
  private static final Set<Cue> CHOICES =
      EnumSet.of(Cue.CONDITION, Cue.BAND, Cue.BLANK, Cue.FILL_ERROR);

  private static final Map<String, Set<Cue>> FUNCTIONS =
      Map.ofEntries(
          Map.entry("SUM", SUMS),
          Map.entry("SUMIF", SUMS),
          Map.entry("SUMIFS", SUMS),
          Map.entry("SUMPRODUCT", SUMS),
          Map.entry("COUNT", COUNTS),
          Map.entry("COUNTA", COUNTS),
          Map.entry("COUNTIF", COUNTS),
          Map.entry("COUNTIFS", COUNTS),
          Map.entry("ROWS", COUNTS),
          Map.entry("COUNTBLANK", EnumSet.of(Cue.COUNT, Cue.BLANK)),
          Map.entry("AVERAGE", AVERAGES),
          Map.entry("AVERAGEIF", AVERAGES),
          Map.entry("AVERAGEIFS", AVERAGES),
          Map.entry("MAX", LATEST),
          Map.entry("MAXIFS", LATEST),
          Map.entry("MIN", EARLIEST),
          Map.entry("MINIFS", EARLIEST),
          Map.entry("LARGE", LARGEST),
          Map.entry("SMALL", SMALLEST),
          Map.entry("MEDIAN", EnumSet.of(Cue.MEDIAN)),
          Map.entry("MODE", EnumSet.of(Cue.MODE)),
          Map.entry("MODE.SNGL", EnumSet.of(Cue.MODE)),
          Map.entry("STDEV", EnumSet.of(Cue.DEVIATION)),
          Map.entry("STDEV.S", EnumSet.of(Cue.DEVIATION)),
          Map.entry("STDEV.P", EnumSet.of(Cue.DEVIATION)),
          Map.entry("RANK", EnumSet.of(Cue.RANK)),
          Map.entry("RANK.EQ", EnumSet.of(Cue.RANK)),
          Map.entry("RANK.AVG", EnumSet.of(Cue.RANK)),
          Map.entry("FREQUENCY", EnumSet.of(Cue.CONSECUTIVE)),
          Map.entry("SEQUENCE", NEIGHBOURS),
          Map.entry("ABS", EnumSet.of(Cue.SUBTRACT)),
          Map.entry("UNIQUE", EnumSet.of(Cue.DISTINCT)),
          Map.entry("SORT", EnumSet.of(Cue.SORT)),
          Map.entry("SORTBY", EnumSet.of(Cue.SORT)),
          Map.entry("FILTER", EnumSet.of(Cue.LIST, Cue.LOOKUP, Cue.WHO, Cue.SORT, Cue.DISTINCT)),
          Map.entry("XLOOKUP", LOOKUPS),
          Map.entry("VLOOKUP", LOOKUPS),
          Map.entry("INDEX", LOOKUPS),
          Map.entry("MATCH", LOOKUPS),
          Map.entry("XMATCH", LOOKUPS),
          Map.entry("LOOKUP", LOOKUPS),
          Map.entry("ROUND", EnumSet.of(Cue.ROUND)),
          Map.entry("ROUNDUP", EnumSet.of(Cue.ROUND)),
          Map.entry("ROUNDDOWN", EnumSet.of(Cue.ROUND)),
          Map.entry("INT", EnumSet.of(Cue.ROUND)),
          Map.entry("CEILING", EnumSet.of(Cue.ROUND)),
          Map.entry("FLOOR", EnumSet.of(Cue.ROUND)),
          Map.entry("MROUND", EnumSet.of(Cue.ROUND)),
          Map.entry("IF", CHOICES),
          Map.entry("IFS", CHOICES),
          Map.entry("SWITCH", CHOICES),
          Map.entry("LEFT", TEXTS),
          Map.entry("RIGHT", TEXTS),
          Map.entry("MID", TEXTS),
          Map.entry("FIND", TEXTS),
          Map.entry("SEARCH", TEXTS),
          Map.entry("LEN", TEXTS),
          Map.entry("TRIM", TEXTS),
          Map.entry("CLEAN", TEXTS),
          Map.entry("UPPER", TEXTS),
          Map.entry("LOWER", TEXTS),
          Map.entry("PROPER", TEXTS),
          Map.entry("SUBSTITUTE", TEXTS),
          Map.entry("TEXT", TEXTS),
          Map.entry("CONCAT", TEXTS),
          Map.entry("CONCATENATE", TEXTS),
          Map.entry("TEXTJOIN", TEXTS),
          Map.entry("YEAR", DATES),
          Map.entry("MONTH", DATES),
          Map.entry("DAY", DATES),
          Map.entry("WEEKDAY", DATES),
          Map.entry("WEEKNUM", DATES),
          Map.entry("EDATE", DATES),
          Map.entry("EOMONTH", DATES),
          Map.entry("DAYS", DATES),
          Map.entry("DATEDIF", DATES),
          Map.entry("NETWORKDAYS", EnumSet.of(Cue.WORKDAYS)),
          Map.entry("WORKDAY", EnumSet.of(Cue.WORKDAYS)),
          Map.entry("PMT", MONEY),
          Map.entry("IPMT", MONEY),
          Map.entry("PPMT", MONEY),
          Map.entry("PV", MONEY),
          Map.entry("FV", MONEY),
          Map.entry("RATE", MONEY),
          Map.entry("NPER", MONEY));

  /** Constructions that only functions made for them carry out. */
  private static final Set<Cue> OF_ONE_FUNCTION =
      EnumSet.of(Cue.DISTINCT, Cue.SHARE, Cue.SORT, Cue.MAX, Cue.MIN, Cue.WEIGHTED);

  /** Functions that only hold others together and need no word of their own. */
  private static final Set<String> NEUTRAL =
      Set.of("NA", "AND", "OR", "NOT", "DATE", "ISNUMBER", "ISBLANK", "ISTEXT", "VALUE", "N");

  private Operations() {}

  /** The constructions that a call may carry out; empty if any will do; null if unknown. */
  static @org.jspecify.annotations.Nullable Set<Cue> of(Expr.Call call) {
    if (NEUTRAL.contains(call.function())) {
      return Set.of();
    }
    boolean countsTruths =
        (call.function().equals("SUM") || call.function().equals("SUMPRODUCT"))
            && call.arguments().stream().allMatch(Operations::isTruth);
    return countsTruths ? COUNTS : FUNCTIONS.get(call.function());
  }

  /**
   * The constructions that a call carries out by itself. A count may be asked for by "different",
   * but leaves nothing out twice; a look-up may be asked for by "highest", but finds no maximum.
   */
  static Set<Cue> carriedOutBy(Expr.Call call) {
    Set<Cue> asking = of(call);
    Set<Cue> done = EnumSet.noneOf(Cue.class);
    done.addAll(asking == null ? Set.of() : asking);
    done.removeAll(OF_ONE_FUNCTION);
    switch (call.function()) {
      case "UNIQUE" -> done.add(Cue.DISTINCT);
      case "SORT", "SORTBY" -> done.add(Cue.SORT);
      case "MAX", "MAXIFS", "LARGE" -> done.add(Cue.MAX);
      case "MIN", "MINIFS", "SMALL" -> done.add(Cue.MIN);
      case "SUMPRODUCT" -> {
        done.add(Cue.WEIGHTED);
        if (isCountOfDifferent(call)) {
          done.addAll(EnumSet.of(Cue.DISTINCT, Cue.COUNT));
        }
      }
      default -> {}
    }
    return done;
  }

  /** The idiom {@code SUMPRODUCT(1/COUNTIF(x, x))}. */
  private static boolean isCountOfDifferent(Expr.Call call) {
    return ExprTree.nodes(call, Expr.Binary.class)
        .anyMatch(b ->
            b.operator() == BinaryOperator.DIVIDE
                && b.right() instanceof Expr.Call count
                && count.function().equals("COUNTIF")
                && count.arguments().getFirst().equals(count.arguments().getLast()));
  }

  /** Whether some word of a request may ask for a function; of one that is not known none does. */
  static boolean mayBeAsked(String function, Links links) {
    if (NEUTRAL.contains(function)) {
      return true;
    }
    Set<Cue> cues = FUNCTIONS.get(function);
    if (cues == null) {
      return false;
    }
    boolean counts = Set.of("SUM", "SUMPRODUCT").contains(function) && links.has(Cue.COUNT);
    boolean adds = function.startsWith("SUM") && links.cues().stream().noneMatch(Cue::isAggregate);
    boolean finds =
        cues.contains(Cue.LOOKUP)
            && !(links.all(Target.Value.class).isEmpty()
                && links.all(Target.Number.class).isEmpty());
    boolean chooses = function.startsWith("IF") && !links.all(Target.Quote.class).isEmpty();
    boolean dates = cues.contains(Cue.DATE_PART) && !links.all(Target.Period.class).isEmpty();
    return counts || adds || finds || chooses || dates || cues.stream().anyMatch(links::has);
  }

  /** Whether some word of a request may ask for an operator between two operands. */
  static boolean mayBeAsked(BinaryOperator operator, Links links) {
    Expr any = new Expr.Omitted();
    Set<Cue> cues = of(new Expr.Binary(operator, any, any));
    return cues.isEmpty() || cues.stream().anyMatch(links::has);
  }

  /** Whether an expression is made of comparisons only, so that adding it up counts. */
  static boolean isTruth(Expr expr) {
    return switch (expr) {
      case Expr.Binary binary ->
          binary.operator().comparison()
              || binary.operator() == BinaryOperator.MULTIPLY
                  && isTruth(binary.left())
                  && isTruth(binary.right());
      case Expr.Unary unary ->
          unary.operator() != UnaryOperator.PERCENT && isTruth(unary.operand());
      case Expr.Call call ->
          Set.of("ISNUMBER", "ISBLANK", "NOT", "AND", "OR").contains(call.function());
      default -> false;
    };
  }

  /** The constructions that an operator may carry out; empty if any will do. */
  static Set<Cue> of(Expr.Binary binary) {
    return switch (binary.operator()) {
      case DIVIDE -> EnumSet.of(Cue.DIVIDE, Cue.SHARE, Cue.AVERAGE, Cue.WEIGHTED, Cue.FINANCE);
      case MULTIPLY ->
          isTruth(binary.left()) || isTruth(binary.right())
              ? Set.of()
              : EnumSet.of(Cue.MULTIPLY, Cue.WEIGHTED);
      case SUBTRACT ->
          isPlace(binary.left()) ? NEIGHBOURS : EnumSet.of(Cue.SUBTRACT, Cue.TEXT, Cue.NEGATION);
      case ADD ->
          isPlace(binary.left()) ? NEIGHBOURS : EnumSet.of(Cue.ADD, Cue.SUM, Cue.DATE_SHIFT);
      case POWER -> EnumSet.of(Cue.MULTIPLY);
      case CONCAT -> isOperatorText(binary.left()) ? Set.of() : EnumSet.of(Cue.JOIN);
      default -> Set.of();
    };
  }

  /** The place of a row, from which those beside it are counted. */
  private static boolean isPlace(Expr expr) {
    return expr instanceof Expr.Call call && Set.of("MATCH", "ROW").contains(call.function());
  }

  private static boolean isOperatorText(Expr expr) {
    return expr instanceof Expr.TextLiteral text && text.value().matches("<=|>=|<>|<|>|=|\\*");
  }
}
