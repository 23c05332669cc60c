package org.inkstone.service.plan.algebra;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.formula.Axis;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.TableSection;
import org.inkstone.service.sheet.formula.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Prints plans as the plain formulas that a good user would write: columns by name, cells of the
 * own row where it is filled down.
 */
public final class PlanPrinter {
  private final PrintSite site;
  private final AggregatePrinter aggregates = new AggregatePrinter(this);
  private final ListPrinter lists = new ListPrinter(this);
  private final PlacePrinter places = new PlacePrinter(this, lists);

  private PlanPrinter(PrintSite site) {
    this.site = site;
  }

  /** The formula of a plan, without the leading {@code =}. */
  public static Expr print(Plan plan, PrintSite site) {
    PlanPrinter printer = new PlanPrinter(site);
    return plan.shape() == Plan.Shape.ROW ? printer.inRow(plan) : printer.inColumns(plan);
  }

  PrintSite site() {
    return site;
  }

  /** With fields as cells of the formula's row. */
  Expr inRow(Plan plan) {
    return print(plan, true);
  }

  /** With fields as whole columns. */
  Expr inColumns(Plan plan) {
    return print(plan, false);
  }

  private Expr print(Plan plan, boolean row) {
    return switch (plan) {
      case Plan.Literal literal -> Exprs.scalar(literal.value());
      case Plan.Day day -> Exprs.date(day.date());
      case Plan.Field field -> field(field, row);
      case Plan.Arithmetic a ->
          Exprs.binary(operator(a.operator()), print(a.left(), row), print(a.right(), row));
      case Plan.Across across -> across(across);
      case Plan.Aggregate aggregate -> aggregates.print(aggregate);
      case Plan.WeightedMean mean -> aggregates.weighted(mean);
      case Plan.Nth nth -> aggregates.nth(nth);
      case Plan.ExtremeRow extreme -> aggregates.extreme(extreme);
      case Plan.Lookup lookup -> lists.lookup(lookup);
      case Plan.Beside beside -> places.beside(beside);
      case Plan.AtPlace place -> places.atPlace(place);
      case Plan.LongestRun run -> places.longestRun(run);
      case Plan.Rank rank -> rank(rank);
      case Plan.Running running -> running(running);
      case Plan.Change change -> change(change);
      case Plan.Choose choose -> choose(choose, row);
      case Plan.Rounded r -> rounded(r, print(r.of(), row));
      case Plan.Stepped s -> stepped(s, print(s.of(), row));
      case Plan.Absolute a -> Exprs.call("ABS", print(a.of(), row));
      case Plan.TextOf t ->
          TextPrinter.print(
              t.function(),
              print(t.of(), row),
              t.arguments().stream().map(p -> print(p, row)).toList());
      case Plan.Joined j ->
          j.parts().stream()
              .map(p -> print(p, row))
              .reduce((a, b) -> Exprs.binary(BinaryOperator.CONCAT, a, b))
              .orElseThrow();
      case Plan.DateOf d -> DatePrinter.part(d.part(), print(d.of(), row));
      case Plan.Shifted s ->
          DatePrinter.shifted(print(s.day(), row), print(s.amount(), row), s.unit());
      case Plan.Span s -> DatePrinter.span(print(s.from(), row), print(s.to(), row), s.unit());
      case Plan.Payment p -> payment(p, row);
      case Plan.IfError i -> Exprs.call("IFERROR", print(i.of(), row), print(i.otherwise(), row));
      case Plan.Select select -> lists.select(select);
      case Plan.Groups groups -> lists.groups(groups);
      case Plan.BestGroup best -> lists.best(best);
    };
  }

  private static Expr field(Plan.Field field, boolean row) {
    Expr cells =
        row || field.outer()
            ? thisRow(field.column(), null)
            : Expr.TableRef.column(field.column().table(), field.column().name());
    return field.column().read().map(r -> ReadingPrinter.print(r, cells)).orElse(cells);
  }

  private static Expr thisRow(ColumnView first, @Nullable String last) {
    return new Expr.TableRef(first.table(), List.of(TableSection.THIS_ROW), first.name(), last);
  }

  private static BinaryOperator operator(Operator operator) {
    return switch (operator) {
      case ADD -> BinaryOperator.ADD;
      case SUBTRACT -> BinaryOperator.SUBTRACT;
      case MULTIPLY -> BinaryOperator.MULTIPLY;
      case DIVIDE -> BinaryOperator.DIVIDE;
    };
  }

