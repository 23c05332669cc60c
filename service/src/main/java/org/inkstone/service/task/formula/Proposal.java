package org.inkstone.service.task.formula;

import java.util.List;
import org.inkstone.sdk.model.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What a source of candidates came up with.
 *
 * @param candidates in any order; the checks and the probabilities rank them
 * @param prompt what a model was asked; null where none was
 * @param rawOutput what it wrote, untouched
 * @param usage what it cost
 * @param clear whether its best candidate explains the request so well that no other source need be
 *     asked, if the checks don't reject it
 */
public record Proposal(
    List<Candidate> candidates,
    @Nullable String prompt,
    @Nullable String rawOutput,
    Provenance.@Nullable Usage usage,
    boolean clear) {
  public Proposal {
    candidates = List.copyOf(candidates);
  }

  /** Candidates that no model was asked for. */
  public static Proposal of(List<Candidate> candidates) {
    return of(candidates, false);
  }

  /** The same, with whether the best of them is clear. */
  public static Proposal of(List<Candidate> candidates, boolean clear) {
    return new Proposal(candidates, null, null, null, clear);
  }
}
