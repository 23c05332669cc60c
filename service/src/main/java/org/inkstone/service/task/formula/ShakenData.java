package org.inkstone.service.task.formula;

import java.util.HashMap;
import java.util.Map;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;

/** The data with every cell of the columns that are read changed. */
final class ShakenData {
  /** How many ways of shaking there are. */
  static final int WAYS = 4;

  private ShakenData() {}

  /** The data of an answer, shaken in one of several ways. */
  static Schema of(Answer answer, int way) {
    Schema schema = answer.question().schema();
    for (ColumnView column : answer.columns()) {
      TableView view = schema.table(column.table()).orElseThrow();
      Sheet sheet = schema.workbook().sheet(view.table().sheet()).orElseThrow();
      CellRange data = view.table().data(column.index());
      Map<CellAddress, SheetCell> changed = new HashMap<>();
      for (int row = data.firstRow(); row <= data.lastRow(); row++) {
        SheetCell cell = sheet.cell(row, data.firstColumn());
        int step = row - data.firstRow();
        changed.put(new CellAddress(row, data.firstColumn()), shaken(cell, step, way));
      }
      schema =
          new Schema(schema.workbook().with(sheet.with(changed)), schema.sheet(), schema.tables());
    }
    return schema;
  }

  private static SheetCell shaken(SheetCell cell, int step, int way) {
    Scalar value =
        switch (cell.value()) {
          case Scalar.Num number -> Scalar.of(shaken(number.value(), step, way));
          case Scalar.Text text -> Scalar.of(text.value() + " #" + step);
          case Scalar.Blank blank -> Scalar.of(1.0 + step);
          default -> cell.value();
        };
    return new SheetCell(value, null, cell.format());
  }

  private static double shaken(double number, int step, int way) {
    return switch (way) {
      case 0 -> number + 1000.0 + step * 37.0;
      case 1 -> number * 10;
      case 2 -> number / 10;
      default -> step;
    };
  }
}
