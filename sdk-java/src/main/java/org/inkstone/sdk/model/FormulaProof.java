package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a formula: it was executed, on the data as they are and on changed data.
 *
 * @param engine the calculation engine and its version
 * @param cellsRead how many cells the formula read
 * @param rangesRead which ones, such as {@code Orders!C2:C301}
 * @param result the value, or the rows of a spilled array; null where it stands beside the proof
 * @param as {@code date}, {@code datetime} or {@code time} where numbers stand for those
 * @param results with {@code fill_down}, one value a data row
 * @param variants the same formula on changed data
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormulaProof(
    String engine,
    int cellsRead,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> rangesRead,
    @Nullable CellOrRows result,
    @Nullable String as,
    @Nullable List<CellOrRows> results,
    List<Variant> variants) {
  public FormulaProof {
    // Jackson makes an unwrapped proof even where none of its fields stood.
    rangesRead = rangesRead == null ? List.of() : List.copyOf(rangesRead);
    results = results == null ? null : List.copyOf(results);
    variants = variants == null ? List.of() : List.copyOf(variants);
  }

  /**
   * One run on changed data.
   *
   * @param change {@code blank}, {@code text_number}, {@code duplicate}, {@code extra_row} (inside
   *     the table, ranges stretching as in a spreadsheet), {@code extra_row_below}, {@code
   *     empty_group} or {@code reordered_rows}
   * @param description what was changed, in words
   * @param changes the cells that were changed, at most 20
   * @param before the formula's value on the data as they are; with {@code fill_down} in the first
   *     row whose value changed
   * @param result its value on the changed data, in the same place; null where it took too long
   * @param verdict {@code unchanged}, {@code changed_as_expected}, {@code warning} (a careful user
   *     should know) or {@code failed} (the formula is wrong)
   * @param reason why, in one sentence
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Variant(
      String change,
      String description,
      List<CellChange> changes,
      @Nullable CellOrRows before,
      @Nullable CellOrRows result,
      String verdict,
      String reason) {
    public Variant {
      changes = changes == null ? List.of() : List.copyOf(changes);
    }
  }

  /** A cell, such as {@code Orders!C5}, with what it held and what it holds instead. */
  public record CellChange(String cell, Cell from, Cell to) {}
}
