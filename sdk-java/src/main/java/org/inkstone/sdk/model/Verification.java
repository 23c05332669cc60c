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

  /**
   * One check: what was seen.
   *
   * @param severity of a check that did not pass: {@code note} (worth knowing; the value may well
   *     be what is wanted), {@code doubt} (it is probably not) or {@code fault} (it must not be
   *     used); null where it passed
   * @param cells where it was seen, such as {@code Orders!C5}; perhaps none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Check(
      String name,
      boolean passed,
      String detail,
      @Nullable String severity,
      @Nullable List<String> cells) {
    public Check {
      cells = cells == null ? null : List.copyOf(cells);
    }
  }
}
