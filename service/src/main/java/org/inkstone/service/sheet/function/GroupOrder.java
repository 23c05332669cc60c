package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Compare;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.jspecify.annotations.Nullable;

/**
 * In which order groups stand: by their keys, some of them downward, or by one of their results.
 *
 * @param downward for key columns that were named, whether they go downward, in the order of naming
 * @param result the number of the result that sorts; -1 for none
 * @param resultDownward whether the greatest result comes first
 */
record GroupOrder(Map<Integer, Boolean> downward, int result, boolean resultDownward) {
  private static final Comparator<Scalar> UPWARD = Compare::sorting;

  /**
   * The order that an argument asks for: numbers of key columns, or one of a result behind them; a
   * negative one goes downward.
   */
  static GroupOrder of(@Nullable Grid argument, int keys, int results, DateSystem dates) {
    Map<Integer, Boolean> downward = new LinkedHashMap<>();
    if (argument == null) {
      return new GroupOrder(downward, -1, false);
    } else if (argument.rows() != 1) {
      throw FunctionError.value();
    }
    for (int i = 0; i < argument.columns(); i++) {
      double number = Convert.number(argument.at(0, i), dates);
      int column = (int) Math.abs(number) - 1;
      boolean known = number == Math.rint(number) && column >= 0 && column < keys + results;
      boolean alone = argument.columns() == 1;
      if (!known || !alone && column >= keys) {
        throw FunctionError.value();
      } else if (column >= keys) {
        return new GroupOrder(downward, column - keys, number < 0);
      } else if (downward.put(column, number < 0) != null) {
        throw FunctionError.value();
      }
    }
    return new GroupOrder(downward, -1, false);
  }

  boolean isByResult() {
    return result >= 0;
  }

  /** The parts of a group by their keys, blanks last in both directions. */
  List<Group> byKey(Group group) {
    return byKey(group, downward.getOrDefault(group.level(), false));
  }

  private static List<Group> byKey(Group group, boolean down) {
    List<Group> sorted = new ArrayList<>(group.children());
    sorted.sort((a, b) -> {
      boolean blank = isBlank(a) || isBlank(b);
      return blank || !down ? Compare.sorting(a.key(), b.key()) : Compare.sorting(b.key(), a.key());
    });
    return sorted;
  }

  private static boolean isBlank(Group group) {
    return group.key() instanceof Scalar.Blank;
  }

  /** The parts of a group by their results; those with equal ones by their keys. */
  List<Group> byResult(Group group, Function<Group, List<Scalar>> results) {
    List<Group> sorted = byKey(group, false);
    sorted.sort(resultOrder(results));
    return sorted;
  }

  private Comparator<Group> resultOrder(Function<Group, List<Scalar>> results) {
    Map<Group, Scalar> known = new HashMap<>();
    Comparator<Group> order =
        Comparator.comparing(
            g -> known.computeIfAbsent(g, k -> results.apply(k).get(result)), UPWARD);
    return resultDownward ? order.reversed() : order;
  }

  /** Leaves across the whole table, as if no column were above another. */
  List<Group> flat(List<Group> leaves, Function<Group, List<Scalar>> results) {
    List<Comparator<Group>> orders = new ArrayList<>();
    if (isByResult()) {
      orders.add(resultOrder(results));
    }
    downward.forEach(
        (level, down) -> orders.add(down ? keyOrder(level).reversed() : keyOrder(level)));
    for (int level = 0; level < leaves.getFirst().level(); level++) {
      orders.add(keyOrder(level));
    }
    Comparator<Group> order = orders.stream().reduce(Comparator::thenComparing).orElseThrow();
    return leaves.stream().sorted(order).toList();
  }

  private static Comparator<Group> keyOrder(int level) {
    return Comparator.comparing(group -> group.path().get(level).key(), UPWARD);
  }
}
