package org.inkstone.service.task.formula;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.table.ColumnType;
import org.inkstone.service.verify.Finding;

/** Each comparison of a formula is one that the request words, with the operator that it words. */
final class ComparisonChecks {
  static final Check ASKED = Check.of("conditions_asked", ComparisonChecks::asked);

  private static final Set<String> NEGATIVE = Set.of("no", "n", "否", "false");

  /** The serial of a day in 1927: a smaller number that is compared with days is none. */
  private static final double EARLIEST_SERIAL = 10_000;

  private ComparisonChecks() {}

  private static Finding asked(Answer answer) {
    List<String> wrong = new ArrayList<>();
    for (Condition condition : answer.conditions()) {
      switch (condition.bound()) {
        case Condition.TextBound text -> text(answer, condition, text).ifPresent(wrong::add);
        case Condition.NumberBound number ->
            number(answer, condition, number).ifPresent(wrong::add);
        case Condition.ColumnBound column ->
            column(answer, condition, column).ifPresent(wrong::add);
        case Condition.DateBound date -> {} // judged together below
        case Condition.OtherBound other -> {}
      }
    }
    wrong.addAll(periods(answer));
    wrong.addAll(twice(answer));
    return wrong.isEmpty()
        ? Finding.passed(ASKED.name(), "each comparison is worded by the request")
        : Finding.fault(ASKED.name(), String.join("; ", wrong));
  }

  private static Optional<String> text(
      Answer answer, Condition condition, Condition.TextBound text) {
    Links links = answer.question().links();
    String said = describe(condition, '"' + text.value() + '"');
    if (condition.operator() == BinaryOperator.NOT_EQUAL && !negates(links)) {
      return Optional.of(said + " excludes, but the request doesn't");
    } else if (text.value().isEmpty()) {
      return asksForBlanks(links, condition.column())
          ? Optional.empty()
          : Optional.of(said + " asks for blanks, the request doesn't");
    }
    if (isElsewhere(links, condition, text)) {
      return Optional.of(said + ", but the request names another column for it");
    }
    boolean linked =
        links.all(Target.Value.class).stream()
            .anyMatch(v ->
                v.column().equals(condition.column()) && v.value().equalsIgnoreCase(text.bare()));
    if (linked && isOneOfSeveral(links, condition, text)) {
      return Optional.of(said + " is only one of the values that the words stand in");
    }
    linked |=
        links.all(Target.Part.class).stream()
            .anyMatch(p ->
                p.column().equals(condition.column())
                    && p.text().equalsIgnoreCase(text.bare().replace("*", "")));
    boolean quoted =
        links.all(Target.Quote.class).stream()
            .anyMatch(q -> q.text().equalsIgnoreCase(text.bare()));
    if (linked || quoted || isFlag(links, condition, text.value())) {
      return Optional.empty();
    }
    return Optional.of(said + " was not asked for");
  }

  /** The words are a part of several values, and one of them is compared with. */
  private static boolean isOneOfSeveral(
      Links links, Condition condition, Condition.TextBound text) {
    for (List<Link> group : Spans.of(links)) {
      boolean several =
          group.stream()
              .anyMatch(l ->
                  l.target() instanceof Target.Part p
                      && p.column().equals(condition.column())
                      && p.texts() > 1);
      boolean one =
          group.stream()
              .anyMatch(l ->
                  l.target() instanceof Target.Value v
                      && !v.whole()
                      && v.value().equalsIgnoreCase(text.bare()));
      if (several && one && !text.isPattern()) {
        return true;
      }
    }
    return false;
  }

  /** A blank is asked for beside the column; a denial stands before what it denies. */
  private static boolean asksForBlanks(Links links, ColumnView column) {
    if (links.has(Cue.NEGATION)) {
      return ColumnOrder.isBehind(links, Cue.NEGATION, column);
    }
    return links.has(Cue.BLANK) || links.has(Cue.FILL_ERROR);
  }

