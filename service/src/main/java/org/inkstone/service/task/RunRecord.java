package org.inkstone.service.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task, as it is kept.
 *
 * @param id a UUID, the {@code run_id} of the result's provenance
 * @param task the task's name, such as {@code formula}
 * @param requestJson the request as it came
 * @param prompt the rendered prompt; null where no model was asked
 * @param rawOutput what the model wrote, untouched; null where no model was asked
 * @param candidatesJson a JSON array: each candidate with its checks
 * @param resultJson the result as it went out
 */
public record RunRecord(
    String id,
    String tenant,
    String task,
    Instant startedAt,
    Instant finishedAt,
    String requestJson,
    @Nullable String prompt,
    @Nullable String rawOutput,
    String candidatesJson,
    String resultJson) {}
