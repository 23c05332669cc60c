package org.inkstone.service.engine;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Says how probable given texts are after a shared prefix. */
public interface TextScorer {
  /**
   * The score of one continuation.
   *
   * @param logProbability the sum of its tokens' natural log-probabilities
   * @param tokens how many tokens it has
   */
  record Score(double logProbability, int tokens) {}

  /**
   * Scores each continuation by itself after the prefix. The prefix is computed once and its keys
   * and values are kept for later calls.
   *
   * @param prefix raw text (no chat template), its special tokens read as such
   * @param continuations the texts to score; tokenized apart from the prefix
   * @return one score a continuation, in their order
   */
  CompletionStage<List<Score>> score(String prefix, List<String> continuations);
}
