package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inkstone.sdk.model.FormulaTarget;
import org.inkstone.sdk.model.SheetContext;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.function.Product;
import org.inkstone.service.sheet.read.ReadLimits;
import org.inkstone.service.sheet.read.SheetContextReader;
import org.inkstone.service.sheet.read.SheetReadException;
import org.inkstone.service.task.TaskContext;
import org.inkstone.service.task.TaskException;
import org.inkstone.service.task.WorkbookStore;
import org.jspecify.annotations.Nullable;

/** Reads the data of a request: cells on the wire or an uploaded workbook. */
final class SheetInputReader {
  private final WorkbookStore workbooks;
  private final SheetContextReader reader = new SheetContextReader(ReadLimits.usual());

  SheetInputReader(WorkbookStore workbooks) {
    this.workbooks = workbooks;
  }

  /** What a request says about its data. */
  record Source(
      @Nullable SheetContext sheet,
      @Nullable List<SheetContext> sheets,
      @Nullable String workbookId,
      @Nullable String sheetName,
      @Nullable String range,
      @Nullable FormulaTarget target,
      @Nullable String cell,
      boolean fillDown) {}

  /** Fails with {@link TaskException}, which points to the field. */
  CompletionStage<Workbook> workbook(TaskContext context, Source source) {
    String id = source.workbookId();
    boolean cells = source.sheet() != null || source.sheets() != null;
    if (id == null && !cells) {
      throw new TaskException("/sheet", "either sheet or workbook_id must name the data");
    } else if (id != null && cells) {
      throw new TaskException("/workbook_id", "sheet and workbook_id exclude each other");
    } else if (id == null) {
      return CompletableFuture.completedFuture(fromCells(source));
    }
    return workbooks
        .find(context.tenant(), id)
        .thenApply(found ->
            found.orElseThrow(
                () -> new TaskException("/workbook_id", "there is no workbook " + id)));
  }

  private Workbook fromCells(Source source) {
    List<SheetContext> all = new ArrayList<>();
    SheetContext active = source.sheet();
    if (source.sheets() != null) {
      all.addAll(source.sheets());
    }
    boolean among =
        active != null && all.stream().anyMatch(s -> s.name().equalsIgnoreCase(active.name()));
    if (active != null && !among) {
      all.addFirst(active);
    }
    try {
      return reader.read(all);
    } catch (SheetReadException e) {
      String pointer = source.sheets() == null ? "/sheet" : "/sheets";
      throw new TaskException(pointer, String.valueOf(e.getMessage()));
    }
  }

  /** Finds tables and the formula's place. CPU work: not for an event loop. */
  static SheetInput read(Workbook workbook, Source source) {
    Product product = product(source.target());
    String active = activeSheet(workbook, source);
    Workbook cut = cut(workbook, active, source.range());
    Schema schema = Schema.of(cut, active);
    return new SheetInput(workbook, schema, place(schema, active, source), product);
  }

  private static String activeSheet(Workbook workbook, Source source) {
    SheetContext context = source.sheet();
    String name = context == null ? source.sheetName() : context.name();
    if (name == null) {
      return workbook.sheets().getFirst().name();
    }
    return workbook
        .sheet(name)
        .map(Sheet::name)
        .orElseThrow(() -> new TaskException("/sheet_name", "the workbook has no sheet " + name));
  }

  /** The active sheet without the cells outside a range. */
  private static Workbook cut(Workbook workbook, String active, @Nullable String range) {
    if (range == null) {
      return workbook;
    }
    CellRange kept = parse("/range", range);
    Sheet sheet = workbook.sheet(active).orElseThrow();
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    sheet
        .cells()
        .forEach((at, cell) -> {
          if (kept.contains(at.row(), at.column())) {
            cells.put(at, cell);
          }
        });
    return workbook.with(new Sheet(sheet.name(), cells, sheet.merged()));
  }

  private static CellRange parse(String pointer, String range) {
    try {
      return CellRange.parse(range);
    } catch (IllegalArgumentException e) {
      throw new TaskException(pointer, "must be in A1 style, such as A1:F200, was " + range);
    }
  }

  private static Place place(Schema schema, String active, Source source) {
    Sheet sheet = schema.workbook().sheet(active).orElseThrow();
    TableView table =
        schema.tables().stream()
            .filter(t -> t.table().sheet().equalsIgnoreCase(active))
            .findFirst()
            .orElse(null);
    String cell = source.cell();
    CellAddress at = cell == null ? freeCell(sheet, table) : address(cell);
    boolean fillDown = source.fillDown();
    if (fillDown && table == null) {
      throw new TaskException("/fill_down", "sheet " + active + " has no table to fill down along");
    } else if (fillDown && table != null && !isBeside(table, at)) {
      throw new TaskException(
          "/cell", "must be in a data row of table " + table.name() + " with fill_down, was " + at);
    }
    return new Place(active, at, fillDown, table);
  }

  private static CellAddress address(String cell) {
    CellRange range = parse("/cell", cell);
    return new CellAddress(range.firstRow(), range.firstColumn());
  }

  private static boolean isBeside(TableView table, CellAddress cell) {
    CellRange data = table.table().data();
    return cell.row() >= data.firstRow() && cell.row() <= data.lastRow();
  }

  /** In the first data row, one column free after the data. */
  private static CellAddress freeCell(Sheet sheet, @Nullable TableView table) {
    int row = table == null ? 0 : table.table().data().firstRow();
    int column = sheet.used().map(CellRange::lastColumn).orElse(-2) + 2;
    return new CellAddress(row, Math.min(column, CellAddress.MAX_COLUMNS - 1));
  }

  private static Product product(@Nullable FormulaTarget target) {
    String name = target == null ? null : target.product();
    if (name == null) {
      return Product.EXCEL_365;
    }
    try {
      return Product.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new TaskException(
          "/target/product",
          "must be one of "
              + Stream.of(Product.values()).map(Product::id).collect(Collectors.joining(", "))
              + ", was "
              + name);
    }
  }
}
