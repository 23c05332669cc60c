package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was kept.
 *
 * @param task the task's name, such as {@code formula}
 * @param startedAt ISO 8601, UTC
 * @param finishedAt ISO 8601, UTC
 * @param request the request as it came
 * @param candidates each candidate with its checks
 * @param result the result as it went out
 * @param prompt the rendered prompt; only for keys with the scope {@code runs:raw}
 * @param rawOutput what the model wrote; only for keys with the scope {@code runs:raw}
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunInfo(
    String runId,
    String task,
    String startedAt,
    String finishedAt,
    JsonNode request,
    JsonNode candidates,
    JsonNode result,
    @Nullable String prompt,
    @Nullable String rawOutput) {}
