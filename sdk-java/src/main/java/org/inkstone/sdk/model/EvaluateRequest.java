package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the value of a formula over a sheet, or for its explanation.
 *
 * <p>Either {@code sheet} (with {@code sheets} when there are several) or {@code workbookId} names
 * the data; never both.
 *
 * @param formula the formula in canonical en-US form, with its leading {@code =}
 * @param sheet the active sheet
 * @param sheets all sheets, the active one among them by name
 * @param workbookId a workbook that was uploaded before
 * @param sheetName the active sheet of that workbook; its first unless given
 * @param cell the address that the formula stands in; the first cell right of the data unless given
 * @param fillDown whether it is filled down beside the table: one value a data row
 * @param target the product and locale; decides which functions there are
 * @param language of an explanation: {@code en} (the default) or {@code zh}
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluateRequest(
    String formula,
    @Nullable SheetContext sheet,
    @Nullable List<SheetContext> sheets,
    @Nullable String workbookId,
    @Nullable String sheetName,
    @Nullable String cell,
    @Nullable Boolean fillDown,
    @Nullable FormulaTarget target,
    @Nullable String language) {
  public EvaluateRequest {
    sheets = sheets == null ? null : List.copyOf(sheets);
  }
}
