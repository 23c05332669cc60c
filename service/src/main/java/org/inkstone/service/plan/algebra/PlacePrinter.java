package org.inkstone.service.plan.algebra;

import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;

/** Prints what is found by its place in the table: rows beside others, the first, the last. */
final class PlacePrinter {
  private final PlanPrinter printer;
  private final ListPrinter lists;

  PlacePrinter(PlanPrinter printer, ListPrinter lists) {
    this.printer = printer;
    this.lists = lists;
  }

  /** A row above the first one would be the whole column to INDEX. */
  Expr beside(Plan.Beside beside) {
    Expr result = printer.inColumns(beside.result());
    Expr place = place(beside.keys(), printer);
    if (beside.offset() > 0) {
      return Exprs.call("INDEX", result, Exprs.plus(place, Exprs.number(beside.offset())));
    }
    Expr rows = Exprs.number(-beside.offset());
    return Exprs.call(
        "IF",
        Exprs.binary(BinaryOperator.GREATER, place, rows),
        Exprs.call("INDEX", result, Exprs.minus(place, rows)),
        Exprs.call("NA"));
  }

  /** The place of the first row that meets a condition, counted from 1. */
  private static Expr place(Condition keys, PlanPrinter printer) {
    Condition.Compare key = ListPrinter.onlyKey(keys);
    if (key != null && key.right() instanceof Plan.Literal) {
      Expr wanted = ListPrinter.escaped(printer.inColumns(key.right()));
      return Exprs.call("MATCH", wanted, printer.inColumns(key.left()), Exprs.number(0));
    }
    Expr rows = ListPrinter.searched(MaskPrinter.mask(keys, printer));
    return Exprs.call("MATCH", Exprs.number(1), rows, Exprs.number(0));
  }

  Expr atPlace(Plan.AtPlace place) {
    Expr result = printer.inColumns(place.result());
    int position = Math.abs(place.position());
    boolean last = place.position() < 0;
    if (place.filter().isAlways()) {
      Expr rows = Exprs.call("ROWS", result);
      Expr at = position == 1 ? rows : Exprs.minus(rows, Exprs.number(position - 1));
      return Exprs.call("INDEX", result, last ? at : Exprs.number(position));
    } else if (position == 1) {
      return lists.lookup(
          new Plan.Lookup(place.table(), place.result(), place.filter(), last, null));
    }
    Expr mask = MaskPrinter.mask(place.filter(), printer);
    if (!last && printer.site().has("FILTER")) {
      return Exprs.call("INDEX", Exprs.call("FILTER", result, mask), Exprs.number(position));
    }
    Expr places = Exprs.call("IF", mask, numbers(place.table(), printer, false));
    Expr at = Exprs.call(last ? "LARGE" : "SMALL", places, Exprs.number(position));
    return Exprs.call("INDEX", result, at);
  }

  private static Expr rows(TableView table, PlanPrinter printer) {
    return Exprs.call("ROW", printer.inColumns(Plan.Field.of(table.columns().getFirst())));
  }

  /** The places of all rows, or of the formula's own, counted from 1. */
  private static Expr numbers(TableView table, PlanPrinter printer, boolean row) {
    Expr rows = rows(table, printer);
    Expr own =
        row ? Exprs.call("ROW", printer.inRow(Plan.Field.of(table.columns().getFirst()))) : rows;
    return Exprs.plus(Exprs.minus(own, Exprs.call("MIN", rows)), Exprs.number(1));
  }

  /** Runs are what FREQUENCY counts between the rows that meet no condition. */
  Expr longestRun(Plan.LongestRun run) {
    Expr mask = MaskPrinter.mask(run.of(), printer);
    Expr rows = rows(run.table(), printer);
    return Exprs.call(
        "MAX",
        Exprs.call(
            "FREQUENCY",
            Exprs.call("IF", mask, rows),
            Exprs.call("IF", mask, Exprs.number(0), rows)));
  }

  /** Whether each row, or the formula's own, stands below or above another one. */
  static Expr listed(Condition.Listed listed, PlanPrinter printer, boolean row) {
    TableView table = listed.table();
    Expr column = printer.inColumns(Plan.Field.of(table.columns().getFirst()));
    Expr none = listed.after() ? Exprs.call("ROWS", column) : Exprs.number(0);
    Expr key = Exprs.call("IFERROR", place(listed.keys(), printer), none);
    BinaryOperator order = listed.after() ? BinaryOperator.GREATER : BinaryOperator.LESS;
    Expr places =
        !row && printer.site().has("SEQUENCE")
            ? Exprs.call("SEQUENCE", Exprs.call("ROWS", column))
            : numbers(table, printer, row);
    return Exprs.binary(order, places, key);
  }
}
