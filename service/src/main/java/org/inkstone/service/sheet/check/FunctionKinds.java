package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.inkstone.service.sheet.formula.Expr;

/** Which arguments of which functions are values, criteria and the like. */
final class FunctionKinds {
  private static final Set<String> ALL_ARGUMENTS =
      Set.of(
          "SUM",
          "AVERAGE",
          "COUNT",
          "MIN",
          "MAX",
          "MEDIAN",
          "PRODUCT",
          "SUMSQ",
          "STDEV",
          "STDEV.S",
          "STDEV.P",
          "STDEVP",
          "VAR",
          "VAR.S",
          "VAR.P",
          "VARP",
          "GEOMEAN",
          "HARMEAN",
          "MODE",
          "MODE.SNGL",
          "AVEDEV",
          "DEVSQ");
  private static final Set<String> FIRST_ARGUMENT =
      Set.of(
          "SUMIFS",
          "AVERAGEIFS",
          "MAXIFS",
          "MINIFS",
          "LARGE",
          "SMALL",
          "PERCENTILE",
          "PERCENTILE.INC",
          "PERCENTILE.EXC",
          "QUARTILE",
          "QUARTILE.INC",
          "QUARTILE.EXC",
          "TRIMMEAN");
  private static final Set<String> COUNTING = Set.of("COUNTA", "COUNTBLANK", "ROWS");
  private static final Set<String> LISTING = Set.of("UNIQUE", "SORT", "FILTER", "SORTBY", "TOCOL");

  private FunctionKinds() {}

  /** The arguments whose numbers are put together into one; texts among them are ignored. */
  static List<Expr> numbers(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    String name = call.function();
    if (ALL_ARGUMENTS.contains(name)) {
      return arguments;
    } else if (FIRST_ARGUMENT.contains(name)) {
      return arguments.subList(0, Math.min(1, arguments.size()));
    } else if (name.equals("SUMIF") || name.equals("AVERAGEIF")) {
      int at = arguments.size() > 2 ? 2 : 0;
      return arguments.isEmpty() ? List.of() : List.of(arguments.get(at));
    } else if (name.equals("SUBTOTAL")) {
      return arguments.subList(Math.min(1, arguments.size()), arguments.size());
    } else if (name.equals("AGGREGATE")) {
      return arguments.subList(Math.min(2, arguments.size()), arguments.size());
    }
    return List.of();
  }

  /** The arguments of which every row counts: numbers, and what is counted or listed. */
  static List<Expr> rows(Expr.Call call) {
    if (COUNTING.contains(call.function())) {
      return call.arguments();
    } else if (LISTING.contains(call.function())) {
      return call.arguments().subList(0, Math.min(1, call.arguments().size()));
    }
    List<Expr> all = new ArrayList<>(numbers(call));
    criteria(call).forEach(pair -> all.add(pair.range()));
    return all;
  }

  /** A range and what its cells must be. */
  record Criterion(Expr range, Expr criterion) {}

  /** The conditions of SUMIFS and its kin. */
  static List<Criterion> criteria(Expr.Call call) {
    int first =
        switch (call.function()) {
          case "SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS" -> 1;
          case "COUNTIFS", "COUNTIF", "SUMIF", "AVERAGEIF" -> 0;
          default -> -1;
        };
    boolean one = call.function().equals("SUMIF") || call.function().equals("AVERAGEIF");
    List<Criterion> pairs = new ArrayList<>();
    int end = one ? Math.min(2, call.arguments().size()) : call.arguments().size();
    for (int i = first; first >= 0 && i + 1 < end; i += 2) {
      pairs.add(new Criterion(call.arguments().get(i), call.arguments().get(i + 1)));
    }
    return pairs;
  }

  /** Whether the value of a call has the unit of its numbers. */
  static boolean keepsUnit(String function) {
    return Set.of("SUM", "AVERAGE", "MIN", "MAX", "MEDIAN", "SUMIFS", "AVERAGEIFS", "MAXIFS")
            .contains(function)
        || Set.of("MINIFS", "SUMIF", "AVERAGEIF", "LARGE", "SMALL", "SUBTOTAL").contains(function);
  }
}
