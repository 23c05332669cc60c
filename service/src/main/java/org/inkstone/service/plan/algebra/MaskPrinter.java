package org.inkstone.service.plan.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** Prints conditions as truth values: one for each row of a table, or one for the own row. */
final class MaskPrinter {
  private final PlanPrinter printer;
  private final boolean row;

  private MaskPrinter(PlanPrinter printer, boolean row) {
    this.printer = printer;
    this.row = row;
  }

  /** An array of truth values, or of 1 and 0. */
  static Expr mask(Condition condition, PlanPrinter printer) {
    return new MaskPrinter(printer, false).print(condition);
  }

  /** One truth value. */
  static Expr inRow(Condition condition, PlanPrinter printer) {
    return new MaskPrinter(printer, true).print(condition);
  }

  private Expr print(Condition condition) {
    return switch (condition) {
      case Condition.Listed listed -> PlacePrinter.listed(listed, printer, row);
      case Condition.All all -> all(all.parts().stream().map(this::print).toList());
      case Condition.Any any -> any(any.parts().stream().map(this::print).toList());
      case Condition.Not not -> not(not.of());
      case Condition.Compare compare -> compare(compare);
      case Condition.Within within -> within(within);
      case Condition.Matches matches -> matches(matches);
      case Condition.Blank blank ->
          Exprs.binary(
              blank.blank() ? BinaryOperator.EQUAL : BinaryOperator.NOT_EQUAL,
              value(blank.of()),
              Exprs.text(""));
      case Condition.OneOf one -> any(one.values().stream().map(v -> same(one.of(), v)).toList());
    };
  }

  private Expr value(Plan plan) {
    return row ? printer.inRow(plan) : printer.inColumns(plan);
  }

  private Expr all(List<Expr> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    } else if (parts.isEmpty()) {
      return new Expr.BoolLiteral(true);
    }
    return row ? Exprs.call("AND", parts) : parts.stream().reduce(Exprs::times).orElseThrow();
  }

  private Expr any(List<Expr> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return row
        ? Exprs.call("OR", parts)
        : Exprs.binary(
            BinaryOperator.GREATER,
            parts.stream().reduce(Exprs::plus).orElseThrow(),
            Exprs.number(0));
  }

  private Expr not(Condition of) {
    return row
        ? Exprs.call("NOT", print(of))
        : Exprs.equal(Exprs.plus(print(of), Exprs.number(0)), Exprs.number(0));
  }

  private Expr compare(Condition.Compare compare) {
    boolean criterion = !row && ConditionMeaning.isCriterion(compare);
    Expr left = value(compare.left());
    Expr right = outer(compare.right());
    Expr plain = Exprs.binary(Exprs.operator(compare.comparison()), left, right);
    ColumnView column = compare.left() instanceof Plan.Field f ? f.column() : null;
    if (!criterion || column == null) {
      return plain;
    } else if (compare.comparison().isOrder()) {
      return isClean(column) ? plain : all(List.of(plain, Exprs.call("ISNUMBER", left)));
    } else if (compare.right() instanceof Plan.Literal literal) {
      Expr same = same(compare.left(), literal.value());
      return compare.comparison() == Comparison.EQUAL
          ? same
          : same instanceof Expr.Binary b && b.operator() == BinaryOperator.EQUAL
              ? plain
              : Exprs.equal(Exprs.plus(same, Exprs.number(0)), Exprs.number(0));
    }
    return plain;
  }

  /** Where a column holds blanks or texts, numbers must be told from them. */
  private static boolean isClean(ColumnView column) {
    return column.reading() == null && column.profile().blanks() == 0 && column.texts().isEmpty();
  }

  private Expr same(Plan of, Scalar wanted) {
    Expr left = value(of);
    Expr plain = Exprs.equal(left, Exprs.scalar(wanted));
    ColumnView column = of instanceof Plan.Field f ? f.column() : null;
    if (row || column == null || !(wanted instanceof Scalar.Num number)) {
      return plain;
    }
    boolean written = column.profile().textNumbers() > 0;
    Expr same =
        written
            ? Exprs.equal(
                Exprs.call("IFERROR", Exprs.call("VALUE", left), Exprs.text("")),
                Exprs.number(number.value()))
            : plain;
    return number.value() == 0 && column.profile().blanks() > 0
        ? all(List.of(same, Exprs.notEmpty(left)))
        : same;
  }

  private Expr outer(Plan plan) {
    return plan instanceof Plan.Field field && field.outer()
        ? printer.inRow(Plan.Field.of(field.column()))
        : value(plan);
  }

  private Expr within(Condition.Within within) {
    Expr day = value(within.day());
    List<Expr> parts = new ArrayList<>();
    LocalDate from = within.from();
    LocalDate to = within.to();
    if (from != null) {
      parts.add(Exprs.binary(BinaryOperator.GREATER_OR_EQUAL, day, Exprs.date(from)));
    }
    if (to != null) {
      parts.add(Exprs.binary(BinaryOperator.LESS, day, Exprs.date(to)));
    }
    @Nullable ColumnView column = within.day() instanceof Plan.Field f ? f.column() : null;
    boolean text = column != null && (column.reading() != null || !column.texts().isEmpty());
    if (column != null && !isClean(column) && (from == null || text)) {
      parts.add(Exprs.call("ISNUMBER", day));
    }
    return all(parts);
  }

  private Expr matches(Condition.Matches matches) {
    Expr text = value(matches.text());
    Expr part = Exprs.text(matches.part());
    Expr length = Exprs.number(matches.part().length());
    Expr found =
        switch (matches.place()) {
          case INSIDE ->
              Exprs.call(
                  "ISNUMBER",
                  Exprs.call("SEARCH", Exprs.text(Criteria.escaped(matches.part())), text));
          case BEGINNING -> Exprs.equal(Exprs.call("LEFT", text, length), part);
          case END -> Exprs.equal(Exprs.call("RIGHT", text, length), part);
        };
    boolean onlyText =
        matches.text() instanceof Plan.Field f && f.column().type() == ColumnType.TEXT
            || !(matches.text() instanceof Plan.Field);
    return onlyText ? found : all(List.of(found, Exprs.call("ISTEXT", text)));
  }
}
