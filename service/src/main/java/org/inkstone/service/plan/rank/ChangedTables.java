package org.inkstone.service.plan.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.table.ColumnType;

/**
 * The tables of a request with other data of the same kind: the values of each column exchanged
 * among its rows, numbers moved, and the bounds that plans ask for put into cells, so that plans
 * that are equal by chance part. Columns without blanks stay without, and names stay names.
 */
final class ChangedTables {
  /** In how many ways the data are changed. */
  static final int WAYS = 3;

  /** Long tables are cut to these many rows. */
  static final int MOST_ROWS = 48;

  private final Schema schema;
  private final Map<String, Set<Scalar>> bounds;

  private ChangedTables(Schema schema, Map<String, Set<Scalar>> bounds) {
    this.schema = schema;
    this.bounds = bounds;
  }

  /** The data as they are, and changed in each way; cut to a few rows. */
  static List<Schema> of(Schema schema, Map<String, Set<Scalar>> bounds) {
    ChangedTables changed = new ChangedTables(schema, bounds);
    List<Schema> all = new ArrayList<>();
    for (int way = 0; way <= WAYS; way++) {
      all.add(changed.schema(way));
    }
    return List.copyOf(all);
  }

  private Schema schema(int way) {
    Map<String, Sheet.Builder> sheets = new LinkedHashMap<>();
    List<TableView> views = new ArrayList<>();
    for (TableView view : schema.tables()) {
      String name = view.table().sheet();
      Sheet.Builder sheet = sheets.computeIfAbsent(name, Sheet::builder);
      Table cut = cut(view.table());
      views.add(new TableView(cut, view.columns()));
      for (ColumnView column : view.columns()) {
        List<Scalar> values = values(column, cut.data(column.index()), name, way);
        CellRange data = cut.data(column.index());
        for (int i = 0; i < values.size(); i++) {
          SheetCell cell = SheetCell.of(values.get(i));
          sheet.put(data.firstRow() + i, data.firstColumn(), cell);
        }
      }
    }
    if (sheets.isEmpty()) {
      return schema;
    }
    Workbook workbook =
        new Workbook(
            sheets.values().stream().map(Sheet.Builder::build).toList(),
            List.of(),
            List.of(),
            schema.workbook().dateSystem());
    return new Schema(workbook, schema.sheet(), views);
  }

  private static Table cut(Table table) {
    CellRange range = table.range();
    int rows = Math.min(MOST_ROWS, table.data().rows());
    CellRange kept =
        new CellRange(
            range.firstRow(),
            range.firstColumn(),
            table.data().firstRow() + rows - 1,
            range.lastColumn());
    return new Table(table.name(), table.sheet(), kept, table.headerRows(), 0, table.columns());
  }

  private List<Scalar> values(ColumnView column, CellRange data, String sheetName, int way) {
    Sheet sheet = schema.workbook().sheet(sheetName).orElseThrow();
    List<Scalar> values = new ArrayList<>();
    for (int row = data.firstRow(); row <= data.lastRow(); row++) {
      values.add(sheet.cell(row, data.firstColumn()).value());
    }
    return way == 0 ? values : changed(column, values, way);
  }

  private List<Scalar> changed(ColumnView column, List<Scalar> values, int way) {
    Random chance = new Random(31L * way + 7L * column.index() + column.name().hashCode());
    List<Scalar> changed = new ArrayList<>(values);
    Collections.shuffle(changed, chance);
    changed.replaceAll(moving(column, values, chance));
    List<Scalar> asked = new ArrayList<>(bounds.getOrDefault(column.reference(), Set.of()));
    Collections.shuffle(asked, chance);
    int most = Math.max(1, changed.size() / 2);
    for (int i = 0; i < Math.min(most, asked.size()); i++) {
      changed.set(chance.nextInt(changed.size()), asked.get(i));
    }
    return changed;
  }

  /** How the numbers of a column move: names don't, whole numbers stay whole. */
  private static UnaryOperator<Scalar> moving(
      ColumnView column, List<Scalar> values, Random chance) {
    Set<Scalar> different = new LinkedHashSet<>(values);
    boolean names =
        column.index() == 0 && different.size() == values.size()
            || column.type() != ColumnType.NUMBER && column.type() != ColumnType.DATE;
    double[] numbers =
        values.stream()
            .filter(Scalar.Num.class::isInstance)
            .mapToDouble(v -> ((Scalar.Num) v).value())
            .toArray();
    if (names || numbers.length == 0) {
      return value -> value;
    }
    boolean whole = Arrays.stream(numbers).allMatch(n -> n == Math.rint(n));
    double min = Arrays.stream(numbers).min().orElse(0);
    double max = Arrays.stream(numbers).max().orElse(0);
    double reach = Math.max(whole ? 2 : 0.1, (max - min) / 3);
    return value -> {
      if (!(value instanceof Scalar.Num number)) {
        return value;
      }
      double moved = number.value() + (chance.nextDouble() * 2 - 1) * reach;
      double kept = min >= 0 ? Math.abs(moved) : moved;
      return Scalar.of(whole ? Math.rint(kept) : Math.rint(kept * 10_000) / 10_000);
    };
  }
}
