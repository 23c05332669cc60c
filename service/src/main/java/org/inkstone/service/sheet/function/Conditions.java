package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.Broadcast;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Criterion;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.inkstone.service.sheet.value.ValueIndex;
import org.jspecify.annotations.Nullable;

/** Ranges with a condition each: the common part of the functions that end in IF and IFS. */
final class Conditions {
  private final List<Grid> ranges = new ArrayList<>();
  private final List<Grid> criteria = new ArrayList<>();

  /** Pairs of a range and a condition; all ranges are of one size. */
  static Conditions of(Value[] pairs) {
    if (pairs.length == 0 || pairs.length % 2 != 0) {
      throw FunctionError.value();
    }
    Conditions conditions = new Conditions();
    for (int i = 0; i < pairs.length; i += 2) {
      Grid range = range(pairs[i]);
      conditions.ranges.add(range);
      conditions.criteria.add(pairs[i + 1].grid());
      requireSize(range, conditions.ranges.getFirst());
    }
    return conditions;
  }

  /** The cells of a range; arrays that were computed are none: {@code #VALUE!}. */
  static Grid range(Value value) {
    if (value instanceof Value.Single single) {
      FunctionError.check(single.scalar());
    }
    if (!(value instanceof Reference reference)) {
      throw FunctionError.value();
    }
    return reference.grid();
  }

  private static void requireSize(Grid range, Grid first) {
    if (range.rows() != first.rows() || range.columns() != first.columns()) {
      throw FunctionError.value();
    }
  }

  /** Makes one scalar of the matching cells. */
  interface Result {
    Scalar of(Numbers matching, long count);
  }

  /**
   * The result over the cells that fulfil all conditions; an array if a condition is one.
   *
   * @param values whose numbers are collected; null only counts
   */
  Value result(@Nullable Grid values, Calculation calculation, Result result) {
    if (values != null) {
      requireSize(values, ranges.getFirst());
    }
    DateSystem dates = calculation.dateSystem();
    return Broadcast.map(
        criteria,
        calculation,
        scalars -> {
          Criterion[] tests = new Criterion[scalars.length];
          for (int i = 0; i < scalars.length; i++) {
            tests[i] = Criterion.of(scalars[i], dates);
          }
          return collect(tests, values, calculation, result);
        });
  }

  private Scalar collect(
      Criterion[] tests, @Nullable Grid values, Calculation calculation, Result result) {
    int rows = values == null ? 0 : values.filledRows();
    int columns = values == null ? 0 : values.filledColumns();
    for (Grid range : ranges) {
      rows = Math.max(rows, range.filledRows());
      columns = Math.max(columns, range.filledColumns());
    }
    calculation.charge((long) rows * columns);
    Numbers matching = new Numbers();
    long count = 0;
    int[] places = columns == 1 ? places(tests) : null;
    int visited = places == null ? rows : places.length;
    for (int i = 0; i < visited; i++) {
      int row = places == null ? i : places[i];
      for (int column = 0; column < columns; column++) {
        if (fulfils(tests, row, column)) {
          count++;
          add(values == null ? Scalar.blank() : values.at(row, column), matching);
        }
      }
    }
    long outside = ranges.getFirst().size() - (long) rows * columns;
    return result.of(matching, count + (outside > 0 && fulfilsOutside(tests) ? outside : 0));
  }

  /** The rows of a column that alone may fulfil the conditions; null if any may. */
  private int @Nullable [] places(Criterion[] tests) {
    int[] fewest = null;
    for (int i = 0; i < tests.length; i++) {
      if (tests[i].isForOneValue() && ranges.get(i).columns() == 1) {
        ValueIndex index = ranges.get(i).index();
        int[] places = index == null ? null : index.candidates(tests[i]);
        if (places != null && (fewest == null || places.length < fewest.length)) {
          fewest = places;
        }
      }
    }
    return fewest;
  }

  private static void add(Scalar cell, Numbers matching) {
    FunctionError.check(cell);
    if (cell instanceof Scalar.Num n) {
      matching.add(n.value());
    }
  }

  private boolean fulfils(Criterion[] tests, int row, int column) {
    for (int i = 0; i < tests.length; i++) {
      if (!tests[i].test(ranges.get(i).at(row, column))) {
        return false;
      }
    }
    return true;
  }

  private boolean fulfilsOutside(Criterion[] tests) {
    for (int i = 0; i < tests.length; i++) {
      if (!tests[i].test(ranges.get(i).fill())) {
        return false;
      }
    }
    return true;
  }

  /** The cells from a reference's first on, as many as another range has. */
  static Grid sized(Value values, Grid like) {
    if (!(values instanceof Reference reference)) {
      return values.grid();
    }
    Area area = reference.area();
    CellRange range = area.range();
    int lastRow = range.firstRow() + like.rows() - 1;
    int lastColumn = range.firstColumn() + like.columns() - 1;
    Area sized =
        new Area(
            area.reader(),
            new CellRange(range.firstRow(), range.firstColumn(), lastRow, lastColumn));
    return Reference.of(sized).grid();
  }
}
