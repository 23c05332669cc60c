package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function of the calculation engine.
 *
 * @param signature name and arguments, such as {@code SUMIFS(sum_range, range1, criterion1, …)}
 * @param description one line, by language: {@code en}, {@code zh}
 * @param since the first version of Excel that has it
 * @param state {@code computed} or {@code refused}
 * @param reason why it is refused; absent otherwise
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FunctionInfo(
    String name,
    String signature,
    String category,
    Map<String, String> description,
    String since,
    String state,
    @Nullable String reason) {
  public FunctionInfo {
    description = Map.copyOf(description);
  }
}
