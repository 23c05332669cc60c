package org.inkstone.service.plan.algebra;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;

/** Tables with blanks, text numbers, duplicates and stray spaces, and plans over them. */
@SuppressWarnings("EnumOrdinal") // one of the values by chance, whatever their order
final class RandomPlans {
  private static final List<String> WORDS =
      List.of("North", "north", "South ", "East", "Ost*", "A?", "~b", "<5", "7");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  private final RandomGenerator random;

  RandomPlans(RandomGenerator random) {
    this.random = random;
  }

  /** Columns: 0 key, 1 group, 2 name, 3 number, 4 messy number, 5 day, 6 number. */
  Schema table(boolean messy) {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    List<String> headers = List.of("Key", "Group", "Name", "Units", "Price", "Day", "Extra");
    for (int c = 0; c < headers.size(); c++) {
      cells.put(new CellAddress(0, c), SheetCell.of(Scalar.of(headers.get(c))));
    }
    int rows = 3 + random.nextInt(9);
    for (int r = 1; r <= rows; r++) {
      put(cells, r, 0, SheetCell.of(Scalar.of("K" + r)));
      put(cells, r, 1, SheetCell.of(Scalar.of(WORDS.get(random.nextInt(4)))));
      put(cells, r, 2, SheetCell.of(Scalar.of(word(messy) + (r % 2 == 0 ? " x-" + r : ""))));
      put(cells, r, 3, SheetCell.of(Scalar.of(random.nextInt(-5, 20))));
      put(cells, r, 4, number(messy));
      double serial = 46023 + random.nextInt(120);
      put(cells, r, 5, new SheetCell(Scalar.of(serial), null, "yyyy-mm-dd"));
      put(cells, r, 6, SheetCell.of(Scalar.of(random.nextInt(400) / 8.0)));
    }
    if (messy) {
      for (int i = 0; i < 3; i++) {
        cells.remove(new CellAddress(1 + random.nextInt(rows), 1 + random.nextInt(4)));
      }
    }
    return Schema.of(Workbook.of(new Sheet("Data", cells, List.of())), "Data");
  }

  private static void put(Map<CellAddress, SheetCell> cells, int row, int column, SheetCell cell) {
    if (!(cell.value() instanceof Scalar.Blank)) {
      cells.put(new CellAddress(row, column), cell);
    }
  }

  private String word(boolean messy) {
    return WORDS.get(random.nextInt(messy ? WORDS.size() : 4));
  }

  private SheetCell number(boolean messy) {
    int value = random.nextInt(12);
    int kind = messy ? random.nextInt(8) : 7;
    return kind == 0
        ? SheetCell.blank()
        : kind == 1
            ? SheetCell.of(Scalar.of(Integer.toString(value)))
            : kind == 2 ? SheetCell.of(Scalar.of("n/a")) : SheetCell.of(Scalar.of(value));
  }

  Plan plan(TableView table) {
    Condition filter = filter(table, 2);
    ColumnView number = column(table, random.nextBoolean() ? 3 : random.nextBoolean() ? 4 : 6);
    Plan of = Plan.Field.of(number);
    Plan.Field group = Plan.Field.of(column(table, 1));
    Plan.Field name = Plan.Field.of(column(table, random.nextBoolean() ? 0 : 2));
    boolean largest = random.nextBoolean();
    return switch (random.nextInt(17)) {
      case 0, 1, 2 -> aggregate(table, of, filter);
      case 3 -> new Plan.Nth(table, of, 1 + random.nextInt(3), largest, filter);
      case 4 -> new Plan.ExtremeRow(table, name, of, 1 + random.nextInt(2), largest, filter);
      case 5 ->
          new Plan.WeightedMean(
              table, Plan.Field.of(column(table, 3)), Plan.Field.of(column(table, 6)), filter);
      case 6 ->
          new Plan.Select(
              table,
              random.nextBoolean() ? List.of(name) : List.of(name, group),
              filter,
              random.nextBoolean()
                  ? List.of()
                  : List.of(new Plan.Order(Plan.Field.of(column(table, 6)), largest)),
              false,
              random.nextInt(3));
      case 7 -> new Plan.Select(table, List.of(group), filter, List.of(), true, 0);
      case 8 -> new Plan.Groups(table, group, each(table, filter), false, false);
      case 9 -> new Plan.BestGroup(table, group, each(table, filter), largest);
      case 10 ->
          new Plan.Arithmetic(
              Operator.DIVIDE,
              aggregate(table, of, filter),
              new Plan.Aggregate(AggregateFunction.COUNT, table, null, Condition.always()));
      case 11 ->
          new Plan.Lookup(table, of, key(table), random.nextBoolean(), Plan.Literal.of("none"));
      case 12 -> new Plan.Beside(table, name, key(table), largest ? 1 + random.nextInt(2) : -1);
      case 13 ->
          new Plan.AtPlace(table, name, filter, (1 + random.nextInt(2)) * (largest ? 1 : -1));
      case 14 -> new Plan.LongestRun(table, filter);
      case 15 -> yesOrNo(table, filter);
      default -> rowPlan(table);
    };
  }

