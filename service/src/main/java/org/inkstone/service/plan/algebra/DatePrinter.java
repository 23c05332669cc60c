package org.inkstone.service.plan.algebra;

import org.inkstone.service.sheet.formula.Expr;

/** Prints what is computed from days. */
final class DatePrinter {
  private DatePrinter() {}

  static Expr part(DatePart part, Expr day) {
    return switch (part) {
      case YEAR -> Exprs.call("YEAR", day);
      case MONTH -> Exprs.call("MONTH", day);
      case DAY -> Exprs.call("DAY", day);
      case WEEKDAY -> Exprs.call("WEEKDAY", day, Exprs.number(2));
      case WEEKDAY_FROM_SUNDAY -> Exprs.call("WEEKDAY", day);
      case QUARTER ->
          Exprs.call(
              "ROUNDUP", Exprs.divided(Exprs.call("MONTH", day), Exprs.number(3)), Exprs.number(0));
      case WEEK -> Exprs.call("ISOWEEKNUM", day);
      case YEAR_MONTH -> Exprs.call("TEXT", day, Exprs.text("yyyy-mm"));
    };
  }

  static Expr shifted(Expr day, Expr amount, SpanUnit unit) {
    return switch (unit) {
      case DAYS -> Exprs.plus(day, amount);
      case WEEKS -> Exprs.plus(day, Exprs.times(Exprs.number(7), amount));
      case MONTHS -> Exprs.call("EDATE", day, amount);
      case YEARS -> Exprs.call("EDATE", day, Exprs.times(Exprs.number(12), amount));
      case WORKDAYS -> Exprs.call("WORKDAY", day, amount);
    };
  }

  static Expr span(Expr from, Expr to, SpanUnit unit) {
    return switch (unit) {
      case DAYS -> Exprs.minus(to, from);
      case WEEKS -> Exprs.divided(Exprs.minus(to, from), Exprs.number(7));
      case MONTHS -> Exprs.call("DATEDIF", from, to, Exprs.text("m"));
      case YEARS -> Exprs.call("DATEDIF", from, to, Exprs.text("y"));
      case WORKDAYS -> Exprs.call("NETWORKDAYS", from, to);
    };
  }
}
