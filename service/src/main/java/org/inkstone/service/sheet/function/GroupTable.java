package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.Value;

/**
 * A table of results with the groups' keys at its left and top.
 *
 * @param pivot whether groups of columns have their keys above them
 */
record GroupTable(
    GroupSide rows, GroupSide columns, GroupResults results, Labels labels, boolean pivot) {

  /**
   * What the fields are called.
   *
   * @param shown whether the table names them
   */
  record Labels(
      List<Scalar> rowFields,
      List<Scalar> columnFields,
      List<Scalar> values,
      Aggregates aggregates,
      boolean shown) {

    /** Whether each line names its column of values. */
    boolean inLines() {
      return aggregates.stacked() && shown && values.size() > 1;
    }

    /** The name of the column of values of a function. */
    Scalar value(int pair) {
      return values.get(aggregates.pairs().get(pair).column());
    }
  }

  /** The whole table. */
  Value value() {
    boolean sortsRows = !pivot || columns.depth() != 0;
    GroupSide down =
        sortsRows || !rows.order().isByResult()
            ? rows
            : new GroupSide(
                rows.keys(),
                rows.root(),
                new GroupOrder(rows.order().downward(), -1, false),
                rows.depth(),
                rows.flat());
    List<Group> across =
        pivot
            ? columns.shown(group -> results.at(rows.root(), group), true)
            : List.of(columns.root());
    List<List<Scalar>> lines = new ArrayList<>(pivot ? pivotTop(across) : groupTop());
    for (Group row : down.shown(group -> results.at(group, columns.root()), false)) {
      addLines(row, across, lines);
    }
    return ArrayValue.of(lines);
  }

  private void addLines(Group row, List<Group> across, List<List<Scalar>> lines) {
    Aggregates aggregates = labels.aggregates;
    if (!aggregates.stacked()) {
      List<Scalar> line = rows.head(row);
      across.forEach(column -> line.addAll(results.at(row, column)));
      lines.add(line);
      return;
    }
    for (int i = 0; i < aggregates.pairs().size(); i++) {
      int at = i;
      List<Scalar> line = rows.head(row);
      line.add(aggregates.pairs().get(i).label());
      if (labels.inLines()) {
        line.add(labels.value(i));
      }
      across.forEach(column -> line.add(results.at(row, column).get(at)));
      lines.add(line);
    }
  }

  /** The columns left of the results. */
  private int lead() {
    int names = labels.aggregates.stacked() ? 1 : 0;
    return rows.keys().columns() + names + (labels.inLines() ? 1 : 0);
  }

  private List<List<Scalar>> groupTop() {
    List<List<Scalar>> top = new ArrayList<>();
    Aggregates aggregates = labels.aggregates;
    if (aggregates.isNamedAbove()) {
      top.add(functionNames(1));
    }
    if (labels.shown) {
      top.add(fieldNames(1));
    }
    return top;
  }

  private List<List<Scalar>> pivotTop(List<Group> across) {
    List<List<Scalar>> top = new ArrayList<>();
    if (labels.shown) {
      List<Scalar> first = padded(List.of(), lead());
      first.add(
          Scalar.of(
              labels.columnFields.stream().map(Convert::text).collect(Collectors.joining(", "))));
      top.add(padded(first, lead() + across.size() * labels.aggregates.across()));
    }
    int levels = columns.keys().columns();
    for (int level = 0; level < levels; level++) {
      boolean named = labels.inLines() && level == levels - 1;
      List<Scalar> line = padded(named ? labels.rowFields : List.of(), lead());
      for (Group column : across) {
        Scalar key = columns.head(column).get(level);
        line.addAll(Collections.nCopies(labels.aggregates.across(), key));
      }
      top.add(line);
    }
    if (labels.aggregates.isNamedAbove()) {
      top.add(functionNames(across.size()));
    }
    if (labels.shown && !labels.inLines()) {
      top.add(fieldNames(across.size()));
    }
    return top;
  }

  private List<Scalar> functionNames(int times) {
    List<Scalar> line = padded(List.of(), lead());
    for (int i = 0; i < times; i++) {
      labels.aggregates.pairs().forEach(pair -> line.add(pair.label()));
    }
    return line;
  }

  private List<Scalar> fieldNames(int times) {
    List<Scalar> line = padded(labels.rowFields, lead());
    for (int i = 0; i < times; i++) {
      for (int pair = 0; pair < labels.aggregates.across(); pair++) {
        line.add(labels.inLines() ? Scalar.of("") : labels.value(pair));
      }
    }
    return line;
  }

  private static List<Scalar> padded(List<Scalar> start, int length) {
    List<Scalar> line = new ArrayList<>(start);
    while (line.size() < length) {
      line.add(Scalar.of(""));
    }
    return line;
  }
}
