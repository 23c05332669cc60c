package org.inkstone.service.sheet.check;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Budget;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.format.SerialDate;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.table.TableFinder;
import org.jspecify.annotations.Nullable;

/** A small sheet, written as rows, and what the checks find about formulas on it. */
final class Findings {
  private final Sheet.Builder cells = Sheet.builder("Data");
  private final List<CellRange> merged = new ArrayList<>();
  private int next;

  /** One more row; null leaves a cell blank, a text with a leading = is a formula. */
  Findings row(@Nullable Object... values) {
    for (int column = 0; column < values.length; column++) {
      Object value = values[column];
      if (value != null) {
        cells.put(next, column, cell(value));
      }
    }
    next++;
    return this;
  }

  Findings merge(String area) {
    merged.add(CellRange.parse(area));
    return this;
  }

  /** A number in a number format. */
  static SheetCell shown(double number, String format) {
    return new SheetCell(Scalar.of(number), null, format);
  }

  private static SheetCell cell(Object value) {
    return switch (value) {
      case SheetCell cell -> cell;
      case String text when text.startsWith("=") ->
          new SheetCell(Scalar.blank(), text.substring(1), null);
      case String text -> SheetCell.of(Scalar.of(text));
      case Boolean bool -> SheetCell.of(Scalar.of(bool.booleanValue()));
      case LocalDate date ->
          new SheetCell(Scalar.of(SerialDate.of(date, DateSystem.FROM_1900)), null, "yyyy-mm-dd");
      case Number number -> SheetCell.of(Scalar.of(number.doubleValue()));
      default -> throw new IllegalArgumentException("no cell for " + value);
    };
  }

  /** What all checks find about a formula far right of the data. */
  List<FormulaFinding> of(String formula) {
    return of(formula, "Z1", 1);
  }

  /** What all checks find about a formula in a cell, filled down over some rows. */
  List<FormulaFinding> of(String formula, String cell, int rows) {
    Workbook workbook = Workbook.of(cells.merged(merged).build());
    EvaluationContext context =
        new EvaluationContext(
            workbook,
            TableFinder.find(workbook),
            "Data",
            CellAddress.parse(cell),
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC),
            new Random(1),
            Budget.DEFAULT);
    FormulaSubject subject = new FormulaSubject(FormulaParser.parse(formula), context, rows);
    return FormulaChecks.all().stream().flatMap(check -> check.find(subject).stream()).toList();
  }

  /** The names of the checks that find something. */
  List<String> names(String formula) {
    return of(formula).stream().map(FormulaFinding::check).toList();
  }

  /** The names of the checks that find something about a formula that is filled down. */
  List<String> names(String formula, String cell, int rows) {
    return of(formula, cell, rows).stream().map(FormulaFinding::check).toList();
  }
}
