package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.jspecify.annotations.Nullable;

/**
 * Whether a table that is to be grouped has headers, and which of its rows count.
 *
 * @param headed whether its first row names the columns
 * @param shown whether the result names them too; null leaves it to the result
 */
record GroupSource(boolean headed, @Nullable Boolean shown) {

  /**
   * What an argument says: 0 no headers, 1 headers that are not shown, 2 none but made up ones, 3
   * headers that are shown. Without it headers are there if a text stands above numbers.
   */
  static GroupSource of(@Nullable Integer fieldHeaders, Grid values) {
    if (fieldHeaders != null) {
      if (fieldHeaders < 0 || fieldHeaders > 3) {
        throw FunctionError.value();
      }
      return new GroupSource(fieldHeaders == 1 || fieldHeaders == 3, fieldHeaders >= 2);
    }
    boolean numbers = false;
    boolean texts = false;
    for (int row = 1; row < values.filledRows(); row++) {
      numbers |= values.at(row, 0) instanceof Scalar.Num;
      texts |= values.at(row, 0) instanceof Scalar.Text;
    }
    if (!(values.at(0, 0) instanceof Scalar.Text) || !numbers) {
      return new GroupSource(false, false);
    } else if (texts) {
      throw FunctionError.value();
    }
    return new GroupSource(true, null);
  }

  /** Whether the result names the columns. */
  boolean isShown(Aggregates aggregates) {
    Boolean asked = shown;
    return asked == null ? aggregates.isNamedAbove() : asked;
  }

  /** What the columns of a part of the table are called. */
  List<Scalar> names(Grid columns, String madeUp) {
    List<Scalar> names = new ArrayList<>();
    for (int column = 0; column < columns.columns(); column++) {
      names.add(headed ? columns.at(0, column) : Scalar.of(madeUp + " " + (column + 1)));
    }
    return names;
  }

  /** The rows that count: all without the headers, or those for which a filter holds. */
  List<Integer> rows(int height, @Nullable Grid filter, DateSystem dates) {
    int first = headed ? 1 : 0;
    if (filter != null
        && (filter.columns() != 1
            || filter.rows() != 1 && filter.rows() != height && filter.rows() != height - first)) {
      throw FunctionError.value();
    }
    List<Integer> rows = new ArrayList<>();
    for (int row = first; row < height; row++) {
      if (filter == null || holds(filter, row - (filter.rows() == height ? 0 : first), dates)) {
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      throw FunctionError.value();
    }
    return rows;
  }

  private static boolean holds(Grid filter, int row, DateSystem dates) {
    Scalar cell = filter.at(filter.rows() == 1 ? 0 : row, 0);
    return cell instanceof Scalar.Bool b ? b.value() : Convert.number(cell, dates) != 0;
  }
}
