package org.inkstone.service.benchmark;

import java.util.SplittableRandom;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;

/**
 * A ledger of sales with six formulas a row, and totals over it, as both engines are given it: only
 * functions that POI has.
 */
final class LedgerWorkbook {
  private static final int PRODUCTS = 500;

  /** Products with totals of their sales. */
  private static final int TOTALED = 100;

  /** Takes the cells of the ledger. */
  private interface Cells {
    void number(int sheet, int row, int column, double value);

    void text(int sheet, int row, int column, String value);

    void formula(int sheet, int row, int column, String formula);
  }

  private final int rows;
  private final int constants;

  /**
   * A ledger.
   *
   * @param rows lines, each with six formulas
   * @param constants columns of constants beside the five that the formulas read
   */
  LedgerWorkbook(int rows, int constants) {
    this.rows = rows;
    this.constants = constants;
  }

  int formulas() {
    return rows * 6 + TOTALED * 2 + 6;
  }

  long cells() {
    return (long) rows * (11 + constants) + PRODUCTS * 2L + TOTALED * 2L + 7;
  }

  private void fill(Cells cells) {
    SplittableRandom random = new SplittableRandom(3);
    for (int row = 0; row < rows; row++) {
      int n = row + 1;
      cells.text(0, row, 0, "P" + random.nextInt(PRODUCTS));
      cells.number(0, row, 1, 1 + random.nextInt(40));
      cells.number(0, row, 2, 5 + random.nextInt(9_000) / 100.0);
      cells.number(0, row, 3, random.nextInt(20) / 100.0);
      cells.number(0, row, 4, 44_000 + random.nextInt(1_000));
      cells.formula(0, row, 5, "B" + n + "*C" + n);
      cells.formula(0, row, 6, "ROUND(F" + n + "*(1-D" + n + "),2)");
      cells.formula(0, row, 7, "G" + n + "*(1+Products!$F$1)");
      cells.formula(
          0, row, 8, "IF(H" + n + ">1000,\"large\",IF(H" + n + ">100,\"mid\",\"small\"))");
      cells.formula(0, row, 9, "YEAR(E" + n + ")*100+MONTH(E" + n + ")");
      cells.formula(0, row, 10, "VLOOKUP(A" + n + ",Products!$A$1:$B$" + PRODUCTS + ",2,FALSE)");
      for (int column = 0; column < constants; column++) {
        cells.number(0, row, 11 + column, random.nextInt(1_000_000));
      }
    }
    for (int row = 0; row < PRODUCTS; row++) {
      int n = row + 1;
      cells.text(1, row, 0, "P" + row);
      cells.number(1, row, 1, random.nextInt(100));
      if (row < TOTALED) {
        cells.formula(
            1, row, 2, "SUMIF(Sales!$A$1:$A$" + rows + ",A" + n + ",Sales!$G$1:$G$" + rows + ")");
        cells.formula(1, row, 3, "COUNTIF(Sales!$A$1:$A$" + rows + ",A" + n + ")");
      }
    }
    cells.number(1, 0, 5, 0.19);
    cells.formula(1, 1, 5, "SUM(Sales!H1:H" + rows + ")");
    cells.formula(1, 2, 5, "AVERAGE(Sales!H1:H" + rows + ")");
    cells.formula(1, 3, 5, "MAX(Sales!G1:G" + rows + ")");
    cells.formula(1, 4, 5, "COUNTIF(Sales!I1:I" + rows + ",\"large\")");
    cells.formula(1, 5, 5, "F2/COUNT(Sales!B1:B" + rows + ")");
    cells.formula(1, 6, 5, "SUM(C1:C100)");
  }

  /** For our engine. */
  Workbook ours() {
    Sheet.Builder[] sheets = {Sheet.builder("Sales"), Sheet.builder("Products")};
    fill(
        new Cells() {
          @Override
          public void number(int sheet, int row, int column, double value) {
            sheets[sheet].put(row, column, SheetCell.of(Scalar.of(value)));
          }

          @Override
          public void text(int sheet, int row, int column, String value) {
            sheets[sheet].put(row, column, SheetCell.of(Scalar.of(value)));
          }

          @Override
          public void formula(int sheet, int row, int column, String formula) {
            sheets[sheet].put(row, column, new SheetCell(Scalar.blank(), formula, null));
          }
        });
    Workbook workbook = Workbook.of(sheets[0].build());
    return new Workbook(
        java.util.List.of(sheets[0].build(), sheets[1].build()),
        workbook.names(),
        workbook.tables(),
        workbook.dateSystem());
  }

  /** For POI; the workbook is filled and given back. */
  <W extends org.apache.poi.ss.usermodel.Workbook> W poi(W workbook) {
    workbook.createSheet("Sales");
    workbook.createSheet("Products");
    fill(
        new Cells() {
          private Cell cell(int sheet, int row, int column) {
            var of = workbook.getSheetAt(sheet);
            Row cells = of.getRow(row) == null ? of.createRow(row) : of.getRow(row);
            return cells.createCell(column);
          }

          @Override
          public void number(int sheet, int row, int column, double value) {
            cell(sheet, row, column).setCellValue(value);
          }

          @Override
          public void text(int sheet, int row, int column, String value) {
            cell(sheet, row, column).setCellValue(value);
          }

          @Override
          public void formula(int sheet, int row, int column, String formula) {
            cell(sheet, row, column).setCellFormula(formula);
          }
        });
    return workbook;
  }
}
