package org.inkstone.service.sheet.table;

import org.jspecify.annotations.Nullable;

/**
 * A header with its unit apart: {@code Amount (USD)} is the name {@code Amount} and the unit {@code
 * USD}.
 *
 * @param text as it stands in the sheet; by this name formulas call the column
 * @param name without the unit
 * @param unit as it is written; null if there is none
 */
public record ColumnHeader(String text, String name, @Nullable String unit) {

  /** Takes a header apart. */
  public static ColumnHeader of(String text) {
    return HeaderUnits.split(text);
  }
}
