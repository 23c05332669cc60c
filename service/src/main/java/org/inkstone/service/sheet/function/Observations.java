package org.inkstone.service.sheet.function;

import java.util.Arrays;
import java.util.function.Function;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.statistic.LeastSquares;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a fit is made to: y, and variables beside it. Beside one column each column is a variable,
 * under one row each row; a block of the shape of y is one variable.
 */
final class Observations {
  /** How the values of the variables lie in a grid. */
  private enum Layout {
    COLUMNS,
    ROWS,
    BLOCK
  }

  private final Layout layout;
  private final Grid shape;
  private final double[] y;
  private final double[][] x;
  private final Calculation calculation;

  private Observations(
      Layout layout, Grid shape, double[] y, double[][] x, Calculation calculation) {
    this.layout = layout;
    this.shape = shape;
    this.y = y;
    this.x = x;
    this.calculation = calculation;
  }

  /** Without variables they are 1, 2, 3 and so on. */
  static Observations of(Grid ys, @Nullable Grid xs, Calculation calculation) {
    double[] y = numbers(ys);
    if (xs == null) {
      double[] places = new double[y.length];
      Arrays.setAll(places, i -> i + 1);
      return new Observations(Layout.BLOCK, ys, y, new double[][] {places}, calculation);
    }
    Layout layout = layout(ys, xs);
    return new Observations(layout, ys, y, variables(layout, xs), calculation);
  }

  private static Layout layout(Grid ys, Grid xs) {
    if (ys.rows() == xs.rows() && ys.columns() == xs.columns()) {
      return Layout.BLOCK;
    } else if (ys.columns() == 1 && ys.rows() == xs.rows()) {
      return Layout.COLUMNS;
    } else if (ys.rows() == 1 && ys.columns() == xs.columns()) {
      return Layout.ROWS;
    }
    throw FunctionError.ref();
  }

  private static double[][] variables(Layout layout, Grid grid) {
    int count =
        switch (layout) {
          case COLUMNS -> grid.columns();
          case ROWS -> grid.rows();
          case BLOCK -> 1;
        };
    double[][] variables = new double[count][];
    for (int i = 0; i < count; i++) {
      variables[i] =
          switch (layout) {
            case COLUMNS -> numbers(Slices.column(grid, i));
            case ROWS -> numbers(Slices.row(grid, i));
            case BLOCK -> numbers(grid);
          };
    }
    return variables;
  }

  /** The numbers of a grid by row, of which each must be one. */
  private static double[] numbers(Grid grid) {
    if (grid.filledSize() < grid.size() && !(grid.fill() instanceof Scalar.Num)) {
      throw FunctionError.value();
    }
    double[] numbers = new double[(int) grid.size()];
    for (int i = 0; i < numbers.length; i++) {
      Scalar cell = grid.at(i / grid.columns(), i % grid.columns());
      FunctionError.check(cell);
      if (!(cell instanceof Scalar.Num number)) {
        throw FunctionError.value();
      }
      numbers[i] = number.value();
    }
    return numbers;
  }

  int variables() {
    return x.length;
  }

  LeastSquares fit(boolean constant) {
    calculation.charge((long) y.length * x.length * (x.length + 1));
    return LeastSquares.fit(y, x, constant);
  }

  /** With the logarithms of y; {@code #NUM!} if one is not above 0. */
  Observations logarithms() {
    double[] logs = Arrays.stream(y).map(value -> Math.log(Bounds.positive(value))).toArray();
    return new Observations(layout, shape, logs, x, calculation);
  }

  /** What a function gives for each set of new values; without them, for the known ones. */
  Value at(@Nullable Grid news, Function<double[], Scalar> function) {
    if (x.length == 1) {
      Grid form = news == null ? shape : news;
      double[] values = news == null ? x[0] : numbers(news);
      return ArrayValue.compute(
          form.rows(),
          form.columns(),
          (row, column) -> function.apply(new double[] {values[row * form.columns() + column]}));
    }
    double[][] values = news == null ? x : variables(layout, news);
    if (values.length != x.length) {
      throw FunctionError.ref();
    }
    boolean down = layout == Layout.COLUMNS;
    return ArrayValue.compute(
        down ? values[0].length : 1,
        down ? 1 : values[0].length,
        (row, column) -> {
          int at = down ? row : column;
          return function.apply(Arrays.stream(values).mapToDouble(each -> each[at]).toArray());
        });
  }
}
