package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a formula.
 *
 * @param result a cell, or the rows of a spilled array; with {@code fill_down}, of the first row
 * @param results with {@code fill_down}, one value a data row
 * @param as {@code date}, {@code datetime} or {@code time} where numbers stand for those
 * @param cellsRead how many cells it read
 * @param engine the calculation engine and its version
 * @param warnings what a reader of the value must know
 * @param verification what was checked about the formula, and its values on changed data
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluateResult(
    CellOrRows result,
    @Nullable List<CellOrRows> results,
    @Nullable String as,
    int cellsRead,
    String engine,
    List<String> warnings,
    Verification verification) {
  public EvaluateResult {
    results = results == null ? null : List.copyOf(results);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }
}
