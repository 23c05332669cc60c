package org.inkstone.service.sheet.read;

import java.util.List;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.jspecify.annotations.Nullable;

/** Reads delimited text as a spreadsheet would on opening it, but runs no formula in it. */
final class CsvReader {
  private static final int LONGEST_SHEET_NAME = 31;

  private final ReadBudget budget;

  CsvReader(ReadBudget budget) {
    this.budget = budget;
  }

  Workbook read(byte[] content, @Nullable String fileName) {
    String text = TextEncoding.decode(content);
    CsvFields fields = new CsvFields(text, Delimiter.of(text), budget);
    Sheet.Builder sheet = Sheet.builder(sheetName(fileName));
    for (int row = 0; fields.hasNext(); row++) {
      if (row >= CellAddress.MAX_ROWS) {
        throw SheetReadException.limit(ReadLimit.CELLS, CellAddress.MAX_ROWS, row + 1L);
      }
      row(fields.next(), row, sheet);
    }
    return Workbook.of(sheet.build());
  }

  private void row(List<String> fields, int row, Sheet.Builder sheet) {
    for (int column = 0; column < fields.size(); column++) {
      SheetCell cell = TypedText.cell(fields.get(column));
      if (!(cell.value() instanceof Scalar.Blank)) {
        budget.cell();
        if (cell.value() instanceof Scalar.Text text) {
          budget.text(text.value());
        }
        sheet.put(row, column, cell);
      }
    }
  }

  private static String sheetName(@Nullable String fileName) {
    String base = fileName == null ? "" : fileName.replaceFirst("^.*[/\\\\]", "");
    String name =
        base.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[\\\\/?*\\[\\]:\\p{Cntrl}]", " ");
    String cut = name.strip();
    cut = cut.length() > LONGEST_SHEET_NAME ? cut.substring(0, LONGEST_SHEET_NAME).strip() : cut;
    return cut.isEmpty() ? "Sheet1" : cut;
  }
}
