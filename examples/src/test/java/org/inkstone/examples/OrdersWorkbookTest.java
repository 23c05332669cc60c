package org.inkstone.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class OrdersWorkbookTest {
  private static final Path FILE = Path.of("data", "orders.xlsx");

  @Test
  void shippedFileHoldsWhatItsMakerMakes() throws IOException {
    if (Boolean.getBoolean("orders.write")) {
      try (Workbook made = OrdersWorkbook.make();
          OutputStream out = Files.newOutputStream(FILE)) {
        made.write(out);
      }
    }
    try (Workbook made = OrdersWorkbook.make();
        InputStream in = Files.newInputStream(FILE);
        Workbook shipped = new XSSFWorkbook(in)) {
      assertEquals(cells(made), cells(shipped));
    }
  }

  private static List<String> cells(Workbook workbook) {
    List<String> cells = new ArrayList<>();
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          cells.add(sheet.getSheetName() + "!" + cell.getAddress() + "=" + cell);
        }
      }
    }
    return cells;
  }
}
