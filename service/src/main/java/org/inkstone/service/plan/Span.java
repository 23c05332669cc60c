package org.inkstone.service.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words {@code from} to before {@code to} of a request and what they may mean.
 *
 * @param meanings alternatives
 */
record Span(int from, int to, List<Meaning> meanings) {
  /** One thing that they may mean; no target where they say nothing. */
  record Meaning(@Nullable Target target, double score, String how) {}

  double best() {
    return meanings.stream().mapToDouble(Meaning::score).max().orElse(0);
  }
}