  /** The text stands in several columns, and the request names one, but not this one. */
  private static boolean isElsewhere(Links links, Condition condition, Condition.TextBound text) {
    List<ColumnView> holders =
        links.all(Target.Value.class).stream()
            .filter(v -> v.value().equalsIgnoreCase(text.bare()))
            .map(Target.Value::column)
            .toList();
    List<ColumnView> named =
        links.all(Target.Column.class).stream()
            .map(Target.Column::column)
            .filter(holders::contains)
            .toList();
    return !named.isEmpty() && !named.contains(condition.column());
  }

  /** A yes or no of a column that the request names: no only where the request denies. */
  private static boolean isFlag(Links links, Condition condition, String text) {
    boolean named =
        links.all(Target.Column.class).stream()
            .anyMatch(c -> c.column().equals(condition.column()));
    boolean held =
        condition.column().texts().size() <= 3
            && condition.column().texts().stream().anyMatch(t -> t.strip().equalsIgnoreCase(text));
    if (links.has(Cue.EITHER)) {
      return false;
    }
    boolean negative = NEGATIVE.contains(text.toLowerCase(Locale.ROOT));
    return named && held && negative == negates(links);
  }

  private static boolean negates(Links links) {
    return links.has(Cue.NEGATION);
  }

  private static Optional<String> number(
      Answer answer, Condition condition, Condition.NumberBound number) {
    Links links = answer.question().links();
    String said = describe(condition, Double.toString(number.value()));
    if (condition.column().type() == ColumnType.DATE && number.value() < EARLIEST_SERIAL) {
      return Optional.of(said + " compares days with a number");
    }
    boolean part = answer.functions().contains("MONTH") || answer.functions().contains("YEAR");
    for (Link link : links.links()) {
      boolean same =
          switch (link.target()) {
            case Target.Number n ->
                near(n.value(), number.value())
                    || n.percent() && near(100 * n.value(), number.value());
            case Target.Ordinal o -> o.position() == number.value();
            case Target.Period p ->
                part
                    && (p.from().getYear() == number.value()
                        || p.from().getMonthValue() == number.value());
            case Target.Quote q -> q.text().equals(Long.toString(Math.round(number.value())));
            default -> false;
          };
      if (same && !ColumnOrder.isNearest(links, link, condition.column())) {
        return Optional.of(said + ", but the request says that of another column");
      } else if (same && operatorFits(answer, condition, link)) {
        return Optional.empty();
      } else if (same) {
        return Optional.of(said + " compares otherwise than \"" + links.request() + "\" says");
      }
    }
    return Optional.of(said + " was not asked for");
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  }

  private static boolean operatorFits(Answer answer, Condition condition, Link bound) {
    Links links = answer.question().links();
    Set<BinaryOperator> fitting = wanted(links, bound.start(), bound.end());
    boolean swapped =
        condition.inBranch() && fitting.contains(Condition.opposite(condition.operator()));
    return fitting.contains(condition.operator()) && BranchOrder.isKept(answer)
        || swapped && BranchOrder.isSwapped(answer);
  }

  /** The operators that the words beside a bound ask for. */
  private static Set<BinaryOperator> wanted(Links links, int start, int end) {
    Optional<Cue> cue = Spans.comparisonBeside(links, start, end);
    if (cue.isEmpty()) {
      return links.has(Cue.NEGATION)
          ? EnumSet.of(BinaryOperator.EQUAL, BinaryOperator.NOT_EQUAL)
          : EnumSet.of(BinaryOperator.EQUAL);
    }
    boolean inclusive = links.has(Cue.INCLUSIVE) && !links.has(Cue.EXCLUSIVE);
    boolean strict = links.has(Cue.EXCLUSIVE);
    return switch (cue.get()) {
      case GREATER -> upwards(inclusive);
      case AT_LEAST -> upwards(!strict);
      case LESS -> downwards(inclusive);
      case AT_MOST -> downwards(!strict);
      default -> EnumSet.of(BinaryOperator.GREATER_OR_EQUAL, BinaryOperator.LESS_OR_EQUAL);
    };
  }

