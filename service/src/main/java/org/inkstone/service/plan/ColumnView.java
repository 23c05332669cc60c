package org.inkstone.service.plan;

import java.util.List;
import java.util.Optional;
import org.inkstone.service.sheet.table.CellReading;
import org.inkstone.service.sheet.table.ColumnProfile;
import org.inkstone.service.sheet.table.ColumnReading;
import org.inkstone.service.sheet.table.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A column that words may mean.
 *
 * @param table the name of its table
 * @param index its place in the table, counted from 0
 * @param name as it stands in the header
 * @param profile what stands in it
 * @param texts its different texts in the order of the sheet, at most {@value #MOST_TEXTS}
 * @param years the years of its dates; empty if it holds none
 * @param reading how its texts are read as numbers or days; null as they stand
 */
public record ColumnView(
    String table,
    int index,
    String name,
    ColumnProfile profile,
    List<String> texts,
    List<Integer> years,
    @Nullable CellReading reading) {
  /** How many texts of a column are kept for linking. */
  public static final int MOST_TEXTS = 20_000;

  public ColumnView {
    texts = List.copyOf(texts);
    years = List.copyOf(years);
  }

  /** A column whose cells are taken as they stand. */
  public ColumnView(
      String table,
      int index,
      String name,
      ColumnProfile profile,
      List<String> texts,
      List<Integer> years) {
    this(table, index, name, profile, texts, years, null);
  }

  /** The same column, its texts read as numbers or days. */
  public ColumnView as(ColumnReading read) {
    return new ColumnView(
        table, index, name, read.profile(), List.of(), read.years(), read.reading());
  }

  /** Whether it is the same column as another, however their cells are read. */
  public boolean isSame(ColumnView other) {
    return index == other.index && table.equals(other.table) && name.equals(other.name);
  }

  /** How its texts are read; empty where its cells are taken as they stand. */
  public Optional<CellReading> read() {
    return Optional.ofNullable(reading);
  }

  /** As a formula calls it, such as {@code Orders[Amount]}. */
  public String reference() {
    return table + "[" + name + "]";
  }

  /** What most of its values are. */
  public ColumnType type() {
    return profile.type();
  }
}
