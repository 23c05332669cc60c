package org.inkstone.service.sheet.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.format.SerialDate;
import org.jspecify.annotations.Nullable;

/** Writes plain Java values into a sheet, for tests. */
final class Grid {
  private final Sheet.Builder cells;
  private final List<CellRange> merged = new ArrayList<>();

  Grid(String name) {
    cells = Sheet.builder(name);
  }

  /** One row of values from a cell to the right; null leaves a cell blank. */
  Grid row(int row, int column, @Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        cells.put(row, column + i, cell(value));
      }
    }
    return this;
  }

  Grid merge(String area) {
    merged.add(CellRange.parse(area));
    return this;
  }

  Sheet build() {
    return cells.merged(merged).build();
  }

  private static SheetCell cell(Object value) {
    return switch (value) {
      case SheetCell cell -> cell;
      case String text when text.startsWith("=") ->
          new SheetCell(Scalar.of(1), text.substring(1), null);
      case String text -> SheetCell.of(Scalar.of(text));
      case Boolean bool -> SheetCell.of(Scalar.of(bool.booleanValue()));
      case LocalDate date ->
          new SheetCell(Scalar.of(SerialDate.of(date, DateSystem.FROM_1900)), null, "yyyy-mm-dd");
      case Number number -> SheetCell.of(Scalar.of(number.doubleValue()));
      default -> throw new IllegalArgumentException("no cell for " + value);
    };
  }
}
