package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.SheetContext;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.format.SerialDate;
import org.jspecify.annotations.Nullable;

/** Turns cells as they come over the wire into a workbook; dates become serials from 1900. */
public final class SheetContextReader {
  private final ReadLimits limits;

  /** A reader that keeps these limits. */
  public SheetContextReader(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads the sheets of one request.
   *
   * @throws SheetReadException if there is none, two have one name, a cell isn't one that a sheet
   *     can hold, or a limit is passed
   */
  public Workbook read(List<SheetContext> contexts) {
    if (contexts.isEmpty()) {
      throw SheetReadException.malformed("no sheet was given, at least one is needed");
    }
    limits.check(ReadLimit.SHEETS, contexts.size());
    ReadBudget budget = ReadBudget.start(limits);
    Set<String> names = new HashSet<>();
    List<Sheet> sheets = new ArrayList<>();
    for (SheetContext context : contexts) {
      if (!names.add(context.name().toLowerCase(Locale.ROOT))) {
        throw SheetReadException.malformed("two sheets have the name " + context.name());
      }
      sheets.add(sheet(context, budget));
    }
    return new Workbook(sheets, List.of(), List.of(), DateSystem.FROM_1900);
  }

  /** Reads one sheet. */
  public Workbook read(SheetContext context) {
    return read(List.of(context));
  }

  private static Sheet sheet(SheetContext context, ReadBudget budget) {
    CellAddress origin = origin(context);
    Sheet.Builder sheet = Sheet.builder(budget.text(context.name()));
    for (int r = 0; r < context.cells().size(); r++) {
      List<Cell> row = context.cells().get(r);
      for (int c = 0; c < row.size(); c++) {
        CellAddress at = at(context, origin, r, c);
        SheetCell cell = cell(row.get(c), context.name() + "!" + at, budget);
        if (!(cell.value() instanceof Scalar.Blank) || cell.formula() != null) {
          budget.cell();
          sheet.put(at.row(), at.column(), cell);
        }
      }
    }
    return sheet.build();
  }

  private static CellAddress origin(SheetContext context) {
    String origin = context.origin();
    try {
      return origin == null ? new CellAddress(0, 0) : CellAddress.parse(origin);
    } catch (IllegalArgumentException e) {
      throw SheetReadException.malformed(
          "the origin of sheet " + context.name() + " must be an address such as B3, was " + origin,
          e);
    }
  }

  private static CellAddress at(SheetContext context, CellAddress origin, int row, int column) {
    try {
      return new CellAddress(origin.row() + row, origin.column() + column);
    } catch (IllegalArgumentException e) {
      throw SheetReadException.malformed(
          "sheet " + context.name() + " has more rows or columns than a sheet can hold", e);
    }
  }

  private static SheetCell cell(Cell cell, String at, ReadBudget budget) {
    return switch (cell) {
      case Cell.FormulaCell formula -> formula(formula, at, null, budget);
      case Cell.FormattedCell formatted
          when formatted.value() instanceof Cell.FormulaCell formula ->
          formula(formula, at, formatted.format(), budget);
      case Cell.FormattedCell formatted ->
          new SheetCell(
              value(formatted.value(), at, budget), null, format(budget, formatted.format()));
      default -> new SheetCell(value(cell, at, budget), null, usualFormat(cell));
    };
  }

  private static SheetCell formula(
      Cell.FormulaCell cell, String at, @Nullable String format, ReadBudget budget) {
    String text = cell.formula().strip();
    String formula = text.startsWith("=") ? text.substring(1) : text;
    if (formula.isBlank()) {
      throw SheetReadException.malformed("the formula of cell " + at + " is empty");
    }
    Cell cached = cell.value();
    Scalar value = cached == null ? Scalar.blank() : value(cached, at, budget);
    String shown =
        format != null
            ? format(budget, format)
            : switch (cached) {
              case null -> null;
              case Cell.FormattedCell formatted -> format(budget, formatted.format());
              default -> usualFormat(cached);
            };
    return new SheetCell(value, FormulaText.canonical(budget.text(formula)), shown);
  }

  private static @Nullable String format(ReadBudget budget, String code) {
    return code.isEmpty() || code.equalsIgnoreCase("General") ? null : budget.text(code);
  }

  private static @Nullable String usualFormat(Cell cell) {
    return switch (cell) {
      case Cell.DateCell date -> "yyyy-mm-dd";
      case Cell.DateTimeCell moment -> "yyyy-mm-dd hh:mm:ss";
      case Cell.TimeCell time -> "hh:mm:ss";
      default -> null;
    };
  }

  private static Scalar value(Cell cell, String at, ReadBudget budget) {
    return switch (cell) {
      case Cell.BlankCell blank -> Scalar.blank();
      case Cell.TextCell text -> Scalar.of(budget.text(text.value()));
      case Cell.NumberCell number -> Scalar.of(number.value());
      case Cell.BooleanCell bool -> Scalar.of(bool.value());
      case Cell.DateCell date -> Scalar.of(SerialDate.of(date.value(), DateSystem.FROM_1900));
      case Cell.DateTimeCell moment ->
          Scalar.of(SerialDate.of(moment.value(), DateSystem.FROM_1900));
      case Cell.TimeCell time -> Scalar.of(SerialDate.of(time.value()));
      case Cell.ErrorCell error ->
          Scalar.of(ErrorCode.of(error.value()).orElseThrow(() -> notAnError(at, error.value())));
      case Cell.FormattedCell formatted -> value(formatted.value(), at, budget);
      case Cell.FormulaCell formula ->
          throw SheetReadException.malformed("cell " + at + " has a formula as a value");
    };
  }

  private static SheetReadException notAnError(String at, String value) {
    return SheetReadException.malformed(
        "cell " + at + " must hold an error value such as #N/A, was " + value);
  }
}
