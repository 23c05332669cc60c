package org.inkstone.service.engine.internal.decode;

import java.util.Arrays;
import org.inkstone.service.engine.FinishReason;
import org.inkstone.service.engine.internal.grammar.TokenConstraint;
import org.inkstone.service.engine.internal.grammar.Vocabulary;
import org.inkstone.service.engine.internal.sampling.Logits;
import org.inkstone.service.engine.internal.sampling.Sampler;
import org.inkstone.service.engine.internal.tokenizer.Detokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A prompt's answer as it grows: which tokens follow, what text they make, and when it ends.
 *
 * <p>Where the grammar leaves no choice the forced tokens are appended at once, so that one step
 * computes them together. The text is the one that token after token would give; its split into
 * tokens may differ there, because the run is tokenized by longest match.
 */
final class Answer {
  private final Vocabulary vocabulary;
  private final TokenConstraint constraint;
  private final Sampler sampler;
  private final Detokenizer detokenizer;
  private final StopText text;
  private final StringBuilder piece = new StringBuilder();
  private final int promptLength;
  private final int[] tokens;

  private int count;
  private int known;
  private int forced;
  private boolean cut;
  private boolean endToken;
  private double logProbability;
  private @Nullable FinishReason reason;

  /**
   * An empty answer.
   *
   * @param limit the most tokens of prompt and answer together
   */
  Answer(
      int[] prompt,
      int limit,
      Vocabulary vocabulary,
      TokenConstraint constraint,
      Sampler sampler,
      StopText text) {
    this.vocabulary = vocabulary;
    this.constraint = constraint;
    this.sampler = sampler;
    this.detokenizer = new Detokenizer(vocabulary);
    this.text = text;
    this.promptLength = prompt.length;
    this.tokens = Arrays.copyOf(prompt, limit);
    this.count = prompt.length;
    this.known = prompt.length;
    appendForced();
  }

  /** Prompt and answer; the live array, {@link #count} of it valid. */
  int[] tokens() {
    return tokens;
  }

  int count() {
    return count;
  }

  int promptLength() {
    return promptLength;
  }

  /** How many tokens were generated. */
  int outputTokens() {
    return count - promptLength + (endToken ? 1 : 0);
  }

  int forcedTokens() {
    return forced;
  }

  double logProbability() {
    return logProbability;
  }

  /** Why it ended; null while it grows, or while forced tokens at its end are to be scored. */
  @Nullable FinishReason reason() {
    return cut || known == count ? reason : null;
  }

  /** How many tokens must be in the row for the next logits that are of use. */
  int wantedLength() {
    return reason == null ? count : count - 1;
  }

  /** Takes the logits at a place of the sequence: they speak about the token after it. */
  void take(int place, Logits logits) {
    int next = place + 1;
    if (next < count) {
      logProbability += logits.logProbability(tokens[next]);
      known = next + 1;
    } else if (reason == null) {
      choose(logits);
    }
  }

  /** The text that has become certain since the last call. */
  String release() {
    return text.release();
  }

  /** The rest of the text, when it will not grow any more. */
  String releaseAll() {
    return text.releaseAll();
  }

  /** The text so far. */
  String text() {
    return text.toString();
  }

  private void choose(Logits logits) {
    int token = sampler.choose(logits, constraint.mask());
    logProbability += logits.logProbability(token);
    if (vocabulary.isEnd(token)) {
      endToken = true;
      reason = FinishReason.STOP;
      return;
    }
    append(token);
    known = count;
    appendForced();
  }

  private void appendForced() {
    int[] run = reason == null && !constraint.isFinished() ? constraint.forced() : new int[0];
    for (int i = 0; i < run.length && reason == null; i++) {
      append(run[i]);
      forced++;
    }
  }

  private void append(int token) {
    constraint.accept(token);
    tokens[count++] = token;
    piece.setLength(0);
    detokenizer.append(token, piece);
    if (text.append(piece)) {
      cut = true;
      reason = FinishReason.STOP;
    } else if (constraint.isFinished()) {
      reason = FinishReason.STOP;
    } else if (count == tokens.length) {
      reason = FinishReason.LENGTH;
    }
  }
}
