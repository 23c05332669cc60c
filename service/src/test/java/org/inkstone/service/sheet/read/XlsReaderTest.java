package org.inkstone.service.sheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.read.SheetReadException.Kind;
import org.junit.jupiter.api.Test;

class XlsReaderTest {
  private static byte[] file(Consumer<HSSFWorkbook> content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      content.accept(workbook);
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static Workbook read(byte[] content) {
    return new WorkbookReader(ReadLimits.usual()).read(content, "book.xls");
  }

  private static void values(HSSFWorkbook workbook) {
    Row row = workbook.createSheet("数据").createRow(0);
    row.createCell(0).setCellValue(1.5);
    row.createCell(1).setCellValue("钢笔");
    row.createCell(2).setCellValue(true);
    row.createCell(3).setCellErrorValue(FormulaError.NA.getCode());
    row.createCell(4).setCellFormula("SUM(A1:A1)*2");
    row.createCell(5).setCellValue("");
    CellStyle percent = workbook.createCellStyle();
    percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
    row.getCell(0).setCellStyle(percent);
    row.createCell(6).setCellStyle(percent);
    workbook.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf("A3:B4"));
    var name = workbook.createName();
    name.setNameName("Rate");
    name.setRefersToFormula("数据!$A$1");
  }

  @Test
  void readsValuesFormulasFormatsNamesAndMergedCells() throws IOException {
    Workbook workbook = read(file(XlsReaderTest::values));
    Sheet sheet = workbook.sheet("数据").orElseThrow();
    assertEquals(Scalar.of(1.5), sheet.cell(0, 0).value());
    assertEquals("0.0%", sheet.cell(0, 0).format());
    assertEquals(Scalar.of("钢笔"), sheet.cell(0, 1).value());
    assertNull(sheet.cell(0, 1).format());
    assertEquals(Scalar.of(true), sheet.cell(0, 2).value());
    assertEquals(Scalar.of(ErrorCode.NA), sheet.cell(0, 3).value());
    assertEquals("SUM(A1:A1)*2", sheet.cell(0, 4).formula());
    assertEquals(Scalar.of(""), sheet.cell(0, 5).value());
    assertEquals(Scalar.blank(), sheet.cell(0, 6).value());
    assertEquals(List.of(CellRange.parse("A3:B4")), sheet.merged());
    assertEquals(List.of(new DefinedName("Rate", null, "数据!$A$1")), workbook.names());
    assertEquals(DateSystem.FROM_1900, workbook.dateSystem());
  }

  @Test
  void refusesFileWithPassword() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      values(workbook);
      workbook.write(bytes);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    SheetReadException refusal =
        assertThrows(SheetReadException.class, () -> read(bytes.toByteArray()));
    assertEquals(Kind.ENCRYPTED, refusal.kind());
  }

  @Test
  void tellsOtherContainersFromWorkbooks() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.getRoot().createDirectory("WordDocument");
      container.writeFilesystem(bytes);
    }
    SheetReadException refusal =
        assertThrows(SheetReadException.class, () -> read(bytes.toByteArray()));
    assertEquals(Kind.UNSUPPORTED_FORMAT, refusal.kind());
  }

  @Test
  void stopsAtLimitOfCells() throws IOException {
    byte[] content = file(XlsReaderTest::values);
    ReadLimits limits = ReadLimits.usual().with(ReadLimit.CELLS, 3);
    SheetReadException refusal =
        assertThrows(
            SheetReadException.class, () -> new WorkbookReader(limits).read(content, null));
    assertEquals(ReadLimit.CELLS, refusal.limit().orElseThrow());
  }

  @Test
  void survivesDamage() throws IOException {
    byte[] good = file(XlsReaderTest::values);
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] damaged =
          random.nextInt(4) == 0
              ? Arrays.copyOf(good, 8 + random.nextInt(good.length - 8))
              : good.clone();
      for (int n = random.nextInt(20); n >= 0; n--) {
        damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
      }
      try {
        read(damaged);
      } catch (SheetReadException e) {
        refused++;
      }
    }
    assertTrue(refused > 20, "some damaged files are refused, and none of them in another way");
  }
}
