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
 * @param asOf the day, such as {@code 2026-03-15}, that "last month" is counted from; today unless
 *     given
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
    @Nullable String state,
    @Nullable String asOf) {
  public FormulaRequest {
    sheets = sheets == null ? null : List.copyOf(sheets);
  }

  /** Begins a request. */
  public static Builder builder(String instruction) {
    return new Builder(instruction);
  }

  /** The optional parts of a request. */
  public static final class Builder {
    private final String instruction;
    private @Nullable SheetContext sheet;
    private @Nullable List<SheetContext> sheets;
    private @Nullable String workbookId;
    private @Nullable String sheetName;
    private @Nullable String range;
    private @Nullable FormulaTarget target;
    private @Nullable String cell;
    private @Nullable Boolean fillDown;
    private @Nullable String state;
    private @Nullable String asOf;

    private Builder(String instruction) {
      this.instruction = instruction;
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

    /** The part of the active sheet to look at, such as {@code A1:F200}. */
    public Builder range(String value) {
      this.range = value;
      return this;
    }

    /** The product and locale that the formula is for. */
    public Builder target(FormulaTarget value) {
      this.target = value;
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

    /** The opaque signed state of the turn before. */
    public Builder state(String value) {
      this.state = value;
      return this;
    }

    /** The day that "last month" is counted from, such as {@code 2026-03-15}. */
    public Builder asOf(String value) {
      this.asOf = value;
      return this;
    }

    /** The request. */
    public FormulaRequest build() {
      return new FormulaRequest(
          instruction,
          sheet,
          sheets,
          workbookId,
          sheetName,
          range,
          target,
          cell,
          fillDown,
          state,
          asOf);
    }
  }
}
