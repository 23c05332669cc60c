package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.format.DisplayText;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes the data of a request in the ways in which real data change. */
final class DataVariants {
  private final Answer answer;
  private final Schema schema;
  private final TableView view;
  private final Sheet sheet;
  private final CellRange data;

  private DataVariants(Answer answer, TableView view) {
    this.answer = answer;
    this.schema = answer.question().schema();
    this.view = view;
    this.sheet = schema.workbook().sheet(view.table().sheet()).orElseThrow();
    this.data = view.table().data();
  }

  /** All changes that make sense for an answer; those of the table that it reads most of. */
  static List<DataVariant> of(Answer answer) {
    Optional<TableView> main =
        answer.question().schema().tables().stream()
            .filter(t -> answer.columns().stream().anyMatch(c -> c.table().equals(t.name())))
            .findFirst();
    return main.map(view -> new DataVariants(answer, view).all()).orElse(List.of());
  }

  private List<DataVariant> all() {
    List<DataVariant> variants = new ArrayList<>();
    numberColumn().ifPresent(c -> addNumberChanges(c, variants));
    lastRowAgain("duplicate").ifPresent(variants::add);
    lastRowAgain("extra_row").ifPresent(variants::add);
    emptyGroup().ifPresent(variants::add);
    if (data.rows() > 1) {
      variants.add(reordered());
    }
    return variants;
  }

  private Optional<ColumnView> numberColumn() {
    return answer.columns().stream()
        .filter(c -> c.table().equals(view.name()) && firstNumber(c) != null)
        .reduce((a, b) -> isCondition(b) ? a : b);
  }

  private boolean isCondition(ColumnView column) {
    return answer.conditions().stream().anyMatch(c -> c.column().equals(column));
  }

  private @Nullable CellAddress firstNumber(ColumnView column) {
    int at = data.firstColumn() + column.index();
    for (int row = data.firstRow(); row <= data.lastRow(); row++) {
      SheetCell cell = sheet.cell(row, at);
      if (cell.value() instanceof Scalar.Num && cell.formula() == null) {
        return new CellAddress(row, at);
      }
    }
    return null;
  }

  private void addNumberChanges(ColumnView column, List<DataVariant> variants) {
    CellAddress at = firstNumber(column);
    if (at == null) {
      return;
    }
    SheetCell cell = sheet.cell(at.row(), at.column());
    double number = ((Scalar.Num) cell.value()).value();
    variants.add(cells("blank", at + " made blank", Map.of(at, SheetCell.blank())));
    String text = DisplayText.plain(number);
    variants.add(
        cells(
            "text_number",
            at + " made the text \"" + text + '"',
            Map.of(at, SheetCell.of(Scalar.of(text)))));
  }

  private DataVariant cells(
      String change, String description, Map<CellAddress, SheetCell> changed) {
    Schema other =
        new Schema(schema.workbook().with(sheet.with(changed)), schema.sheet(), schema.tables());
    return new DataVariant(
        change,
        description,
        other,
        answer.question().place(),
        DataVariant.Expectation.NO_NEW_ERROR);
  }

  /**
   * One more row below the data: a copy of the last one, or one whose numbers are larger. Left out
   * where something stands below the table.
   */
  private Optional<DataVariant> lastRowAgain(String change) {
    int below = data.lastRow() + 1;
    Map<CellAddress, SheetCell> row = new HashMap<>();
    for (int column = data.firstColumn(); column <= data.lastColumn(); column++) {
      if (!(sheet.cell(below, column).value() instanceof Scalar.Blank)) {
        return Optional.empty();
      }
      SheetCell cell = sheet.cell(data.lastRow(), column);
      boolean larger = change.equals("extra_row") && cell.formula() == null;
      row.put(new CellAddress(below, column), larger ? larger(cell) : cell);
    }
    Table table = view.table();
    CellRange old = table.range();
    CellRange range =
        new CellRange(old.firstRow(), old.firstColumn(), old.lastRow() + 1, old.lastColumn());
    Table longer =
        new Table(
            table.name(),
            table.sheet(),
            range,
            table.headerRows(),
            table.totalsRows(),
            table.columns());
    TableView longerView = new TableView(longer, view.columns());
    List<TableView> tables =
        schema.tables().stream().map(t -> t.equals(view) ? longerView : t).toList();
    Schema other = new Schema(schema.workbook().with(sheet.with(row)), schema.sheet(), tables);
    Place place = answer.question().place();
    TableView along = view.equals(place.table()) ? longerView : place.table();
    Place longerPlace = new Place(place.sheet(), place.cell(), place.fillDown(), along);
    String description = "row " + (below + 1) + " added like row " + below;
    return Optional.of(
        new DataVariant(
            change, description, other, longerPlace, DataVariant.Expectation.NO_NEW_ERROR));
  }

