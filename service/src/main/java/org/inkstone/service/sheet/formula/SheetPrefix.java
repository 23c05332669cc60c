package org.inkstone.service.sheet.formula;

import org.jspecify.annotations.Nullable;

/**
 * The sheet, or the run of sheets, before the {@code !} of a reference.
 *
 * @param book another workbook's name or number in brackets; null is this workbook
 * @param first the sheet
 * @param last the last sheet of a run; null is the first alone
 */
public record SheetPrefix(@Nullable String book, String first, @Nullable String last) {
  /** One sheet of this workbook. */
  public static SheetPrefix of(String sheet) {
    return new SheetPrefix(null, sheet, null);
  }
}
