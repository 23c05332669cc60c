package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.inkstone.service.sheet.check.Wording;
import org.inkstone.service.sheet.format.DisplayText;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.inkstone.service.sheet.formula.ReferenceShift;
import org.inkstone.service.sheet.formula.RowInsertion;
import org.inkstone.service.task.formula.DataVariant.CellChange;
import org.inkstone.service.task.formula.DataVariant.Change;

/** Changes the data of a formula in the ways in which real data change. */
final class DataVariants {
  /** Cells of one column that are tried for one whose change shows in the value. */
  private static final int MOST_TRIES = 12;

  private final Executed executed;
  private final Schema schema;
  private final TableView view;
  private final Sheet sheet;
  private final CellRange data;

  DataVariants(Executed executed, TableView view) {
    this.executed = executed;
    this.schema = executed.schema();
    this.view = view;
    this.sheet = schema.workbook().sheet(view.table().sheet()).orElseThrow();
    this.data = view.table().data();
  }

  CellRange data() {
    return data;
  }

  SheetCell cell(CellAddress at) {
    return sheet.cell(at.row(), at.column());
  }

  String name(CellAddress at) {
    return sheet.name() + "!" + at;
  }

  /** One cell exchanged for another. */
  DataVariant cell(Change change, Wording description, CellAddress at, SheetCell to) {
    return cells(change, description, Map.of(at, to));
  }

  /** Some cells exchanged, the formula as it is. */
  private DataVariant cells(
      Change change, Wording description, Map<CellAddress, SheetCell> changed) {
    Schema other =
        new Schema(schema.workbook().with(sheet.with(changed)), schema.sheet(), schema.tables());
    return new DataVariant(
        change, description, changes(changed), executed.ranges(), other, executed.place());
  }

  private List<CellChange> changes(Map<CellAddress, SheetCell> changed) {
    return changed.entrySet().stream()
        .filter(e -> !cell(e.getKey()).value().equals(e.getValue().value()))
        .limit(DataVariant.MOST_CHANGES)
        .map(e -> new CellChange(name(e.getKey()), cell(e.getKey()), e.getValue()))
        .toList();
  }

  DataVariant blank(CellAddress at) {
    return cell(
        Change.BLANK,
        new Wording(name(at) + " made blank", "清空 " + name(at)),
        at,
        SheetCell.blank());
  }

  DataVariant textNumber(CellAddress at, double number) {
    String text = DisplayText.plain(number);
    return cell(
        Change.TEXT_NUMBER,
        new Wording(
            name(at) + " made the text \"" + text + '"', "把 " + name(at) + " 改成文本 \"" + text + '"'),
        at,
        SheetCell.of(Scalar.of(text)));
  }

  /** The number with which a blank is compared. */
  DataVariant zero(CellAddress at) {
    return cell(Change.BLANK, new Wording("", ""), at, SheetCell.of(Scalar.of(0)));
  }

  /** A row like another, inserted above the last data row; ranges grow as in a spreadsheet. */
  Optional<DataVariant> inside(Change change, int like) {
    if (data.rows() < 2 || !InsertedRow.isFeasible(schema.workbook())) {
      return Optional.empty();
    }
    RowInsertion insertion = new RowInsertion(sheet.name(), data.lastRow());
    InsertedRow inserted = new InsertedRow(insertion);
    Map<CellAddress, SheetCell> row = rowLike(like, data.lastRow(), change);
    Schema other = inserted.schema(schema, row);
    Wording description =
        new Wording(
            "row " + (data.lastRow() + 1) + " inserted like row " + (like + 1),
            "仿照第 " + (like + 1) + " 行插入第 " + (data.lastRow() + 1) + " 行");
    return Optional.of(
        new DataVariant(
            change,
            description,
            added(row),
            insertion.formula(executed.ranges(), executed.place().sheet()),
            other,
            inserted.place(executed.place(), other)));
  }

  /** A row like another right below the data; empty where something stands there. */
  Optional<DataVariant> below(int like) {
    int at = data.lastRow() + 1;
    if (at >= CellAddress.MAX_ROWS || !isBlank(at)) {
      return Optional.empty();
    }
    Map<CellAddress, SheetCell> row = rowLike(like, at, Change.EXTRA_ROW_BELOW);
    Wording description =
        new Wording(
            "row " + (at + 1) + " added below the table like row " + (like + 1),
            "在表格下方仿照第 " + (like + 1) + " 行增加第 " + (at + 1) + " 行");
    DataVariant variant = cells(Change.EXTRA_ROW_BELOW, description, row);
    return Optional.of(
        new DataVariant(
            variant.change(),
            description,
            added(row),
            variant.formula(),
            variant.schema(),
            variant.place()));
  }

  private boolean isBlank(int row) {
    for (int column = data.firstColumn(); column <= data.lastColumn(); column++) {
      SheetCell cell = sheet.cell(row, column);
      boolean own =
          executed.place().cell().equals(new CellAddress(row, column))
              && executed.place().sheet().equalsIgnoreCase(sheet.name());
      if (own || cell.formula() != null || !(cell.value() instanceof Scalar.Blank)) {
        return false;
      }
    }
    return true;
  }

