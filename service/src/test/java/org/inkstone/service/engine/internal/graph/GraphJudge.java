package org.inkstone.service.engine.internal.graph;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.inkstone.service.engine.internal.graph.LlamaCppReference.Answered;

/** Says how a graph does on llama.cpp's texts and answers. */
final class GraphJudge {
  /** For each place but the last of a text: the first choice, and the loss of what follows. */
  record Judged(List<Integer> choices, List<Double> losses) {
    double meanLoss() {
      return losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Standard error of the mean of the losses' differences from others, place by place. */
    double differenceError(Judged others) {
      double mean = meanLoss() - others.meanLoss();
      double squares = 0;
      for (int i = 0; i < losses.size(); i++) {
        squares += Math.pow(losses.get(i) - others.losses.get(i) - mean, 2);
      }
      return Math.sqrt(squares / (losses.size() - 1) / losses.size());
    }

    /** Share of places with the same first choice. */
    double agreement(List<Integer> others) {
      int same = 0;
      for (int i = 0; i < choices.size(); i++) {
        same += choices.get(i).equals(others.get(i)) ? 1 : 0;
      }
      return (double) same / choices.size();
    }
  }

  /**
   * How a graph's greedy answers agree with others.
   *
   * @param tokens number of tokens of the others
   * @param sameChoice at how many of them, given those before, the graph chooses the same
   * @param answers number of answers
   * @param sameAnswers how many answers are the same to their end
   * @param firstDifferences for each other answer, how many tokens it shares at its beginning
   * @param widestGap where the choice differs, the most by which the graph's own logit is larger
   */
  record Agreement(
      int tokens,
      int sameChoice,
      int answers,
      int sameAnswers,
      List<Integer> firstDifferences,
      double widestGap) {
    double choiceShare() {
      return (double) sameChoice / tokens;
    }
  }

  private static final int CHUNK = 32;

  private final GraphRunner runner;

  GraphJudge(GraphRunner runner) {
    this.runner = runner;
  }

  /** Judges a text. */
  Judged judge(List<Integer> text) throws OrtException {
    int[] tokens = LlamaCppReference.array(text);
    List<Integer> choices = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    runner.reset();
    for (int from = 0; from < tokens.length - 1; from += CHUNK) {
      int to = Math.min(from + CHUNK, tokens.length - 1);
      float[][] logits = runner.append(Arrays.copyOfRange(tokens, from, to));
      for (int i = 0; i < logits.length; i++) {
        choices.add(LlamaCppReference.largest(logits[i]));
        losses.add(loss(logits[i], tokens[from + i + 1]));
      }
    }
    return new Judged(choices, losses);
  }

  /**
   * Compares with greedy answers: along them, which says what the graph chooses after each of their
   * tokens; up to the first difference that is also what it would answer by itself.
   */
  Agreement compare(List<Answered> answers) throws OrtException {
    int tokens = 0;
    int same = 0;
    double gap = 0;
    List<Integer> first = new ArrayList<>();
    for (Answered answered : answers) {
      float[][] logits = along(answered);
      int shared = -1;
      for (int i = 0; i < logits.length; i++) {
        int expected = answered.answer().get(i);
        int choice = LlamaCppReference.largest(logits[i]);
        same += choice == expected ? 1 : 0;
        gap = Math.max(gap, logits[i][choice] - logits[i][expected]);
        shared = shared < 0 && choice != expected ? i : shared;
      }
      tokens += logits.length;
      if (shared >= 0) {
        first.add(shared);
      }
    }
    return new Agreement(
        tokens, same, answers.size(), answers.size() - first.size(), List.copyOf(first), gap);
  }

  /** Logits before each token of the answer. */
  private float[][] along(Answered answered) throws OrtException {
    int[] prompt = LlamaCppReference.array(answered.tokens());
    int[] answer = LlamaCppReference.array(answered.answer());
    runner.reset();
    float[] before = runner.append(prompt, new int[] {prompt.length - 1})[0];
    float[][] logits = new float[answer.length][];
    logits[0] = before;
    float[][] after = runner.append(Arrays.copyOf(answer, answer.length - 1));
    System.arraycopy(after, 0, logits, 1, after.length);
    return logits;
  }

  private static double loss(float[] logits, int token) {
    double largest = logits[LlamaCppReference.largest(logits)];
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return largest + Math.log(sum) - logits[token];
  }
}
