package org.inkstone.service.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and until when the answer is wanted.
 *
 * @param tenant whose data may be seen
 * @param requestId the id in the logs and in problems
 * @param deadline when the caller gives up; null is never
 */
public record TaskContext(String tenant, String requestId, @Nullable Instant deadline) {}
