package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a formula: one cell, or the rows of an array. Exactly one of both is set.
 *
 * @param value a single value
 * @param rows the rows of a spilled array
 * @param as {@code date}, {@code datetime} or {@code time} where numbers stand for those
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultValue(
    @Nullable Cell value, @Nullable List<List<Cell>> rows, @Nullable String as) {
  public ResultValue {
    if ((value == null) == (rows == null)) {
      throw new IllegalArgumentException("a result is either a value or rows of an array");
    }
    rows = rows == null ? null : rows.stream().map(List::copyOf).toList();
  }
}
