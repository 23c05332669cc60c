package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Lambda;
import org.inkstone.service.sheet.value.Value;

/** The results where a group of rows meets a group of columns, each computed once. */
final class GroupResults {
  private final Calculation calculation;
  private final Grid values;
  private final Aggregates aggregates;
  private final Group allRows;
  private final int relativeTo;
  private final IdentityHashMap<Group, IdentityHashMap<Group, List<Scalar>>> known =
      new IdentityHashMap<>();

  /**
   * @param relativeTo which rows a function gets as its second argument: those of the column 0, of
   *     the row 1, all 2, those of the column's parent 3, of the row's parent 4
   */
  GroupResults(
      Calculation calculation, Grid values, Aggregates aggregates, Group allRows, int relativeTo) {
    this.calculation = calculation;
    this.values = values;
    this.aggregates = aggregates;
    this.allRows = allRows;
    this.relativeTo = relativeTo;
  }

  /** One result for each function; empty texts where no row falls. */
  List<Scalar> at(Group row, Group column) {
    IdentityHashMap<Group, List<Scalar>> ofRow =
        known.computeIfAbsent(row, r -> new IdentityHashMap<>());
    List<Scalar> results = ofRow.get(column);
    if (results == null) {
      results = computed(row, column);
      ofRow.put(column, results);
    }
    return results;
  }

  private List<Scalar> computed(Group row, Group column) {
    List<Integer> rows = shared(row, column);
    List<Scalar> results = new ArrayList<>();
    for (Aggregates.Pair pair : aggregates.pairs()) {
      results.add(rows.isEmpty() ? Scalar.of("") : apply(pair, rows, row, column));
    }
    return results;
  }

  private Scalar apply(Aggregates.Pair pair, List<Integer> rows, Group row, Group column) {
    List<Value> arguments = new ArrayList<>(List.of(values(rows, pair.column())));
    Lambda function = pair.function();
    if (function.required() > 1) {
      arguments.add(values(relative(row, column), pair.column()));
    }
    Grid result;
    try {
      result = function.call(arguments).grid();
      if (result.isSingle()) {
        return result.at(0, 0);
      }
    } catch (FunctionError error) {
      return error.scalar();
    }
    throw FunctionError.value();
  }

  private Value values(List<Integer> rows, int column) {
    calculation.charge(rows.size());
    return ArrayValue.compute(rows.size(), 1, (r, c) -> values.at(rows.get(r), column));
  }

  private List<Integer> relative(Group row, Group column) {
    return switch (relativeTo) {
      case 0 -> column.rows();
      case 1 -> row.rows();
      case 2 -> allRows.rows();
      case 3 -> shared(row, column.parent());
      default -> shared(row.parent(), column);
    };
  }

  private static List<Integer> shared(Group row, Group column) {
    if (row.isRoot() || column.isRoot()) {
      return row.isRoot() ? column.rows() : row.rows();
    }
    BitSet inColumn = new BitSet();
    column.rows().forEach(inColumn::set);
    return row.rows().stream().filter(inColumn::get).toList();
  }
}