  private static Set<BinaryOperator> upwards(boolean inclusive) {
    return EnumSet.of(inclusive ? BinaryOperator.GREATER_OR_EQUAL : BinaryOperator.GREATER);
  }

  private static Set<BinaryOperator> downwards(boolean inclusive) {
    return EnumSet.of(inclusive ? BinaryOperator.LESS_OR_EQUAL : BinaryOperator.LESS);
  }

  /** Between two columns: the one named before the comparison is compared with the one behind. */
  private static Optional<String> column(
      Answer answer, Condition condition, Condition.ColumnBound other) {
    if (condition.column().name().equalsIgnoreCase(other.column().name())) {
      return Optional.empty(); // a key that joins two tables
    }
    Links links = answer.question().links();
    String said = describe(condition, other.column().reference());
    for (Link cue : links.linksTo(Target.Construction.class).toList()) {
      Cue kind = ((Target.Construction) cue.target()).cue();
      int order =
          kind.isComparison()
              ? ColumnOrder.around(links, cue, condition.column(), other.column())
              : 0;
      if (order != 0) {
        BinaryOperator operator =
            order > 0 ? condition.operator() : Condition.mirrored(condition.operator());
        Set<BinaryOperator> fitting = wanted(links, cue.end(), cue.end());
        boolean direct = fitting.contains(operator) && BranchOrder.isKept(answer);
        boolean swapped =
            condition.inBranch()
                && fitting.contains(Condition.opposite(operator))
                && BranchOrder.isSwapped(answer);
        return direct || swapped
            ? Optional.empty()
            : Optional.of(said + " compares otherwise than the request says");
      }
    }
    return Optional.of(said + " was not asked for");
  }

  /** Dates bound exactly the period that is worded: half-open, whatever operators say it. */
  private static List<String> periods(Answer answer) {
    List<Condition> dated =
        answer.conditions().stream().filter(c -> c.bound() instanceof Condition.DateBound).toList();
    if (dated.isEmpty()) {
      return List.of();
    }
    LocalDate from = null;
    LocalDate to = null;
    for (Condition condition : dated) {
      LocalDate date = ((Condition.DateBound) condition.bound()).date();
      switch (condition.operator()) {
        case GREATER_OR_EQUAL -> from = date;
        case GREATER -> from = date.plusDays(1);
        case LESS -> to = date;
        case LESS_OR_EQUAL -> to = date.plusDays(1);
        case EQUAL -> {
          from = date;
          to = date.plusDays(1);
        }
        default -> {}
      }
    }
    DateBounds found = new DateBounds(from, to);
    return DateBounds.wanted(answer.question().links()).contains(found)
        ? List.of()
        : List.of("the dates " + found + " are not the period of the request");
  }

  /** Two texts for one column can't both hold in one row. */
  private static List<String> twice(Answer answer) {
    List<ColumnView> texts =
        answer.conditions().stream()
            .filter(c ->
                c.operator() == BinaryOperator.EQUAL
                    && c.bound() instanceof Condition.TextBound
                    && !c.inBranch())
            .map(Condition::column)
            .toList();
    long different = texts.stream().distinct().count();
    boolean one =
        ExprTree.nodes(answer.named())
                .filter(e ->
                    e instanceof org.inkstone.service.sheet.formula.Expr.Call c
                        && c.function().endsWith("IFS"))
                .count()
            == 1;
    return one && different < texts.size()
        ? List.of("one column is compared with two texts")
        : List.of();
  }

  private static String describe(Condition condition, String bound) {
    return condition.column().reference() + " " + condition.operator().symbol() + " " + bound;
  }
}