  /** Whether more rows meet one condition than another. */
  private Plan yesOrNo(TableView table, Condition filter) {
    Condition more =
        new Condition.Compare(
            new Plan.Aggregate(AggregateFunction.COUNT, table, null, filter),
            Comparison.values()[random.nextInt(6)],
            new Plan.Aggregate(AggregateFunction.COUNT, table, null, filter(table, 1)));
    return new Plan.Choose(
        List.of(new Plan.Case(more, Plan.Literal.of("yes"))), Plan.Literal.of("no"));
  }

  private Condition key(TableView table) {
    return key(table, random.nextInt(3) != 0);
  }

  private Condition key(TableView table, boolean simple) {
    Condition one =
        new Condition.Compare(
            Plan.Field.of(column(table, 0)),
            Comparison.EQUAL,
            Plan.Literal.of("K" + (1 + random.nextInt(8))));
    return simple
        ? one
        : random.nextBoolean() ? Condition.all(List.of(one, simple(table))) : simple(table);
  }

  /** The same group as the row of a key that is there. */
  private Condition sameGroup(TableView table) {
    Plan group = Plan.Field.of(column(table, 1));
    Condition key =
        new Condition.Compare(
            Plan.Field.of(column(table, 0)),
            Comparison.EQUAL,
            Plan.Literal.of("K" + (1 + random.nextInt(3))));
    Plan other = new Plan.Lookup(table, group, key, false, null);
    return new Condition.Compare(group, Comparison.EQUAL, other);
  }

  private Plan.Aggregate each(TableView table, Condition filter) {
    return random.nextBoolean()
        ? new Plan.Aggregate(AggregateFunction.COUNT, table, null, filter)
        : new Plan.Aggregate(
            random.nextBoolean() ? AggregateFunction.SUM : AggregateFunction.MAX,
            table,
            Plan.Field.of(column(table, 6)),
            filter);
  }

  private Plan aggregate(TableView table, Plan of, Condition filter) {
    AggregateFunction[] all = AggregateFunction.values();
    AggregateFunction function = all[random.nextInt(all.length)];
    return switch (function) {
      case COUNT -> new Plan.Aggregate(function, table, null, filter);
      case COUNT_DISTINCT ->
          new Plan.Aggregate(
              function, table, Plan.Field.of(column(table, 1 + random.nextInt(2))), filter);
      case SUM ->
          new Plan.Aggregate(
              function,
              table,
              random.nextBoolean()
                  ? of
                  : new Plan.Arithmetic(Operator.MULTIPLY, of, Plan.Field.of(column(table, 6))),
              filter);
      default -> new Plan.Aggregate(function, table, of, filter);
    };
  }

  /** A value for each row. */
  Plan rowPlan(TableView table) {
    Plan units = Plan.Field.of(column(table, 3));
    Plan extra = Plan.Field.of(column(table, 6));
    Plan name = Plan.Field.of(column(table, random.nextInt(3)));
    Plan day = Plan.Field.of(column(table, 5));
    boolean down = random.nextBoolean();
    ColumnView within = random.nextBoolean() ? null : column(table, 1);
    return switch (random.nextInt(12)) {
      case 0 -> new Plan.Arithmetic(Operator.values()[random.nextInt(4)], units, extra);
      case 1 -> new Plan.Across(AggregateFunction.SUM, List.of(column(table, 3), column(table, 4)));
      case 2 -> new Plan.Rank(table, column(table, 3), down, within);
      case 3 -> new Plan.Running(AggregateFunction.SUM, table, column(table, 4), within);
      case 4 -> new Plan.Change(table, column(table, 6), false);
      case 5 ->
          new Plan.Choose(
              List.of(
                  new Plan.Case(rowCondition(table), Plan.Literal.of("a")),
                  new Plan.Case(rowCondition(table), Plan.Literal.of("b"))),
              units);
      case 6 -> text(name);
      case 7 -> new Plan.DateOf(DatePart.values()[random.nextInt(8)], day);
      case 8 ->
          new Plan.Shifted(
              day, Plan.Literal.of(random.nextInt(1, 30)), SpanUnit.values()[random.nextInt(5)]);
      case 9 ->
          new Plan.Span(
              day, new Plan.Day(START.plusDays(150)), SpanUnit.values()[random.nextInt(5)]);
      case 10 ->
          new Plan.Rounded(
              new Plan.Arithmetic(Operator.DIVIDE, units, extra),
              random.nextInt(3),
              Plan.Rounded.Direction.NEAREST);
      default ->
          new Plan.Arithmetic(
              Operator.DIVIDE,
              extra,
              new Plan.Aggregate(
                  AggregateFunction.SUM,
                  table,
                  extra,
                  new Condition.Compare(
                      Plan.Field.of(column(table, 0)),
                      Comparison.EQUAL,
                      new Plan.Field(column(table, 0), true))));
    };
  }

