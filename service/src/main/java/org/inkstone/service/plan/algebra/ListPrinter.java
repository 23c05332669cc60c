package org.inkstone.service.plan.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.sheet.formula.Expr;

/** Prints lists, groups and what is looked up. */
final class ListPrinter {
  private static final String KEYS = "k";
  private static final String TOTALS = "t";

  private final PlanPrinter printer;

  ListPrinter(PlanPrinter printer) {
    this.printer = printer;
  }

  Expr select(Plan.Select select) {
    Expr fields = fields(select.fields());
    boolean all = select.filter().isAlways();
    Expr mask = MaskPrinter.mask(select.filter(), printer);
    Expr list = all ? fields : Exprs.call("FILTER", fields, mask);
    if (!select.order().isEmpty()) {
      list = sorted(select, list, mask);
    }
    if (select.distinct()) {
      list = Exprs.call("UNIQUE", list);
    }
    return select.take() > 0 ? taken(list, select.take(), select.fields().size()) : list;
  }

  private Expr sorted(Plan.Select select, Expr list, Expr mask) {
    Plan.Order first = select.order().getFirst();
    boolean own =
        select.order().size() == 1
            && select.fields().size() == 1
            && select.fields().getFirst().equals(first.by());
    Expr direction = Exprs.number(first.descending() ? -1 : 1);
    if (own) {
      return first.descending()
          ? Exprs.call("SORT", list, Exprs.number(1), direction)
          : Exprs.call("SORT", list);
    }
    List<Expr> arguments = new ArrayList<>(List.of(list));
    for (Plan.Order order : select.order()) {
      Expr by = printer.inColumns(order.by());
      arguments.add(select.filter().isAlways() ? by : Exprs.call("FILTER", by, mask));
      arguments.add(Exprs.number(order.descending() ? -1 : 1));
    }
    return Exprs.call("SORTBY", arguments);
  }

  private Expr taken(Expr list, int count, int width) {
    if (count == 1 && width == 1) {
      return Exprs.call("INDEX", list, Exprs.number(1));
    } else if (printer.site().has("TAKE")) {
      return Exprs.call("TAKE", list, Exprs.number(count));
    }
    Expr name = Exprs.name("l");
    Expr most = Exprs.call("MIN", Exprs.number(count), Exprs.call("ROWS", name));
    Expr rows = Exprs.call("SEQUENCE", most);
    Expr first =
        width == 1
            ? Exprs.call("INDEX", name, rows)
            : Exprs.call(
                "INDEX", name, rows, Exprs.call("SEQUENCE", Exprs.number(1), Exprs.number(width)));
    return Exprs.call("LET", name, list, first);
  }

  private Expr fields(List<Plan> fields) {
    List<Expr> printed = fields.stream().map(printer::inColumns).toList();
    if (printed.size() == 1) {
      return printed.getFirst();
    } else if (isAdjacent(fields)
        && fields.getFirst() instanceof Plan.Field first
        && fields.getLast() instanceof Plan.Field last) {
      return new Expr.TableRef(
          first.column().table(), List.of(), first.column().name(), last.column().name());
    }
    return beside(printed);
  }

  private Expr beside(List<Expr> columns) {
    if (printer.site().has("HSTACK")) {
      return Exprs.call("HSTACK", columns);
    }
    List<org.inkstone.service.sheet.Scalar> places = new ArrayList<>();
    for (int i = 1; i <= columns.size(); i++) {
      places.add(org.inkstone.service.sheet.Scalar.of((double) i));
    }
    List<Expr> arguments = new ArrayList<>(List.of(new Expr.ArrayLiteral(List.of(places))));
    arguments.addAll(columns);
    return Exprs.call("CHOOSE", arguments);
  }

  private static boolean isAdjacent(List<Plan> fields) {
    for (int i = 1; i < fields.size(); i++) {
      boolean next =
          fields.get(i - 1) instanceof Plan.Field a
              && fields.get(i) instanceof Plan.Field b
              && a.isRange()
              && b.isRange()
              && b.column().table().equals(a.column().table())
              && b.column().index() == a.column().index() + 1;
      if (!next) {
        return false;
      }
    }
    return true;
  }

  Expr lookup(Plan.Lookup lookup) {
    Expr result = printer.inColumns(lookup.result());
    Plan fallback = lookup.fallback();
    Expr otherwise = fallback == null ? null : printer.inColumns(fallback);
    Condition.Compare key = onlyKey(lookup.keys());
    if (key == null) {
      Expr mask = MaskPrinter.mask(lookup.keys(), printer);
      Expr found = lookup.last() ? last(mask, result) : first(mask, result);
      return otherwise == null ? found : Exprs.call("IFERROR", found, otherwise);
    }
    Expr wanted =
        key.right() instanceof Plan.Field field
            ? printer.inRow(Plan.Field.of(field.column()))
            : printer.inColumns(key.right());
    Expr keys = printer.inColumns(key.left());
    if (printer.site().has("XLOOKUP")) {
      List<Expr> arguments = new ArrayList<>(List.of(wanted, keys, result));
      if (otherwise != null || lookup.last()) {
        arguments.add(otherwise == null ? new Expr.Omitted() : otherwise);
      }
      if (lookup.last()) {
        arguments.addAll(List.of(Exprs.number(0), Exprs.number(-1)));
      }
      return Exprs.call("XLOOKUP", arguments);
    }
    Expr found =
        lookup.last()
            ? last(Exprs.equal(keys, wanted), result)
            : Exprs.call(
                "INDEX", result, Exprs.call("MATCH", escaped(wanted), keys, Exprs.number(0)));
    return otherwise == null ? found : Exprs.call("IFERROR", found, otherwise);
  }

