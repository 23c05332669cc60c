package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Lambda;
import org.inkstone.service.sheet.value.Lambdas;
import org.inkstone.service.sheet.value.Value;

/**
 * Which functions are applied to which columns of values.
 *
 * @param functions how many functions were given
 * @param stacked whether their results stand below each other
 */
record Aggregates(List<Pair> pairs, int functions, boolean stacked) {

  /** A function and its column. */
  record Pair(Lambda function, int column) {
    Scalar label() {
      return Scalar.of(function.label());
    }
  }

  Aggregates {
    pairs = List.copyOf(pairs);
  }

  /** One function with every column, all functions with the one column, or the nth with the nth. */
  static Aggregates of(Value function, int columns) {
    List<Lambda> functions =
        switch (function) {
          case Lambda lambda -> List.of(lambda);
          case Lambdas several -> several.list();
          case Value.Single single -> {
            FunctionError.check(single.scalar());
            throw FunctionError.value();
          }
          default -> throw FunctionError.value();
        };
    int count = Math.max(functions.size(), columns);
    boolean fit = functions.size() == 1 || columns == 1 || functions.size() == columns;
    if (!fit || functions.stream().anyMatch(f -> f.required() > 2)) {
      throw FunctionError.value();
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(new Pair(functions.get(i % functions.size()), i % columns));
    }
    boolean down = function instanceof Lambdas several && several.down();
    return new Aggregates(pairs, functions.size(), down && functions.size() > 1);
  }

  /** How many results one group has side by side. */
  int across() {
    return stacked ? 1 : pairs.size();
  }

  /** Whether the functions' names stand above their results. */
  boolean isNamedAbove() {
    return functions > 1 && !stacked;
  }
}
