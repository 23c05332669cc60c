package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a formula, what it is in words, and the parts that it is made of.
 *
 * @param expression the part as it stands in the formula
 * @param meaning in words, columns by the names of their headers
 * @param shown its value as a reader sees it; of an array its size and first values
 * @param value its value, the first rows of an array; null where it has none, as a function has
 * @param cells the cells that it refers to; null if it is no reference
 * @param role which argument it is of the part around it, such as {@code lookup_value}; null if
 *     that has no name
 * @param parts in order; those that were not needed for the value are absent
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplanationPart(
    String expression,
    String meaning,
    String shown,
    @Nullable CellOrRows value,
    @Nullable String cells,
    @Nullable String role,
    List<ExplanationPart> parts) {
  public ExplanationPart {
    parts = parts == null ? List.of() : List.copyOf(parts);
  }
}