  private static SheetCell larger(SheetCell cell) {
    return cell.value() instanceof Scalar.Num number
        ? new SheetCell(Scalar.of(number.value() + 1), null, cell.format())
        : cell;
  }

  /** No row has the text that a condition asks for any more. */
  private Optional<DataVariant> emptyGroup() {
    for (Condition condition : answer.conditions()) {
      boolean here = condition.column().table().equals(view.name());
      if (here
          && condition.operator() == BinaryOperator.EQUAL
          && condition.bound() instanceof Condition.TextBound text
          && !text.bare().isEmpty()) {
        return Optional.of(withoutText(condition.column(), text.bare()));
      }
    }
    return Optional.empty();
  }

  private DataVariant withoutText(ColumnView column, String text) {
    Map<CellAddress, SheetCell> changed = new HashMap<>();
    int at = data.firstColumn() + column.index();
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    for (int row = data.firstRow(); row <= data.lastRow(); row++) {
      if (sheet.cell(row, at).value() instanceof Scalar.Text cell
          && cell.value().toLowerCase(java.util.Locale.ROOT).contains(lower)) {
        changed.put(new CellAddress(row, at), SheetCell.of(Scalar.of("–")));
      }
    }
    Schema other =
        new Schema(schema.workbook().with(sheet.with(changed)), schema.sheet(), schema.tables());
    String description = "no " + column.reference() + " is \"" + text + "\" any more";
    return new DataVariant(
        "empty_group",
        description,
        other,
        answer.question().place(),
        DataVariant.Expectation.CHANGES);
  }

  private DataVariant reordered() {
    Map<CellAddress, SheetCell> changed = new HashMap<>();
    for (int row = data.firstRow(); row <= data.lastRow(); row++) {
      for (int column = data.firstColumn(); column <= data.lastColumn(); column++) {
        int from = data.lastRow() - (row - data.firstRow());
        changed.put(new CellAddress(row, column), sheet.cell(from, column));
      }
    }
    Schema other =
        new Schema(schema.workbook().with(sheet.with(changed)), schema.sheet(), schema.tables());
    return new DataVariant(
        "reordered_rows",
        "the data rows in reverse order",
        other,
        answer.question().place(),
        DataVariant.Expectation.SAME_VALUES);
  }

  /** How many ways of shaking there are. */
  static final int WAYS = 4;

  /** The data with every cell of the columns that are read changed, in one of several ways. */
  static Schema shaken(Answer answer, int way) {
    Schema schema = answer.question().schema();
    for (ColumnView column : answer.columns()) {
      TableView view = schema.table(column.table()).orElseThrow();
      Sheet sheet = schema.workbook().sheet(view.table().sheet()).orElseThrow();
      CellRange data = view.table().data(column.index());
      Map<CellAddress, SheetCell> changed = new HashMap<>();
      for (int row = data.firstRow(); row <= data.lastRow(); row++) {
        SheetCell cell = sheet.cell(row, data.firstColumn());
        int step = row - data.firstRow();
        changed.put(new CellAddress(row, data.firstColumn()), shaken(cell, step, way));
      }
      schema =
          new Schema(schema.workbook().with(sheet.with(changed)), schema.sheet(), schema.tables());
    }
    return schema;
  }

  private static SheetCell shaken(SheetCell cell, int step, int way) {
    Scalar value =
        switch (cell.value()) {
          case Scalar.Num number -> Scalar.of(shaken(number.value(), step, way));
          case Scalar.Text text -> Scalar.of(text.value() + " #" + step);
          case Scalar.Blank blank -> Scalar.of(1.0 + step);
          default -> cell.value();
        };
    return new SheetCell(value, null, cell.format());
  }

  private static double shaken(double number, int step, int way) {
    return switch (way) {
      case 0 -> number + 1000.0 + step * 37.0;
      case 1 -> number * 10;
      case 2 -> number / 10;
      default -> step;
    };
  }
}
