package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program checked about an answer.
 *
 * @param checks every check that ran, passed or not
 * @param formula the proof of a formula, its fields beside {@code checks} on the wire; null in
 *     other tasks
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(List<Check> checks, @JsonUnwrapped @Nullable FormulaProof formula) {
  public Verification {
    checks = List.copyOf(checks);
    // Jackson makes an unwrapped record even where none of its fields stood.
    formula = formula == null || formula.engine() == null ? null : formula;
  }

  /** One check by name, whether it passed, and what was seen. */
  public record Check(String name, boolean passed, String detail) {}
}
