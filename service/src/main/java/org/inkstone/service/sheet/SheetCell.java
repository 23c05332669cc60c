package org.inkstone.service.sheet;

import org.jspecify.annotations.Nullable;

/**
 * What a sheet holds in one cell.
 *
 * @param value its value; of a formula the cached one, blank if there is none
 * @param formula the formula in canonical en-US form without the leading {@code =}; null if none
 * @param format the number format code; null is General
 */
public record SheetCell(Scalar value, @Nullable String formula, @Nullable String format) {
  private static final SheetCell BLANK = new SheetCell(Scalar.blank(), null, null);

  /** A cell that was never filled. */
  public static SheetCell blank() {
    return BLANK;
  }

  /** A constant. */
  public static SheetCell of(Scalar value) {
    return new SheetCell(value, null, null);
  }
}
