package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a formula computes, in words and step by step; composed by code.
 *
 * @param explanation the whole in words
 * @param result its value
 * @param steps every part of the formula with its value, inner ones first
 * @param explanationTree the same parts as a tree, the whole formula at its root
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ExplainResult(
    String explanation, CellOrRows result, List<Step> steps, ExplanationPart explanationTree) {
  public ExplainResult {
    steps = List.copyOf(steps);
  }

  /** One part of a formula: its text, its value, and what it is in words. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(String expression, CellOrRows value, @Nullable String meaning) {}
}
