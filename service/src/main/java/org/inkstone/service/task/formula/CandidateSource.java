package org.inkstone.service.task.formula;

import java.util.concurrent.CompletionStage;

/** Where formulas that may answer a request come from. */
public interface CandidateSource {
  /** Its name, as the run's record shows it. */
  String name();

  /** Candidates for a request; none is an answer too. Returns at once. */
  CompletionStage<Proposal> propose(Question question);
}
