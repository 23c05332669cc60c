package org.inkstone.service.plan.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.table.ColumnType;
import org.inkstone.service.sheet.value.NumberText;
import org.jspecify.annotations.Nullable;

/** Prints conditions as the pairs of range and criterion that SUMIFS and its kin take. */
final class Criteria {
  private final PlanPrinter printer;
  private final List<Expr> pairs = new ArrayList<>();
  private boolean possible = true;

  private Criteria(PlanPrinter printer) {
    this.printer = printer;
  }

  /** The pairs; empty where one of the conditions can't be said so. */
  static Optional<List<Expr>> of(Condition condition, PlanPrinter printer) {
    Criteria criteria = new Criteria(printer);
    condition.conjuncts().forEach(criteria::add);
    return criteria.possible ? Optional.of(criteria.pairs) : Optional.empty();
  }

  private void add(Condition condition) {
    switch (condition) {
      case Condition.Compare compare
          when ConditionMeaning.isCriterion(compare) && column(compare.left()) != null ->
          compare(compare);
      case Condition.Within within when column(within.day()) != null -> within(within);
      case Condition.Matches matches when column(matches.text()) != null -> matches(matches, "");
      case Condition.Not not
          when not.of() instanceof Condition.Matches matches && column(matches.text()) != null ->
          matches(matches, "<>");
      case Condition.Blank blank -> blank(blank);
      default -> possible = false;
    }
  }

  private static @Nullable ColumnView column(Plan plan) {
    return plan instanceof Plan.Field field && field.isRange() ? field.column() : null;
  }

  private void add(Plan column, Expr criterion) {
    pairs.add(printer.inColumns(column));
    pairs.add(criterion);
  }

  private void blank(Condition.Blank blank) {
    ColumnView column = column(blank.of());
    if (column == null) {
      possible = false;
    } else if (blank.blank()) {
      add(blank.of(), Exprs.text(""));
    } else if (column.type() == ColumnType.NUMBER || column.type() == ColumnType.DATE) {
      add(blank.of(), Exprs.text("<>"));
    } else {
      possible = false; // "<>" would count empty texts too
    }
  }

  private void compare(Condition.Compare compare) {
    String sign = Exprs.operator(compare.comparison()).symbol();
    boolean equal = compare.comparison() == Comparison.EQUAL;
    if (compare.right() instanceof Plan.Literal literal) {
      switch (literal.value()) {
        case Scalar.Num number ->
            add(
                compare.left(),
                equal
                    ? Exprs.number(number.value())
                    : Exprs.text(sign + Values.plain(number.value())));
        case Scalar.Text text when isPlain(text.value()) && !compare.comparison().isOrder() -> {
          String escaped = escaped(text.value());
          boolean signed = !equal || escaped.matches("[<>=].*");
          add(compare.left(), Exprs.text(signed ? sign + escaped : escaped));
        }
        default -> possible = false;
      }
    } else if (compare.right() instanceof Plan.Field field) {
      ColumnView outer = field.column();
      boolean safe =
          outer.reading() == null
              && outer.profile().blanks() == 0
              && outer.profile().textNumbers() == 0;
      possible &= safe || compare.comparison().isOrder();
      Expr bound = printer.inRow(Plan.Field.of(outer));
      add(compare.left(), equal ? bound : signed(sign, bound));
    } else if (compare.right() instanceof Plan.Lookup) {
      possible = false; // a text that is looked up could be read as a pattern
    } else {
      Expr bound = printer.inColumns(compare.right());
      add(compare.left(), equal ? bound : signed(sign, bound));
    }
  }

  private static Expr signed(String sign, Expr bound) {
    return Exprs.binary(BinaryOperator.CONCAT, Exprs.text(sign), bound);
  }

  private void within(Condition.Within within) {
    LocalDate from = within.from();
    LocalDate to = within.to();
    if (from != null) {
      add(within.day(), signed(">=", Exprs.date(from)));
    }
    if (to != null) {
      add(within.day(), signed("<", Exprs.date(to)));
    }
  }

  private void matches(Condition.Matches matches, String sign) {
    String part = escaped(matches.part());
    String pattern =
        switch (matches.place()) {
          case INSIDE -> "*" + part + "*";
          case BEGINNING -> part + "*";
          case END -> "*" + part;
        };
    add(matches.text(), Exprs.text(sign + pattern));
  }

  /** Whether a criterion with this text compares texts, not numbers, days or truth values. */
  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && NumberText.parse(text, DateSystem.FROM_1900).isEmpty()
        && !text.equalsIgnoreCase("TRUE")
        && !text.equalsIgnoreCase("FALSE");
  }

  static String escaped(String text) {
    return text.replace("~", "~~").replace("*", "~*").replace("?", "~?");
  }
}
