package org.inkstone.service.plan;

import java.util.List;
import org.inkstone.service.sheet.table.ColumnProfile;
import org.inkstone.service.sheet.table.ColumnType;

/**
 * A column that words may mean.
 *
 * @param table the name of its table
 * @param index its place in the table, counted from 0
 * @param name as it stands in the header
 * @param profile what stands in it
 * @param texts its different texts in the order of the sheet, at most {@value #MOST_TEXTS}
 * @param years the years of its dates; empty if it holds none
 */
public record ColumnView(
    String table,
    int index,
    String name,
    ColumnProfile profile,
    List<String> texts,
    List<Integer> years) {
  /** How many texts of a column are kept for linking. */
  public static final int MOST_TEXTS = 20_000;

  public ColumnView {
    texts = List.copyOf(texts);
    years = List.copyOf(years);
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
