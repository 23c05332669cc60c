package org.inkstone.service.plan.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;

/** Prints what makes one value out of many. */
final class AggregatePrinter {
  private final PlanPrinter printer;

  AggregatePrinter(PlanPrinter printer) {
    this.printer = printer;
  }

  /** The function over plain values. */
  static String plain(AggregateFunction function) {
    return switch (function) {
      case SUM -> "SUM";
      case AVERAGE -> "AVERAGE";
      case COUNT, COUNT_DISTINCT -> "COUNTA";
      case MAX -> "MAX";
      case MIN -> "MIN";
      case MEDIAN -> "MEDIAN";
      case DEVIATION -> "STDEV.S";
      case PRODUCT -> "PRODUCT";
      case MODE -> "MODE.SNGL";
    };
  }

  /** The function that takes criteria; empty if there is none. */
  static String conditional(AggregateFunction function) {
    return switch (function) {
      case SUM -> "SUMIFS";
      case AVERAGE -> "AVERAGEIFS";
      case COUNT -> "COUNTIFS";
      case MAX -> "MAXIFS";
      case MIN -> "MINIFS";
      default -> "";
    };
  }

  Expr print(Plan.Aggregate aggregate) {
    Plan of = aggregate.of();
    if (of == null) {
      return count(aggregate.table(), aggregate.filter());
    } else if (aggregate.function() == AggregateFunction.COUNT_DISTINCT) {
      return distinct(of, aggregate.filter());
    } else if (aggregate.filter().isAlways()) {
      return ofAll(aggregate.function(), of);
    }
    String function = conditional(aggregate.function());
    Optional<List<Expr>> criteria = Criteria.of(aggregate.filter(), printer);
    boolean column = of instanceof Plan.Field field && field.isRange();
    if (column && criteria.isPresent() && !function.isEmpty() && printer.site().has(function)) {
      List<Expr> arguments = new ArrayList<>();
      arguments.add(printer.inColumns(of));
      arguments.addAll(criteria.get());
      return Exprs.call(function, arguments);
    }
    return ofMasked(aggregate.function(), of, MaskPrinter.mask(aggregate.filter(), printer));
  }

  private Expr count(TableView table, Condition filter) {
    if (filter.isAlways()) {
      return Exprs.call("ROWS", printer.inColumns(Plan.Field.of(table.columns().getFirst())));
    } else if (filter instanceof Condition.Blank blank
        && blank.blank()
        && blank.of() instanceof Plan.Field field) {
      return Exprs.call("COUNTBLANK", printer.inColumns(field));
    }
    Optional<List<Expr>> criteria = Criteria.of(filter, printer);
    return criteria.isPresent()
        ? Exprs.call("COUNTIFS", criteria.get())
        : Exprs.call("SUMPRODUCT", Exprs.asNumbers(MaskPrinter.mask(filter, printer)));
  }

  private Expr ofAll(AggregateFunction function, Plan of) {
    if (function == AggregateFunction.SUM && of instanceof Plan.Arithmetic a) {
      return isProduct(of)
          ? Exprs.call("SUMPRODUCT", printer.inColumns(a.left()), printer.inColumns(a.right()))
          : Exprs.call("SUMPRODUCT", printer.inColumns(of));
    }
    return Exprs.call(plain(function), printer.inColumns(of));
  }

  private static boolean isProduct(Plan of) {
    return of instanceof Plan.Arithmetic a
        && a.operator() == Operator.MULTIPLY
        && a.left() instanceof Plan.Field
        && a.right() instanceof Plan.Field;
  }

  private Expr ofMasked(AggregateFunction function, Plan of, Expr mask) {
    Expr values = printer.inColumns(of);
    if (function == AggregateFunction.SUM && isProduct(of) && of instanceof Plan.Arithmetic a) {
      return Exprs.call(
          "SUMPRODUCT",
          Exprs.asNumbers(mask),
          printer.inColumns(a.left()),
          printer.inColumns(a.right()));
    } else if (function == AggregateFunction.SUM) {
      return Exprs.call("SUMPRODUCT", Exprs.asNumbers(mask), values);
    }
    boolean zero =
        function == AggregateFunction.MAX
            || function == AggregateFunction.MIN
            || function
                == AggregateFunction.PRODUCT; // of nothing is 0, but no row of FILTER is an error
    boolean filter = printer.site().has("FILTER") && !zero;
    return Exprs.call(plain(function), chosen(of, mask, filter));
  }

