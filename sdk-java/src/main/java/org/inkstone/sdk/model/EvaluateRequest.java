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
 * @param language of an explanation and of what was checked: {@code en} (the default) or {@code zh}
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

  /** Begins a request. */
  public static Builder builder(String formula) {
    return new Builder(formula);
  }

  /** The optional parts of a request. */
  public static final class Builder {
    private final String formula;
    private @Nullable SheetContext sheet;
    private @Nullable List<SheetContext> sheets;
    private @Nullable String workbookId;
    private @Nullable String sheetName;
    private @Nullable String cell;
    private @Nullable Boolean fillDown;
    private @Nullable FormulaTarget target;
    private @Nullable String language;

    private Builder(String formula) {
      this.formula = formula;
    }

    /** The active sheet. */
    public Builder sheet(SheetContext value) {
      this.sheet = value;
      return this;
    }

    /** All sheets, the active one among them by name. */
    public Builder sheets(List<SheetContext> value) {
      this.sheets = value;
      return this;
    }

    /** A workbook that was uploaded before. */
    public Builder workbookId(String value) {
      this.workbookId = value;
      return this;
    }

    /** The active sheet of the uploaded workbook. */
    public Builder sheetName(String value) {
      this.sheetName = value;
      return this;
    }

    /** The address that the formula stands in. */
    public Builder cell(String value) {
      this.cell = value;
      return this;
    }

    /** Whether it is filled down: one value a data row. */
    public Builder fillDown(Boolean value) {
      this.fillDown = value;
      return this;
    }

    /** The product and locale that the formula is for. */
    public Builder target(FormulaTarget value) {
      this.target = value;
      return this;
    }

    /** The language of words in the answer: {@code en} or {@code zh}. */
    public Builder language(String value) {
      this.language = value;
      return this;
    }

    /** The request. */
    public EvaluateRequest build() {
      return new EvaluateRequest(
          formula, sheet, sheets, workbookId, sheetName, cell, fillDown, target, language);
    }
  }
}
