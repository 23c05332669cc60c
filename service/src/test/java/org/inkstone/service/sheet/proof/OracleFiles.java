package org.inkstone.service.sheet.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.function.Excel;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;

/** Writes data and formulas, without values, for the oracles. */
final class OracleFiles {
  /** Newer than Excel 2007 and yet written without a prefix in files. */
  private static final Set<String> UNPREFIXED =
      Set.of("NETWORKDAYS.INTL", "WORKDAY.INTL", "ISO.CEILING");

  private OracleFiles() {}

  /** A workbook with all formulas as array formulas of one cell, as Excel 365 evaluates them. */
  static void writeWorkbook(Sheet data, List<String> formulas, Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = book.createSheet(data.name());
      for (Map.Entry<CellAddress, SheetCell> cell : data.cells().entrySet()) {
        CellAddress at = cell.getKey();
        XSSFRow row =
            sheet.getRow(at.row()) == null ? sheet.createRow(at.row()) : sheet.getRow(at.row());
        set(row.createCell(at.column()), cell.getValue().value());
      }
      for (int i = 0; i < formulas.size(); i++) {
        int row = Engine.FIRST_ROW + i;
        XSSFCell cell = sheet.createRow(row).createCell(Engine.COLUMN);
        CTCellFormula formula = cell.getCTCell().addNewF();
        formula.setT(STCellFormulaType.ARRAY);
        formula.setRef(new CellAddress(row, Engine.COLUMN).toString());
        formula.setStringValue(inFile(formulas.get(i)));
      }
      book.write(out);
    }
  }

  private static void set(Cell cell, Scalar value) {
    switch (value) {
      case Scalar.Num n -> cell.setCellValue(n.value());
      case Scalar.Text t -> cell.setCellValue(t.value());
      case Scalar.Bool b -> cell.setCellValue(b.value());
      case Scalar.Err e ->
          cell.setCellErrorValue(FormulaError.forString(e.code().literal()).getCode());
      case Scalar.Blank b -> cell.setBlank();
    }
  }

  /** A formula with the prefixes that files have before the names of newer functions. */
  static String inFile(String formula) {
    Expr expr = FormulaParser.parse(formula);
    return FormulaPrinter.print(SubExpressions.renamed(expr, OracleFiles::prefixed));
  }

  private static String prefixed(String function) {
    boolean newer =
        FunctionCatalog.standard()
            .find(function)
            .filter(info -> info.since().compareTo(Excel.V2007) > 0)
            .isPresent();
    if (!newer || UNPREFIXED.contains(function)) {
      return function;
    }
    return (function.equals("FILTER") || function.equals("SORT") ? "_xlfn._xlws." : "_xlfn.")
        + function;
  }

  /** Lines for a script: {@code cell row column value}, then {@code formula row column text}. */
  static void writeLines(Sheet data, List<String> formulas, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    data.cells()
        .forEach((at, cell) ->
            lines.add(
                String.join(
                    "\t",
                    "cell",
                    String.valueOf(at.row() + 1),
                    String.valueOf(at.column() + 1),
                    Encoded.of(cell.value()))));
    for (int i = 0; i < formulas.size(); i++) {
      lines.add(
          String.join(
              "\t",
              "formula",
              String.valueOf(Engine.FIRST_ROW + i + 1),
              String.valueOf(Engine.COLUMN + 1),
              formulas.get(i)));
    }
    Files.write(file, lines);
  }
}
