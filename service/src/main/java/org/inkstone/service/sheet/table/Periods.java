package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;

/** Recognizes headers that are numbers or dates: years, months and days in their order. */
final class Periods {
  private Periods() {}

  /** Whether all numbers of a row are periods in order that their columns don't go on with. */
  static boolean inRow(SheetView view, int row, CellRange area) {
    List<Double> numbers = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    boolean dates = true;
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      if (view.cell(row, c).value() instanceof Scalar.Num number) {
        numbers.add(number.value());
        columns.add(c);
        dates &= view.kind(row, c) == CellClass.DATE;
      }
    }
    return numbers.size() > 1
        && row < area.lastRow()
        && ascends(numbers)
        && (dates
            ? noDatesBelow(view, row, columns, area)
            : years(view, row, numbers, columns, area));
  }

  private static boolean ascends(List<Double> numbers) {
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i) <= numbers.get(i - 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean noDatesBelow(
      SheetView view, int row, List<Integer> columns, CellRange area) {
    return columns.stream()
        .allMatch(c -> view.dominant(c, row + 1, area.lastRow()) != CellClass.DATE);
  }

  private static boolean years(
      SheetView view, int row, List<Double> numbers, List<Integer> columns, CellRange area) {
    double step = numbers.get(1) - numbers.get(0);
    boolean regular = step == 1 || step == 5 || step == 10;
    for (int i = 0; i < numbers.size(); i++) {
      double number = numbers.get(i);
      boolean period = (number >= 1900 && number <= 2100) || (number >= 1 && number <= 53);
      regular &= period && number == numbers.get(0) + i * step;
    }
    return regular && columns.stream().anyMatch(c -> differs(view, row, c, area));
  }

  /** Whether the numbers below a period are something else than its neighbours. */
  private static boolean differs(SheetView view, int row, int column, CellRange area) {
    double own = ((Scalar.Num) view.cell(row, column).value()).value();
    int far = 0;
    int all = 0;
    for (int r = row + 1; r <= Math.min(area.lastRow(), row + 20); r++) {
      if (view.cell(r, column).value() instanceof Scalar.Num number) {
        all++;
        far +=
            Math.abs(number.value() - own) > 20 || number.value() != Math.rint(number.value())
                ? 1
                : 0;
      }
    }
    return far * 2 > all || all == 0;
  }
}