  /** The cells of a new row: the same, or for an extra row with other numbers. */
  private Map<CellAddress, SheetCell> rowLike(int like, int at, Change change) {
    Map<CellAddress, SheetCell> row = new LinkedHashMap<>();
    for (int column = data.firstColumn(); column <= data.lastColumn(); column++) {
      SheetCell cell = moved(sheet.cell(like, column), at - like);
      boolean larger = change != Change.DUPLICATE && cell.formula() == null;
      row.put(new CellAddress(at, column), larger ? larger(cell) : cell);
    }
    return row;
  }

  private static SheetCell larger(SheetCell cell) {
    return cell.value() instanceof Scalar.Num number
        ? new SheetCell(Scalar.of(number.value() + 1), null, cell.format())
        : cell;
  }

  /** A cell as its copy some rows below. */
  private static SheetCell moved(SheetCell cell, int rows) {
    String formula = cell.formula();
    if (formula == null || rows == 0) {
      return cell;
    }
    try {
      Expr copy = ReferenceShift.move(FormulaParser.parse(formula), rows, 0);
      return new SheetCell(cell.value(), FormulaPrinter.print(copy), cell.format());
    } catch (FormulaSyntaxException e) {
      return new SheetCell(cell.value(), null, cell.format()); // no formula, its value stays
    }
  }

  private List<CellChange> added(Map<CellAddress, SheetCell> row) {
    return row.entrySet().stream()
        .filter(e -> !(e.getValue().value() instanceof Scalar.Blank))
        .limit(DataVariant.MOST_CHANGES)
        .map(e -> new CellChange(name(e.getKey()), SheetCell.blank(), e.getValue()))
        .toList();
  }

  /** No row has the text that a condition asks for any more. */
  Optional<DataVariant> emptyGroup() {
    for (Condition condition : executed.conditions()) {
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
    Map<CellAddress, SheetCell> changed = new LinkedHashMap<>();
    int at = data.firstColumn() + column.index();
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    for (int row = data.firstRow(); row <= data.lastRow(); row++) {
      if (sheet.cell(row, at).value() instanceof Scalar.Text cell
          && cell.value().toLowerCase(java.util.Locale.ROOT).contains(lower)) {
        changed.put(new CellAddress(row, at), SheetCell.of(Scalar.of("–")));
      }
    }
    Wording description =
        new Wording(
            "no " + column.reference() + " is \"" + text + "\" any more",
            column.reference() + " 中不再有“" + text + "”");
    return cells(Change.EMPTY_GROUP, description, changed);
  }

  DataVariant reordered() {
    Map<CellAddress, SheetCell> changed = new LinkedHashMap<>();
    for (int row = data.firstRow(); row <= data.lastRow(); row++) {
      for (int column = data.firstColumn(); column <= data.lastColumn(); column++) {
        int from = data.lastRow() - (row - data.firstRow());
        changed.put(new CellAddress(row, column), moved(sheet.cell(from, column), row - from));
      }
    }
    return cells(
        Change.REORDERED_ROWS, new Wording("the data rows in reverse order", "数据行倒序排列"), changed);
  }

  /** Cells that the formula reads: numbers before texts, no criteria before criteria. */
  List<CellAddress> candidates() {
    List<Integer> columns = new ArrayList<>(executed.columnsIn(view));
    columns.sort((a, b) -> Boolean.compare(isCondition(a), isCondition(b)));
    List<CellAddress> cells = new ArrayList<>();
    for (boolean numbers : new boolean[] {true, false}) {
      for (int column : columns) {
        rows().stream()
            .map(row -> new CellAddress(row, column))
            .filter(at -> isConstant(at, numbers) && isRead(at))
            .limit(MOST_TRIES)
            .forEach(cells::add);
      }
    }
    return cells;
  }

  /** The data rows, those first that hold the texts that conditions ask for. */
  private List<Integer> rows() {
    List<Integer> rows = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int row = data.firstRow(); row <= data.lastRow(); row++) {
      int at = row;
      boolean all = executed.conditions().stream().allMatch(c -> mayHold(c, at));
      (all ? rows : others).add(row);
    }
    rows.addAll(others);
    return rows;
  }

  private boolean mayHold(Condition condition, int row) {
    if (!condition.column().table().equals(view.name())
        || condition.operator() != BinaryOperator.EQUAL
        || !(condition.bound() instanceof Condition.TextBound text)
        || text.isPattern()) {
      return true;
    }
    int column = data.firstColumn() + condition.column().index();
    return sheet.cell(row, column).value() instanceof Scalar.Text cell
        && cell.value().equalsIgnoreCase(text.value());
  }

  private boolean isConstant(CellAddress at, boolean number) {
    SheetCell cell = cell(at);
    boolean blank = cell.value() instanceof Scalar.Blank;
    return !blank && cell.formula() == null && number == cell.value() instanceof Scalar.Num;
  }

  private boolean isRead(CellAddress at) {
    return executed.place().fillDown()
        || executed.reads().stream().anyMatch(r -> r.range().contains(at.row(), at.column()));
  }

  private boolean isCondition(int column) {
    return executed.conditions().stream()
        .anyMatch(c ->
            c.column().table().equals(view.name())
                && c.column().index() == column - data.firstColumn());
  }
}
