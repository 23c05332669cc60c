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
 * @param result the value, or the rows of a spilled array
 * @param as {@code date}, {@code datetime} or {@code time} where numbers stand for those
 * @param results with {@code fill_down}, one value a data row
 * @param variants the same formula on changed data
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormulaProof(
    String engine,
    int cellsRead,
    @Nullable CellOrRows result,
    @Nullable String as,
    @Nullable List<CellOrRows> results,
    List<Variant> variants) {

  /**
   * One run on changed data.
   *
   * @param change {@code blank}, {@code text_number}, {@code duplicate}, {@code extra_row}, {@code
   *     empty_group} or {@code reordered_rows}
   * @param description which cells were changed, and how
   * @param result the formula's value on them
   * @param verdict {@code unchanged}, {@code changed_as_expected} or {@code suspicious}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Variant(
      String change, String description, @Nullable CellOrRows result, String verdict) {}
}
