package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plain words that ask for a formula over a sheet.
 *
 * <p>Either {@code sheet} (with {@code sheets} when there are several) or {@code workbookId} names
 * the data; never both.
 *
 * @param instruction what is wanted, in English or Chinese
 * @param sheet the active sheet
 * @param sheets all sheets, the active one among them by name
 * @param workbookId a workbook that was uploaded before
 * @param sheetName the active sheet of that workbook; its first unless given
 * @param range the part of the active sheet to look at, such as {@code A1:F200}; all unless given
 * @param target the product and locale that the formula is for
 * @param cell the address that the formula will stand in
 * @param fillDown whether one formula a data row is wanted, to be filled down
 * @param state the opaque signed state of the turn before
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormulaRequest(
    String instruction,
    @Nullable SheetContext sheet,
    @Nullable List<SheetContext> sheets,
    @Nullable String workbookId,
    @Nullable String sheetName,
    @Nullable String range,
    @Nullable FormulaTarget target,
    @Nullable String cell,
    @Nullable Boolean fillDown,
    @Nullable String state) {
  public FormulaRequest {
    sheets = sheets == null ? null : List.copyOf(sheets);
  }
}