  /** MATCH reads signs such as * in a text as patterns. */
  static Expr escaped(Expr wanted) {
    return wanted instanceof Expr.TextLiteral text
        ? Exprs.text(Criteria.escaped(text.value()))
        : wanted;
  }

  static Condition.@org.jspecify.annotations.Nullable Compare onlyKey(Condition keys) {
    return keys instanceof Condition.Compare compare
            && compare.comparison() == Comparison.EQUAL
            && ConditionMeaning.isCriterion(compare)
            && compare.left() instanceof Plan.Field field
            && field.column().profile().textNumbers() == 0
        ? compare
        : null;
  }

  private static Expr first(Expr mask, Expr result) {
    Expr place = Exprs.call("MATCH", Exprs.number(1), searched(mask), Exprs.number(0));
    return Exprs.call("INDEX", result, place);
  }

  /** A mask as the array of 1 and 0 that MATCH searches in every version. */
  static Expr searched(Expr mask) {
    return Exprs.call("INDEX", Exprs.asNumbers(mask), Exprs.number(0));
  }

  private static Expr last(Expr mask, Expr result) {
    return Exprs.call("LOOKUP", Exprs.number(2), Exprs.divided(Exprs.number(1), mask), result);
  }

  /** The different keys of the rows that count. */
  private Expr keys(Plan key, Condition filter) {
    boolean blanks = !(key instanceof Plan.Field f) || f.column().profile().blanks() > 0;
    Condition whole =
        blanks ? Condition.all(List.of(filter, new Condition.Blank(blankOf(key), false))) : filter;
    Expr keys = printer.inColumns(key);
    return Exprs.call(
        "UNIQUE",
        whole.isAlways() ? keys : Exprs.call("FILTER", keys, MaskPrinter.mask(whole, printer)));
  }

  /** The part of a date is blank where the date is. */
  private static Plan blankOf(Plan key) {
    return key instanceof Plan.DateOf date ? date.of() : key;
  }

  /** The aggregate of each key of the name {@code k}. */
  private Expr totals(Plan key, Plan.Aggregate each, Expr names) {
    Optional<List<Expr>> criteria = Criteria.of(each.filter(), printer);
    String function = AggregatePrinter.conditional(each.function());
    Plan of = each.of();
    boolean simple =
        key instanceof Plan.Field field
            && field.isRange()
            && criteria.isPresent()
            && !function.isEmpty()
            && printer.site().has(function)
            && (of == null || of instanceof Plan.Field value && value.isRange());
    if (simple) {
      List<Expr> arguments = new ArrayList<>();
      if (of != null) {
        arguments.add(printer.inColumns(of));
      }
      arguments.add(printer.inColumns(key));
      arguments.add(names);
      arguments.addAll(criteria.get());
      return Exprs.call(function, arguments);
    }
    Expr same = Exprs.equal(printer.inColumns(key), Exprs.name("x"));
    Expr mask =
        each.filter().isAlways()
            ? same
            : Exprs.times(same, MaskPrinter.mask(each.filter(), printer));
    Expr values = of == null ? printer.inColumns(key) : printer.inColumns(of);
    Expr one =
        of == null
            ? Exprs.call("SUM", Exprs.asNumbers(mask))
            : Exprs.call(
                each.function() == AggregateFunction.COUNT_DISTINCT
                    ? "ROWS"
                    : AggregatePrinter.plain(each.function()),
                each.function() == AggregateFunction.COUNT_DISTINCT
                    ? Exprs.call("UNIQUE", Exprs.call("FILTER", values, mask))
                    : Exprs.call("FILTER", values, mask));
    return Exprs.call("MAP", names, Exprs.call("LAMBDA", Exprs.name("x"), one));
  }

  Expr groups(Plan.Groups groups) {
    Expr beside =
        beside(List.of(Exprs.name(KEYS), totals(groups.key(), groups.each(), Exprs.name(KEYS))));
    Expr list =
        groups.sorted()
            ? Exprs.call(
                "SORT", beside, Exprs.number(2), Exprs.number(groups.descending() ? -1 : 1))
            : beside;
    return Exprs.call("LET", Exprs.name(KEYS), keys(groups.key(), groups.each().filter()), list);
  }

  Expr best(Plan.BestGroup best) {
    String extreme = best.largest() ? "MAX" : "MIN";
    if (!printer.site().has("LET")) {
      Expr keys = printer.inColumns(best.key());
      Expr totals = totals(best.key(), best.each(), keys);
      return Exprs.call(
          "INDEX", keys, Exprs.call("MATCH", Exprs.call(extreme, totals), totals, Exprs.number(0)));
    }
    Expr totals = totals(best.key(), best.each(), Exprs.name(KEYS));
    Expr chosen =
        Exprs.call(
            "INDEX",
            Exprs.name(KEYS),
            Exprs.call(
                "MATCH",
                Exprs.call(extreme, Exprs.name(TOTALS)),
                Exprs.name(TOTALS),
                Exprs.number(0)));
    return Exprs.call(
        "LET",
        Exprs.name(KEYS),
        keys(best.key(), best.each().filter()),
        Exprs.name(TOTALS),
        totals,
        chosen);
  }
}
