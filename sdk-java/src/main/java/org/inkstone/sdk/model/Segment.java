package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * One utterance of a meeting.
 *
 * @param id unique in its transcript; citations point at it
 * @param speaker who spoke; null where the source does not say
 * @param startMs milliseconds from the beginning of the meeting
 * @param endMs the same, not before {@code startMs}
 * @param text what was said
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Segment(String id, @Nullable String speaker, long startMs, long endMs, String text) {
  public Segment {
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException("a segment needs an id");
    }
    if (startMs < 0 || endMs < startMs) {
      throw new IllegalArgumentException(
          "segment " + id + " must not end before it starts: " + startMs + " to " + endMs + " ms");
    }
  }
}
