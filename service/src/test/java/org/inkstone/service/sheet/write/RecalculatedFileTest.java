package org.inkstone.service.sheet.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Check;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.read.ReadLimits;
import org.inkstone.service.sheet.read.WorkbookReader;
import org.inkstone.service.sheet.write.RecalculatedFile.Written;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;

class RecalculatedFileTest {
  private org.apache.poi.ss.usermodel.Workbook file = new XSSFWorkbook();
  private Sheet sheet = file.createSheet("S");

  private Cell cell(String address) {
    return cell(sheet, address);
  }

  private static Cell cell(Sheet sheet, String address) {
    CellReference at = new CellReference(address);
    Row row = sheet.getRow(at.getRow());
    return (row == null ? sheet.createRow(at.getRow()) : row)
        .getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  private RecalculatedFileTest formula(String address, String formula) {
    cell(address).setCellFormula(formula);
    return this;
  }

  /** A formula as Excel 365 stores one that spills, with what it left behind. */
  private void spilling(String address, String formula, String ref, double... left) {
    Cell cell = cell(address);
    cell.setCellValue(left[0]);
    CTCellFormula stored = ((XSSFCell) cell).getCTCell().addNewF();
    stored.setT(STCellFormulaType.ARRAY);
    stored.setRef(ref);
    stored.setStringValue(formula);
    ((XSSFCell) cell).getCTCell().setCm(1);
    for (int i = 1; i < left.length; i++) {
      cell(new CellReference(cell.getRowIndex() + i, cell.getColumnIndex()).formatAsString())
          .setCellValue(left[i]);
    }
  }

  private record Result(Written written, Sheet sheet, Workbook read) {
    Cell cell(String address) {
      return RecalculatedFileTest.cell(sheet, address);
    }
  }

  private Result recalculated() throws IOException {
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    file.write(before);
    ByteArrayOutputStream after = new ByteArrayOutputStream();
    Written written =
        RecalculatedFile.write(before.toByteArray(), context(read(before.toByteArray())), after);
    var opened = WorkbookFactory.create(new ByteArrayInputStream(after.toByteArray()));
    return new Result(written, opened.getSheet("S"), read(after.toByteArray()));
  }

  private Workbook read(byte[] content) {
    return new WorkbookReader(ReadLimits.usual())
        .read(content, file instanceof HSSFWorkbook ? "book.xls" : "book.xlsx");
  }

  private static EvaluationContext context(Workbook workbook) {
    return EvaluationContext.of(
        workbook, "S", new CellAddress(0, 0), Check.CLOCK, new SplittableRandom(1));
  }

  private static void assertShows(Object expected, Cell cell) {
    assertEquals(CellType.FORMULA, cell.getCellType(), cell.getAddress().toString());
    Object shown =
        switch (cell.getCachedFormulaResultType()) {
          case NUMERIC -> cell.getNumericCellValue();
          case STRING -> cell.getStringCellValue();
          case BOOLEAN -> cell.getBooleanCellValue();
          case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
          default -> cell.getCachedFormulaResultType();
        };
    assertEquals(expected, shown, cell.getAddress().toString());
  }

  private void everyKind() {
    cell("A1").setCellValue(4);
    formula("B1", "A1*2").formula("B2", "\"n\"&A1&\"é数\"").formula("B3", "A1>3");
    formula("B4", "A1/0").formula("B5", "VLOOKUP(9,A1:A1,1,FALSE)").formula("B6", "SQRT(-A1)");
    formula("B7", "\"\"&C9")
        .formula("B8", "B4+1")
        .formula("B9", "C9")
        .formula("B10", "LEFT(A1,-1)");
    for (int row = 1; row <= 10; row++) {
      // what the file says before is another type
      Cell stored = cell("B" + row);
      if (row % 3 == 0) {
        stored.setCellErrorValue(FormulaError.REF.getCode());
      } else if (row % 3 == 1) {
        stored.setCellValue("old");
      } else {
        stored.setCellValue(-1);
      }
    }
  }

  private static void assertEveryKind(Result result) {
    assertEquals(new Written(10, 0), result.written);
    assertShows(8.0, result.cell("B1"));
    assertShows("n4é数", result.cell("B2"));
    assertShows(true, result.cell("B3"));
    assertShows("#DIV/0!", result.cell("B4"));
    assertShows("#N/A", result.cell("B5"));
    assertShows("#NUM!", result.cell("B6"));
    assertShows("", result.cell("B7"));
    assertShows("#DIV/0!", result.cell("B8"));
    assertShows(0.0, result.cell("B9"));
    assertShows("#VALUE!", result.cell("B10"));
    assertEquals("A1*2", result.cell("B1").getCellFormula());
    assertEquals(4.0, result.cell("A1").getNumericCellValue());
  }

  @Test
  void writesValuesOfEveryKindWhateverWasStored() throws IOException {
    everyKind();
    assertEveryKind(recalculated());
  }

  @Test
  void writesTheOlderFormatToo() throws IOException {
    file = new HSSFWorkbook();
    sheet = file.createSheet("S");
    everyKind();
    assertEveryKind(recalculated());
  }

  @Test
  void dynamicArraysGetTheirNewSizeAndLeaveNothingBehind() throws IOException {
    cell("A1").setCellValue(2);
    cell("A2").setCellValue(4);
    spilling("C1", "_xlfn.SEQUENCE(A1)", "C1:C4", 9, 9, 9, 9);
    spilling("D1", "_xlfn.SEQUENCE(A2)*10", "D1:D2", 9, 9);
    formula("E1", "SUM(C1:C9)").formula("E2", "SUM(_xlfn.ANCHORARRAY(D1))");
    Result result = recalculated();
    assertShows(1.0, result.cell("C1"));
    assertEquals(2.0, result.cell("C2").getNumericCellValue());
    assertEquals(CellType.BLANK, result.cell("C3").getCellType());
    assertEquals(CellType.BLANK, result.cell("C4").getCellType());
    for (int row = 2; row <= 4; row++) {
      assertEquals(10.0 * row, result.cell("D" + row).getNumericCellValue());
    }
    assertShows(3.0, result.cell("E1"));
    assertShows(100.0, result.cell("E2"));
    var first = ((XSSFCell) result.cell("D1")).getCTCell();
    assertEquals("D1:D4", first.getF().getRef());
    assertEquals(STCellFormulaType.ARRAY, first.getF().getT());
    assertEquals(1, first.getCm());
    assertEquals("C1:C2", ((XSSFCell) result.cell("C1")).getCTCell().getF().getRef());
    assertEquals(
        List.of("C1:C2", "D1:D4"),
        result.read.sheets().getFirst().areas().stream().map(a -> a.range().toString()).toList());
  }

  @Test
  void anArrayThatCannotSpillShowsAnError() throws IOException {
    cell("A1").setCellValue(3);
    spilling("C1", "_xlfn.SEQUENCE(A1)", "C1", 9);
    cell("C2").setCellValue("in the way");
    Result result = recalculated();
    assertShows("#VALUE!", result.cell("C1"));
    assertEquals("in the way", result.cell("C2").getStringCellValue());
    assertEquals("C1", ((XSSFCell) result.cell("C1")).getCTCell().getF().getRef());
  }

  @Test
  void arraysOfFixedSizeAreFilled() throws IOException {
    cell("A1").setCellValue(1);
    cell("A2").setCellValue(2);
    sheet.setArrayFormula("A1:A2*3", CellRangeAddress.valueOf("C1:C3"));
    Result result = recalculated();
    assertShows(3.0, result.cell("C1"));
    assertShows(6.0, result.cell("C2"));
    assertShows("#N/A", result.cell("C3"));
    assertTrue(result.cell("C3").isPartOfArrayFormulaGroup());
    assertEquals("C1:C3", result.cell("C2").getArrayFormulaRange().formatAsString());
  }

  @Test
  void whatCannotBeComputedKeepsItsValue() throws IOException {
    formula("B1", "WEBSERVICE(\"x\")").formula("B2", "LEN(B1)");
    cell("B1").setCellValue("stored");
    Result result = recalculated();
    assertEquals(new Written(1, 1), result.written);
    assertShows("stored", result.cell("B1"));
    assertShows(6.0, result.cell("B2"));
  }
}
