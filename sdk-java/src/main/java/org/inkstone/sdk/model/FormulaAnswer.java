package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formula that answers a request.
 *
 * @param formula the formula in canonical en-US form, with its leading {@code =}
 * @param formulaLocalized the same in the target's locale
 * @param explanation what it computes and from what, in the language of the request; composed by
 *     code from the syntax tree and the evaluated intermediate values
 * @param explanationTree the parts of the formula in words, each with its value
 * @param appliesTo the cells that it reads, such as {@code Orders!C2:C301}
 * @param alternatives other formulas that were considered and have another meaning
 * @param state to be sent with a follow-up such as "only shipped ones"; null where the answer can't
 *     be followed up
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormulaAnswer(
    String formula,
    @Nullable String formulaLocalized,
    String explanation,
    @Nullable ExplanationPart explanationTree,
    List<String> appliesTo,
    List<Alternative> alternatives,
    @Nullable String state) {
  public FormulaAnswer {
    appliesTo = List.copyOf(appliesTo);
    alternatives = List.copyOf(alternatives);
  }

  /**
   * Another formula that may be meant.
   *
   * @param value its value on the same data; of several the first
   * @param difference what sets it apart from the answer, with a value of both where they differ
   * @param meaning what it computes, in one sentence in the language of the request; of a formula
   *     that the program did not compose its parts in words
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Alternative(
      String formula, @Nullable Cell value, String difference, String meaning) {}
}
