package org.inkstone.service.sheet.eval;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.jspecify.annotations.Nullable;

/** Tables of formulas and their expected values: one a line, {@code formula -> value}. */
public final class Check {
  /** The moment of all tests: a Wednesday afternoon. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-11T15:30:45Z"), ZoneOffset.UTC);

  private static final double CLOSE = 1e-9;

  private final Workbook workbook;
  private final CellAddress cell;

  private Check(Workbook workbook, String cell) {
    this.workbook = workbook;
    this.cell = CellAddress.parse(cell);
  }

  /** Formulas in a cell of an empty sheet. */
  public static void formulas(String table) {
    new Check(Workbook.of(new Sheet("Sheet1", Map.of(), List.of())), "Z99").all(table);
  }

  /** Formulas in Z99 of Sheet1, which holds rows from A1, cells apart by a bar. */
  public static Check on(String rows) {
    return new Check(Workbook.of(sheet("Sheet1", rows)), "Z99");
  }

  /** Formulas in Z99 of a sheet. */
  public static Check on(Sheet sheet) {
    return new Check(Workbook.of(sheet), "Z99");
  }

  /** The same with the formula in another cell. */
  public Check at(String other) {
    return new Check(workbook, other.isEmpty() ? "Z99" : other);
  }

  /** The same with another sheet. */
  public Check with(String name, String rows) {
    List<Sheet> sheets = new ArrayList<>(workbook.sheets());
    sheets.add(sheet(name, rows));
    return new Check(
        new Workbook(sheets, workbook.names(), workbook.tables(), workbook.dateSystem()),
        cell.toString());
  }

  /** The same with a table of one header row on Sheet1. */
  public Check table(String name, String range, String... columns) {
    List<Table> tables = new ArrayList<>(workbook.tables());
    tables.add(new Table(name, "Sheet1", CellRange.parse(range), 1, 0, List.of(columns)));
    return new Check(
        new Workbook(workbook.sheets(), workbook.names(), tables, workbook.dateSystem()),
        cell.toString());
  }

  /** The same with dates counted from 1904. */
  public Check from1904() {
    return new Check(
        new Workbook(workbook.sheets(), workbook.names(), workbook.tables(), DateSystem.FROM_1904),
        cell.toString());
  }

  /** The workbook. */
  public Workbook workbook() {
    return workbook;
  }

  /** What a formula is evaluated in. */
  public EvaluationContext context() {
    return EvaluationContext.of(
        workbook, workbook.sheets().getFirst().name(), cell, CLOCK, new SplittableRandom(7));
  }

  /** A formula's value. */
  public Evaluation value(String formula) {
    return new FormulaEvaluator().evaluate(formula, context());
  }

  /** Asserts all lines of a table and names every one that fails. */
  public void all(String table) {
    List<String> failures = new ArrayList<>();
    int count = 0;
    for (String line : table.strip().lines().toList()) {
      int arrow = line.lastIndexOf("->");
      if (line.isBlank() || line.strip().startsWith("//")) {
        continue;
      }
      count++;
      String formula = line.substring(0, arrow).strip();
      String expected = line.substring(arrow + 2).strip();
      String found = shown(formula);
      if (!same(found, expected)) {
        failures.add(formula + " -> " + found + ", expected " + expected);
      }
    }
    assertTrue(count > 0, "an empty table");
    assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
  }

  private String shown(String formula) {
    try {
      return shown(value(formula));
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  /** A value in the form of these tables. */
  public static String shown(Evaluation value) {
    if (value.rows().size() == 1 && value.rows().getFirst().size() == 1) {
      return shown(value.scalar());
    }
    List<String> rows = new ArrayList<>();
    value
        .rows()
        .forEach(row -> rows.add(String.join(",", row.stream().map(Check::shown).toList())));
    return "{" + String.join(";", rows) + "}";
  }

  private static String shown(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Blank b -> "blank";
      case Scalar.Num n -> Double.toString(n.value());
      case Scalar.Text t -> '"' + t.value() + '"';
      case Scalar.Bool b -> b.value() ? "TRUE" : "FALSE";
      case Scalar.Err e -> e.code().literal();
    };
  }

  private static boolean same(String found, String expected) {
    String[] a = found.split("(?<=[{},;])|(?=[{},;])", -1);
    String[] b = expected.split("(?<=[{},;])|(?=[{},;])", -1);
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (!a[i].equals(b[i]) && !close(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean close(String a, String b) {
    try {
      double x = Double.parseDouble(a);
      double y = Double.parseDouble(b);
      return Math.abs(x - y) <= CLOSE * Math.max(1e-3, Math.max(Math.abs(x), Math.abs(y)));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Sheet sheet(String name, String rows) {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    int row = 0;
    for (String line : rows.strip().lines().toList()) {
      int column = 0;
      for (String cell : line.split("\\|", -1)) {
        SheetCell read = cell(cell.strip());
        if (read != null) {
          cells.put(new CellAddress(row, column), read);
        }
        column++;
      }
      row++;
    }
    return new Sheet(name, cells, List.of());
  }

  /** Quotes make texts, "=" formulas; nothing is blank. */
  private static @Nullable SheetCell cell(String text) {
    if (text.isEmpty()) {
      return null;
    } else if (text.startsWith("=")) {
      return new SheetCell(Scalar.blank(), text.substring(1), null);
    } else if (text.startsWith("\"")) {
      return SheetCell.of(Scalar.of(text.substring(1, text.length() - 1)));
    } else if (text.equals("TRUE") || text.equals("FALSE")) {
      return SheetCell.of(Scalar.of(text.equals("TRUE")));
    } else if (ErrorCode.of(text).isPresent()) {
      return SheetCell.of(Scalar.of(ErrorCode.of(text).get()));
    } else if (text.matches("-?[0-9.]+(E-?\\d+)?")) {
      return SheetCell.of(Scalar.of(Double.parseDouble(text)));
    }
    return SheetCell.of(Scalar.of(text));
  }
}
