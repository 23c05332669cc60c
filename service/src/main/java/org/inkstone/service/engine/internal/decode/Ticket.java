package org.inkstone.service.engine.internal.decode;

import java.time.Instant;
import org.inkstone.service.engine.WorkClass;
import org.jspecify.annotations.Nullable;

/**
 * What the loop has to know of a call.
 *
 * @param cost its estimated cost, in prompt tokens
 * @param deadline when it is no longer wanted; null is never
 * @param loop the loop that runs it
 */
record Ticket(WorkClass workClass, long cost, @Nullable Instant deadline, EngineLoop loop) {}
