package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.BlockTallies;
import org.inkstone.service.sheet.value.Blocks;
import org.inkstone.service.sheet.value.Broadcast;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Criterion;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Tally;
import org.inkstone.service.sheet.value.Value;
import org.inkstone.service.sheet.value.ValueIndex;
import org.jspecify.annotations.Nullable;

/** Ranges with a condition each: the common part of the functions that end in IF and IFS. */
final class Conditions {
  /** So many places are looked at one by one; beyond, tallies of blocks may be known. */
  private static final int FEW = 32;

  private static final Scalar ONE = Scalar.of(1);

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

  /** Makes one scalar of what the matching cells come to. */
  interface Result {
    Scalar of(Tally matching);
  }

  /**
   * The result over the cells that fulfil all conditions; an array if a condition is one.
   *
   * @param values whose numbers are collected; null collects 1 for each place
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
          return result.of(collect(scalars, tests, values, calculation).check());
        });
  }

  private Tally collect(
      Scalar[] scalars, Criterion[] tests, @Nullable Grid values, Calculation calculation) {
    int rows = values == null ? 0 : values.filledRows();
    int columns = values == null ? 0 : values.filledColumns();
    for (Grid range : ranges) {
      rows = Math.max(rows, range.filledRows());
      columns = Math.max(columns, range.filledColumns());
    }
    calculation.charge((long) rows * columns);
    Matching matching = new Matching(tests, values, columns);
    Grid first = ranges.getFirst();
    int height = Blocks.height(first.columns());
    int[] places = columns == 1 ? places(tests) : null;
    if (first.rows() <= height) {
      matching.add(0, rows, places, matching.sum);
    } else if (places != null && places.length <= FEW) {
      matching.at(places, height);
    } else {
      // whole blocks, whatever is filled, so that what is kept of them stays right
      rows = (int) Math.min(first.rows(), (rows + height - 1L) / height * height);
      matching.blocks(rows, height, places, kept(scalars, values, calculation));
    }
    return matching.withOutside(first.size() - (long) rows * columns);
  }

  /** Where tallies of blocks are kept; null if the ranges are not all cells of sheets. */
  private @Nullable BlockTallies kept(
      Scalar[] scalars, @Nullable Grid values, Calculation calculation) {
    List<Area> areas = new ArrayList<>();
    for (Grid range : ranges) {
      if (range instanceof Area area) {
        areas.add(area);
      }
    }
    if (values instanceof Area area) {
      areas.add(area);
    }
    boolean all = areas.size() == ranges.size() + (values == null ? 0 : 1);
    return all ? calculation.tallies(List.of(scalars), areas) : null;
  }

  /** Collects the cells that fulfil conditions. */
  private final class Matching {
    private final Criterion[] tests;
    private final @Nullable Grid values;
    private final int columns;
    private final Tally sum = new Tally();

    Matching(Criterion[] tests, @Nullable Grid values, int columns) {
      this.tests = tests;
      this.values = values;
      this.columns = columns;
    }

    /**
     * Adds rows.
     *
     * @param places those that alone may fulfil the conditions; null if any may
     */
    void add(int from, int to, int @Nullable [] places, Tally into) {
      if (places != null) {
        int at = Arrays.binarySearch(places, from);
        for (at = at < 0 ? -at - 1 : at; at < places.length && places[at] < to; at++) {
          add(places[at], into);
        }
        return;
      }
      for (int row = from; row < to; row++) {
        add(row, into);
      }
    }

    private void add(int row, Tally into) {
      for (int column = 0; column < columns; column++) {
        if (fulfils(tests, row, column)) {
          into.add(values == null ? ONE : values.at(row, column));
        }
      }
    }

    /** Looks at a few rows of a column. */
    void at(int[] places, int height) {
      Tally block = new Tally();
      int blockEnd = height;
      for (int place : places) {
        if (place >= blockEnd) {
          sum.add(block);
          block = new Tally();
          blockEnd = (place / height + 1) * height;
        }
        add(place, block);
      }
      sum.add(block);
    }

    void blocks(int rows, int height, int @Nullable [] places, @Nullable BlockTallies kept) {
      boolean whole = columns == ranges.getFirst().columns();
      for (int top = 0; top < rows; top += height) {
        int from = top;
        int to = Math.min(top + height, rows);
        Supplier<Tally> block = () -> block(from, to, places);
        sum.add(kept != null && whole ? kept.of(top / height, block) : block.get());
      }
    }

    private Tally block(int from, int to, int @Nullable [] places) {
      Tally block = new Tally();
      add(from, to, places, block);
      return block;
    }

    /** Counts the places outside the filled part too, if only places count. */
    Tally withOutside(long outside) {
      if (values == null && outside > 0 && fulfilsOutside(tests)) {
        sum.addOnes(outside);
      }
      return sum;
    }
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