  /** The values in the rows of a mask; a blank among them would count as 0. */
  private Expr chosen(Plan of, Expr mask, boolean filter) {
    Expr values = printer.inColumns(of);
    boolean blanks = of instanceof Plan.Field f && f.column().profile().blanks() > 0;
    Expr whole = blanks ? Exprs.times(mask, Exprs.call("ISNUMBER", values)) : mask;
    return filter ? Exprs.call("FILTER", values, whole) : Exprs.call("IF", whole, values);
  }

  private Expr distinct(Plan of, Condition filter) {
    Expr values = printer.inColumns(of);
    boolean blanks = !(of instanceof Plan.Field f) || f.column().profile().blanks() > 0;
    if (printer.site().has("UNIQUE")) {
      if (filter.isAlways() && !blanks) {
        return Exprs.call("COUNTA", Exprs.call("UNIQUE", values));
      }
      Condition whole =
          blanks ? Condition.all(List.of(filter, new Condition.Blank(of, false))) : filter;
      Expr kept = Exprs.call("FILTER", values, MaskPrinter.mask(whole, printer));
      return Exprs.call("IFERROR", Exprs.call("ROWS", Exprs.call("UNIQUE", kept)), Exprs.number(0));
    }
    Expr written = Exprs.binary(BinaryOperator.CONCAT, values, Exprs.text(""));
    if (filter.isAlways()) {
      return Exprs.call(
          "SUMPRODUCT",
          Exprs.divided(Exprs.notEmpty(values), Exprs.call("COUNTIF", values, written)));
    }
    Expr mask = MaskPrinter.mask(filter, printer);
    Optional<List<Expr>> criteria = Criteria.of(filter, printer);
    Expr times;
    if (criteria.isPresent()) {
      List<Expr> arguments = new ArrayList<>(List.of(values, written));
      arguments.addAll(criteria.get());
      times = Exprs.call("COUNTIFS", arguments);
    } else {
      Expr same = Exprs.asNumbers(Exprs.equal(values, Exprs.call("TRANSPOSE", values)));
      times = Exprs.call("MMULT", same, Exprs.plus(mask, Exprs.number(0)));
    }
    Expr never = Exprs.equal(Exprs.plus(mask, Exprs.number(0)), Exprs.number(0));
    return Exprs.call(
        "SUMPRODUCT",
        Exprs.divided(Exprs.times(mask, Exprs.notEmpty(values)), Exprs.plus(times, never)));
  }

  Expr weighted(Plan.WeightedMean mean) {
    Expr value = printer.inColumns(mean.value());
    Expr weight = printer.inColumns(mean.weight());
    if (mean.filter().isAlways()) {
      return Exprs.divided(Exprs.call("SUMPRODUCT", value, weight), Exprs.call("SUM", weight));
    }
    Expr mask = Exprs.asNumbers(MaskPrinter.mask(mean.filter(), printer));
    return Exprs.divided(
        Exprs.call("SUMPRODUCT", mask, value, weight), Exprs.call("SUMPRODUCT", mask, weight));
  }

  Expr nth(Plan.Nth nth) {
    String function = nth.largest() ? "LARGE" : "SMALL";
    Expr position = Exprs.number(nth.position());
    if (nth.filter().isAlways()) {
      return Exprs.call(function, printer.inColumns(nth.of()), position);
    }
    Expr mask = MaskPrinter.mask(nth.filter(), printer);
    return Exprs.call(function, chosen(nth.of(), mask, printer.site().has("FILTER")), position);
  }

  Expr extreme(Plan.ExtremeRow extreme) {
    Expr by = printer.inColumns(extreme.by());
    Expr result = printer.inColumns(extreme.result());
    boolean first = extreme.position() == 1;
    AggregateFunction function = extreme.largest() ? AggregateFunction.MAX : AggregateFunction.MIN;
    Expr wanted =
        first
            ? print(new Plan.Aggregate(function, extreme.table(), extreme.by(), extreme.filter()))
            : nth(
                new Plan.Nth(
                    extreme.table(),
                    extreme.by(),
                    extreme.position(),
                    extreme.largest(),
                    extreme.filter()));
    if (extreme.filter().isAlways()) {
      return Exprs.call("INDEX", result, Exprs.call("MATCH", wanted, by, Exprs.number(0)));
    }
    Expr here = Exprs.times(MaskPrinter.mask(extreme.filter(), printer), Exprs.equal(by, wanted));
    boolean blanks = extreme.by() instanceof Plan.Field f && f.column().profile().blanks() > 0;
    Expr rows = blanks ? Exprs.times(here, Exprs.call("ISNUMBER", by)) : here;
    return Exprs.call(
        "INDEX",
        result,
        Exprs.call(
            "MATCH", Exprs.number(1), Exprs.call("INDEX", rows, Exprs.number(0)), Exprs.number(0)));
  }
}