  private Plan text(Plan name) {
    return switch (random.nextInt(8)) {
      case 0 -> new Plan.TextOf(TextFunction.TRIM, name, List.of());
      case 1 -> new Plan.TextOf(TextFunction.UPPER, name, List.of());
      case 2 -> new Plan.TextOf(TextFunction.LEFT, name, List.of(Plan.Literal.of(2)));
      case 3 -> new Plan.TextOf(TextFunction.RIGHT, name, List.of(Plan.Literal.of(3)));
      case 4 -> new Plan.TextOf(TextFunction.BEFORE, name, List.of(Plan.Literal.of(" ")));
      case 5 -> new Plan.TextOf(TextFunction.AFTER, name, List.of(Plan.Literal.of("-")));
      case 6 -> new Plan.TextOf(TextFunction.OCCURRENCES, name, List.of(Plan.Literal.of("o")));
      default -> new Plan.Joined(List.of(name, Plan.Literal.of("-"), name));
    };
  }

  private Condition rowCondition(TableView table) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Condition.Compare(
              Plan.Field.of(column(table, 3)),
              Comparison.values()[random.nextInt(6)],
              Plan.Field.of(column(table, 6)));
      case 1 -> new Condition.Not(simple(table));
      case 2 -> new Condition.Any(List.of(simple(table), simple(table)));
      default -> simple(table);
    };
  }

  private Condition filter(TableView table, int depth) {
    int kind = random.nextInt(depth == 0 ? 3 : 7);
    return switch (kind) {
      case 3 -> depth == 2 ? Condition.always() : simple(table);
      case 4 -> Condition.all(List.of(filter(table, depth - 1), filter(table, depth - 1)));
      case 5 -> new Condition.Any(List.of(filter(table, depth - 1), filter(table, depth - 1)));
      case 6 -> new Condition.Not(simple(table));
      default -> simple(table);
    };
  }

  private Condition simple(TableView table) {
    Comparison comparison = Comparison.values()[random.nextInt(6)];
    Plan number = Plan.Field.of(column(table, random.nextBoolean() ? 3 : 4));
    Plan word = Plan.Field.of(column(table, 1 + random.nextInt(2)));
    LocalDate from = START.plusDays(random.nextInt(90));
    return switch (random.nextInt(11)) {
      case 0, 1 ->
          new Condition.Compare(number, comparison, Plan.Literal.of(random.nextInt(-2, 12)));
      case 2, 3 ->
          new Condition.Compare(
              word,
              random.nextBoolean() ? Comparison.EQUAL : Comparison.NOT_EQUAL,
              Plan.Literal.of(WORDS.get(random.nextInt(WORDS.size()))));
      case 4 ->
          new Condition.Within(
              Plan.Field.of(column(table, 5)),
              from,
              random.nextBoolean() ? from.plusDays(30) : null);
      case 5 ->
          new Condition.Matches(
              word,
              Condition.Place.values()[random.nextInt(3)],
              List.of("or", "?", "N", "h", "*").get(random.nextInt(5)));
      case 6 -> new Condition.Blank(random.nextBoolean() ? number : word, random.nextBoolean());
      case 8 -> new Condition.Listed(table, key(table, false), random.nextBoolean());
      case 9 -> sameGroup(table);
      case 7 -> new Condition.OneOf(word, List.of(Scalar.of("north"), Scalar.of("East")));
      default ->
          new Condition.Compare(
              Plan.Field.of(column(table, 3)), comparison, Plan.Field.of(column(table, 6)));
    };
  }

  private static ColumnView column(TableView table, int index) {
    return table.columns().get(index);
  }
}