  private static Expr across(Plan.Across across) {
    List<Expr> cells = new ArrayList<>();
    boolean adjacent = true;
    for (int i = 0; i < across.columns().size(); i++) {
      cells.add(thisRow(across.columns().get(i), null));
      adjacent &=
          i == 0 || across.columns().get(i).index() == across.columns().get(i - 1).index() + 1;
    }
    String function = AggregatePrinter.plain(across.function());
    return adjacent && across.columns().size() > 1
        ? Exprs.call(
            function, thisRow(across.columns().getFirst(), across.columns().getLast().name()))
        : Exprs.call(function, cells);
  }

  private Expr choose(Plan.Choose choose, boolean row) {
    Expr value = print(choose.otherwise(), row);
    for (int i = choose.cases().size() - 1; i >= 0; i--) {
      Plan.Case one = choose.cases().get(i);
      Expr when = row ? MaskPrinter.inRow(one.when(), this) : MaskPrinter.mask(one.when(), this);
      value = Exprs.call("IF", when, print(one.then(), row), value);
    }
    return value;
  }

  private static Expr rounded(Plan.Rounded rounded, Expr of) {
    String function =
        switch (rounded.direction()) {
          case NEAREST -> "ROUND";
          case UP -> "ROUNDUP";
          case DOWN -> "ROUNDDOWN";
        };
    return Exprs.call(function, of, Exprs.number(rounded.digits()));
  }

  private static Expr stepped(Plan.Stepped stepped, Expr of) {
    String function =
        switch (stepped.direction()) {
          case NEAREST -> "MROUND";
          case UP -> "CEILING";
          case DOWN -> "FLOOR";
        };
    return Exprs.call(function, of, Exprs.number(stepped.step()));
  }

  private Expr payment(Plan.Payment payment, boolean row) {
    return Exprs.call(
        "PMT",
        Exprs.divided(print(payment.yearlyRate(), row), Exprs.number(12)),
        print(payment.months(), row),
        new Expr.Unary(UnaryOperator.MINUS, print(payment.principal(), row)));
  }

  private Expr rank(Plan.Rank rank) {
    Expr own = inRow(Plan.Field.of(rank.of()));
    Expr all = inColumns(Plan.Field.of(rank.of()));
    Expr place;
    if (rank.within() == null) {
      place =
          rank.descending()
              ? Exprs.call("RANK", own, all)
              : Exprs.call("RANK", own, all, Exprs.number(1));
    } else {
      Plan.Field group = Plan.Field.of(rank.within());
      Expr sign = Exprs.text(rank.descending() ? ">" : "<");
      place =
          Exprs.plus(
              Exprs.call(
                  "COUNTIFS",
                  inColumns(group),
                  ownGroup(rank.within()),
                  all,
                  Exprs.binary(BinaryOperator.CONCAT, sign, own)),
              Exprs.number(1));
    }
    boolean clean = rank.of().profile().blanks() == 0 && rank.of().texts().isEmpty();
    return clean ? place : Exprs.call("IF", Exprs.call("ISNUMBER", own), place, Exprs.text(""));
  }

  /** The own row's group as a criterion; a blank cell would ask for 0. */
  private Expr ownGroup(ColumnView within) {
    Expr own = inRow(Plan.Field.of(within));
    return within.profile().blanks() == 0
        ? own
        : Exprs.binary(BinaryOperator.CONCAT, own, Exprs.text(""));
  }

  /** From the first data row, held in place, down to the own row. */
  private Expr downToHere(TableView view, int column) {
    Table table = view.table();
    CellRange data = table.data(column);
    Axis at = Axis.relative(data.firstColumn());
    return new Expr.RangeRef(
        null, Axis.absolute(data.firstRow()), at, Axis.relative(site.row()), at);
  }

  private Expr running(Plan.Running running) {
    Expr values = downToHere(running.table(), running.of().index());
    if (running.within() == null) {
      return Exprs.call(AggregatePrinter.plain(running.function()), values);
    }
    return Exprs.call(
        AggregatePrinter.conditional(running.function()),
        values,
        downToHere(running.table(), running.within().index()),
        ownGroup(running.within()));
  }

  private Expr change(Plan.Change change) {
    int column = change.table().table().data(change.of().index()).firstColumn();
    Expr own = inRow(Plan.Field.of(change.of()));
    Expr above =
        new Expr.CellRef(null, Axis.relative(Math.max(0, site.row() - 1)), Axis.relative(column));
    Expr difference = Exprs.minus(own, above);
    Expr first =
        Exprs.equal(
            Exprs.call("ROWS", downToHere(change.table(), change.of().index())), Exprs.number(1));
    return Exprs.call(
        "IF",
        first,
        Exprs.text(""),
        change.relative() ? Exprs.divided(difference, above) : difference);
  }
}
