package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;

/**
 * A column of texts as the numbers or days that they write.
 *
 * @param profile of the values that are read; cells that are read as none count as blanks
 * @param years the years of the days; empty if it makes none
 */
public record ColumnReading(CellReading reading, ColumnProfile profile, List<Integer> years) {
  public ColumnReading {
    years = List.copyOf(years);
  }

  /**
   * The readings of one column, counted from 0; none for a column of numbers or days, whose cells
   * need no reading.
   */
  public static List<ColumnReading> of(
      Sheet sheet, Table table, int column, ColumnProfile profile, DateSystem dates) {
    if (profile.type() != ColumnType.TEXT && profile.type() != ColumnType.MIXED) {
      return List.of();
    }
    List<SheetCell> cells = new ArrayList<>();
    CellRange data = table.data(column);
    for (int row = data.firstRow(); row <= data.lastRow(); row++) {
      cells.add(sheet.cell(row, data.firstColumn()));
    }
    List<String> texts =
        cells.stream()
            .filter(c -> CellClass.of(c) == CellClass.TEXT)
            .map(c -> ((Scalar.Text) c.value()).value())
            .toList();
    boolean numbers = cells.stream().anyMatch(c -> CellClass.of(c) == CellClass.NUMBER);
    boolean days = cells.stream().anyMatch(c -> CellClass.of(c) == CellClass.DATE);
    return ReadingFinder.of(texts, numbers, days).stream()
        .filter(r -> ReadingFinder.isReachable(r, texts, dates))
        .map(r -> of(r, cells, profile, dates))
        .toList();
  }

  private static ColumnReading of(
      CellReading reading, List<SheetCell> cells, ColumnProfile profile, DateSystem dates) {
    TreeSet<Double> values = new TreeSet<>();
    int none = 0;
    for (SheetCell cell : cells) {
      OptionalDouble value = reading.of(cell.value(), dates);
      none += value.isPresent() ? 0 : 1;
      value.ifPresent(values::add);
    }
    TreeSet<Integer> years = new TreeSet<>();
    if (reading.isDay()) {
      values.forEach(v ->
          org.inkstone.service.sheet.format.SerialDate.toDate(v, dates)
              .ifPresent(d -> years.add(d.getYear())));
    }
    ColumnProfile read =
        new ColumnProfile(
            profile.header(),
            reading.isDay() ? ColumnType.DATE : ColumnType.NUMBER,
            profile.rows(),
            none,
            profile.errors(),
            profile.formulas(),
            0,
            0,
            values.size(),
            values.stream().limit(ColumnProfile.MOST_SAMPLES).<Scalar>map(Scalar::of).toList(),
            values.isEmpty() ? null : values.first(),
            values.isEmpty() ? null : values.last(),
            reading instanceof CellReading.WithoutUnit unit ? unit.unit() : profile.unit(),
            reading.isDay() ? "yyyy-mm-dd" : null);
    return new ColumnReading(reading, read, List.copyOf(years));
  }
}
