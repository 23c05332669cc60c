package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** Where an answer came from: the run, the template, the model, and what it cost. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Provenance(
    String runId,
    @Nullable String template,
    @JsonProperty("template_sha256") @Nullable String templateSha256,
    @Nullable String model,
    @JsonProperty("model_sha256") @Nullable String modelSha256,
    String engine,
    @Nullable Usage usage) {

  /** Tokens and milliseconds of one run. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Usage(
      int promptTokens,
      int cachedTokens,
      int outputTokens,
      int forcedTokens,
      long ttftMs,
      long totalMs) {}
}
