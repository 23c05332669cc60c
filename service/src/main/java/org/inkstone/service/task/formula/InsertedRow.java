package org.inkstone.service.task.formula;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.inkstone.service.sheet.formula.RowInsertion;

/** A workbook with one row more, all formulas, tables and merged cells following. */
final class InsertedRow {
  /** Above this number of formulas the workbook is left as it is. */
  private static final int MOST_FORMULAS = 5_000;

  private final RowInsertion insertion;

  InsertedRow(RowInsertion insertion) {
    this.insertion = insertion;
  }

  /** Whether the workbook is small enough for it. */
  static boolean isFeasible(Workbook workbook) {
    long formulas =
        workbook.sheets().stream()
            .flatMap(s -> s.cells().values().stream())
            .filter(c -> c.formula() != null)
            .limit(MOST_FORMULAS + 1)
            .count();
    return formulas <= MOST_FORMULAS;
  }

  /**
   * The data with the row in it.
   *
   * @param cells of the new row, at their places after the insertion
   */
  Schema schema(Schema schema, Map<CellAddress, SheetCell> cells) {
    Workbook workbook = schema.workbook();
    List<Sheet> sheets = workbook.sheets().stream().map(s -> sheet(s, cells)).toList();
    List<Table> tables = workbook.tables().stream().map(this::table).toList();
    Workbook changed = new Workbook(sheets, workbook.names(), tables, workbook.dateSystem());
    List<TableView> views =
        schema.tables().stream()
            .map(v -> new TableView(table(v.table()), v.columns(), v.readings()))
            .toList();
    return new Schema(changed, schema.sheet(), views);
  }

  private Sheet sheet(Sheet sheet, Map<CellAddress, SheetCell> cells) {
    boolean here = sheet.name().equalsIgnoreCase(insertion.sheet());
    Sheet.Builder changed = Sheet.builder(sheet.name());
    sheet
        .cells()
        .forEach((at, cell) -> {
          CellAddress to = here ? insertion.cell(at) : at;
          changed.put(to.row(), to.column(), cell(cell, sheet.name()));
        });
    if (here) {
      cells.forEach((at, cell) -> changed.put(at.row(), at.column(), cell));
    }
    return changed
        .merged(here ? sheet.merged().stream().map(insertion::range).toList() : sheet.merged())
        .build();
  }

  /** A cell whose formula follows the insertion. */
  SheetCell cell(SheetCell cell, String sheet) {
    if (cell.formula() == null) {
      return cell;
    }
    return formula(cell.formula(), sheet)
        .map(text -> new SheetCell(cell.value(), text, cell.format()))
        .orElse(cell);
  }

  private Optional<String> formula(String text, String sheet) {
    try {
      Expr parsed = FormulaParser.parse(text);
      return Optional.of(FormulaPrinter.print(insertion.formula(parsed, sheet)));
    } catch (FormulaSyntaxException e) {
      return Optional.empty(); // the file has it so; it is no formula before or after
    }
  }

  private Table table(Table table) {
    return table.sheet().equalsIgnoreCase(insertion.sheet())
        ? new Table(
            table.name(),
            table.sheet(),
            insertion.range(table.range()),
            table.headerRows(),
            table.totalsRows(),
            table.columns())
        : table;
  }

  /** The place of the formula, which follows too. */
  Place place(Place place, Schema changed) {
    TableView table = place.table();
    TableView along = table == null ? null : changed.table(table.name()).orElse(null);
    boolean here = place.sheet().equalsIgnoreCase(insertion.sheet());
    CellAddress cell = here ? insertion.cell(place.cell()) : place.cell();
    return new Place(place.sheet(), cell, place.fillDown(), along);
  }
}
