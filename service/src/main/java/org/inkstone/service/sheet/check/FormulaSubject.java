package org.inkstone.service.sheet.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.eval.FormulaEvaluator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.inkstone.service.sheet.formula.SheetPrefix;
import org.inkstone.service.sheet.formula.TableRanges;
import org.jspecify.annotations.Nullable;

/** A formula in its place, with all that a check may ask about it. */
public final class FormulaSubject {
  /** Sheets above this size are not copied to try changed data. */
  private static final int MOST_CELLS = 200_000;

  /** Cells of one area that a check looks at. */
  private static final int MOST_LOOKED_AT = 300_000;

  private static final int DEEPEST_NAME = 5;

  private final Expr formula;
  private final EvaluationContext context;
  private final int rows;
  private final FormulaEvaluator evaluator = new FormulaEvaluator();
  private @Nullable List<Evaluation> results;

  /**
   * A formula with all that its value depends on.
   *
   * @param rows how many cells it fills downwards, its own included
   */
  public FormulaSubject(Expr formula, EvaluationContext context, int rows) {
    this.formula = TableRanges.toRanges(formula, context.tables(), context.sheet(), context.cell());
    this.context = context;
    this.rows = rows;
  }

  /** Its tree, structured references as ranges. */
  Expr formula() {
    return formula;
  }

  EvaluationContext context() {
    return context;
  }

  Workbook workbook() {
    return context.workbook();
  }

  CellAddress cell() {
    return context.cell();
  }

  int rows() {
    return rows;
  }

  /** All calls, outer ones first. */
  Stream<Expr.Call> calls() {
    return Parts.of(formula, Expr.Call.class);
  }

  /** The cells of a reference that is written out; empty for all else. */
  Optional<Area> area(Expr expr) {
    return area(expr, 0);
  }

  private Optional<Area> area(Expr expr, int depth) {
    return switch (expr) {
      case Expr.CellRef c ->
          area(c.sheet(), c.row().index(), c.column().index(), c.row().index(), c.column().index());
      case Expr.RangeRef r ->
          area(
              r.sheet(),
              r.firstRow().index(),
              r.firstColumn().index(),
              r.lastRow().index(),
              r.lastColumn().index());
      case Expr.ColumnsRef c ->
          usedRows(c.sheet())
              .flatMap(u -> area(c.sheet(), 0, c.first().index(), u.lastRow(), c.last().index()));
      case Expr.RowsRef r ->
          usedRows(r.sheet())
              .flatMap(
                  u -> area(r.sheet(), r.first().index(), 0, r.last().index(), u.lastColumn()));
      case Expr.NameRef name when depth < DEEPEST_NAME ->
          definition(name).flatMap(e -> area(e, depth + 1));
      default -> Optional.empty();
    };
  }

  private Optional<CellRange> usedRows(@Nullable SheetPrefix prefix) {
    return sheet(prefix == null ? context.sheet() : prefix.first()).flatMap(Sheet::used);
  }

  private Optional<Area> area(
      @Nullable SheetPrefix prefix, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    if (prefix != null && (prefix.book() != null || prefix.last() != null)) {
      return Optional.empty();
    }
    CellRange range = new CellRange(firstRow, firstColumn, lastRow, lastColumn);
    return sheet(prefix == null ? context.sheet() : prefix.first())
        .map(sheet -> new Area(sheet.name(), range));
  }

  private Optional<Expr> definition(Expr.NameRef name) {
    return workbook().names().stream()
        .filter(n -> n.name().equalsIgnoreCase(name.name()))
        .filter(n -> n.sheet() == null || n.sheet().equalsIgnoreCase(context.sheet()))
        .findFirst()
        .map(DefinedName::formula)
        .flatMap(FormulaSubject::parsed);
  }

  /** A formula's tree; empty where the text is none. */
  static Optional<Expr> parsed(String text) {
    try {
      return Optional.of(FormulaParser.parse(text));
    } catch (FormulaSyntaxException e) {
      return Optional.empty();
    }
  }

  Optional<Sheet> sheet(String name) {
    return workbook().sheet(name);
  }

  /** The tables that lie under an area. */
  List<Table> tables(Area area) {
    return context.tables().stream()
        .filter(t -> area.overlaps(new Area(t.sheet(), t.range())))
        .toList();
  }

  SheetCell cell(Area area, int row, int column) {
    return sheet(area.sheet()).map(s -> s.cell(row, column)).orElse(SheetCell.blank());
  }

  /** What a cell holds; of a formula that was never computed, its value now. */
  Scalar value(Area area, int row, int column) {
    SheetCell cell = cell(area, row, column);
    boolean unknown = cell.formula() != null && cell.value() instanceof Scalar.Blank;
    if (!unknown) {
      return cell.value();
    }
    Expr.CellRef reference = Expr.CellRef.of(new CellAddress(row, column));
    return value(
        new Expr.CellRef(SheetPrefix.of(area.sheet()), reference.row(), reference.column()));
  }

  /** The area as far as its sheet is filled, its first rows if it is huge; empty if all blank. */
  Optional<Area> filled(Area area) {
    CellRange used = sheet(area.sheet()).flatMap(Sheet::used).orElse(null);
    CellRange range = area.range();
    if (used == null
        || used.lastRow() < range.firstRow()
        || used.lastColumn() < range.firstColumn()
        || used.firstRow() > range.lastRow()
        || used.firstColumn() > range.lastColumn()) {
      return Optional.empty();
    }
    return Optional.of(
        new Area(
            area.sheet(),
            new CellRange(
                range.firstRow(),
                range.firstColumn(),
                Math.min(range.lastRow(), lastRow(range, used)),
                Math.min(range.lastColumn(), used.lastColumn()))));
  }

  private static int lastRow(CellRange range, CellRange used) {
    int columns = Math.min(range.lastColumn(), used.lastColumn()) - range.firstColumn() + 1;
    return Math.min(used.lastRow(), range.firstRow() + MOST_LOOKED_AT / columns);
  }

  /** The value of a part of the formula, in its place; the first one of an array. */
  Scalar value(Expr part) {
    return evaluator.evaluate(part, context).scalar();
  }

  /** The values of the formula, one a row. */
  List<Evaluation> results() {
    List<Evaluation> known = results;
    if (known == null) {
      known = evaluator.fillDown(formula, context, rows);
      results = known;
    }
    return known;
  }

  /** The values of another formula, filled down from the same cell. */
  List<Evaluation> resultsOf(Expr other, int count) {
    return evaluator.fillDown(other, context, count);
  }

  /** Whether the data are small enough to be tried with changes. */
  boolean mayBeChanged(String sheet) {
    return sheet(sheet).map(s -> s.cells().size() <= MOST_CELLS).orElse(false);
  }

  /** Whether the formula's values depend on some cells' being as they are. */
  boolean changesWith(String sheetName, Map<CellAddress, SheetCell> changed) {
    if (!mayBeChanged(sheetName)) {
      return false;
    }
    Sheet sheet = sheet(sheetName).orElseThrow();
    EvaluationContext other = context.over(workbook().with(sheet.with(changed)), context.tables());
    return !Sameness.same(results(), evaluator.fillDown(formula, other, rows));
  }
}
