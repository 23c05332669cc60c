package org.inkstone.service.sheet.table;

import java.util.List;
import java.util.stream.IntStream;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Table;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one column of a table.
 *
 * @param header the column's name and unit
 * @param type what most of its values are
 * @param rows how many data rows the table has
 * @param blanks cells that hold nothing or an empty text
 * @param errors cells that hold an error
 * @param formulas cells that hold a formula
 * @param textNumbers texts that are nothing but a number
 * @param strayTexts texts with blanks before, behind or doubled inside
 * @param distinct how many different values there are, without blanks; texts differ only if they do
 *     so without regard to case
 * @param samples the most frequent values first, at most {@value #MOST_SAMPLES}
 * @param min the smallest number; null if there is none
 * @param max the largest number; null if there is none
 * @param unit from the header, or else the currency or percent of the format; null if there is none
 * @param format the number format that most of its values have; null is General
 */
public record ColumnProfile(
    ColumnHeader header,
    ColumnType type,
    int rows,
    int blanks,
    int errors,
    int formulas,
    int textNumbers,
    int strayTexts,
    int distinct,
    List<Scalar> samples,
    @Nullable Double min,
    @Nullable Double max,
    @Nullable String unit,
    @Nullable String format) {
  /** How many sample values are kept. */
  public static final int MOST_SAMPLES = 12;

  public ColumnProfile {
    samples = List.copyOf(samples);
  }

  /** Profiles one column of a table, counted from 0. */
  public static ColumnProfile of(Sheet sheet, Table table, int column) {
    return new ColumnScan(sheet, table, column).profile();
  }

  /** Profiles all columns of a table. */
  public static List<ColumnProfile> of(Sheet sheet, Table table) {
    return IntStream.range(0, table.columns().size()).mapToObj(c -> of(sheet, table, c)).toList();
  }
}
