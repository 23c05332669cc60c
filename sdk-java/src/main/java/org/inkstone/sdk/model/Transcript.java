package org.inkstone.sdk.model;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of a meeting, in the order in which they were said. Segment ids are unique. */
@JsonNaming(SnakeCaseStrategy.class)
public record Transcript(List<Segment> segments) {
  public Transcript {
    segments = List.copyOf(segments);
    Set<String> ids = new HashSet<>();
    for (Segment segment : segments) {
      if (!ids.add(segment.id())) {
        throw new IllegalArgumentException("two segments have the id " + segment.id());
      }
    }
  }
}
