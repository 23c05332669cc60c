package org.inkstone.service.plan.rank;

import java.util.List;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;

/**
 * A request whose right meanings are known, to learn from.
 *
 * @param group requests over the same sheet have the same, so that none is learned from and tested
 *     with another
 * @param origin how it came about
 * @param meanings as composed, the cheapest first
 * @param doubts the checks of the wording that each does not pass
 * @param right which of them are right; perhaps none
 */
public record RankedRequest(
    String id,
    String group,
    Origin origin,
    Links links,
    Schema schema,
    List<Meaning> meanings,
    List<List<String>> doubts,
    List<Boolean> right) {
  /** How a request to learn from came about. */
  public enum Origin {
    /** As a person wrote it. */
    WRITTEN,
    /** Some words taken away, as if they were not known. */
    WORDS_LOST
  }

  public RankedRequest {
    meanings = List.copyOf(meanings);
    doubts = doubts.stream().map(List::copyOf).toList();
    right = List.copyOf(right);
    if (right.size() != meanings.size()) {
      throw new IllegalArgumentException(
          "each meaning needs a judgement, there were %d and %d"
              .formatted(meanings.size(), right.size()));
    }
  }
}
