package org.inkstone.service.engine.internal.decode;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.TextScorer.Score;
import org.jspecify.annotations.Nullable;

/**
 * Scores continuations one after another in one row: each is written over the one before, right
 * after the prefix, so the prefix is never copied. (The attention operator takes several rows only
 * for single tokens; a row of many tokens costs less than as many steps of several rows.)
 */
final class ScoreWork extends Work {
  private final int[] prefixTokens;
  private final List<int[]> continuations;
  private final PrefixKey prefix;
  private final Result<List<Score>> result;
  private final List<Score> scores = new ArrayList<>();
  private @Nullable EngineCore core;
  private @Nullable Feeder base;
  private @Nullable Feeder current;
  private int[] sequence = {};
  private double sum;

  /**
   * A call.
   *
   * @param prefixTokens at least one; the last is fed with each continuation, to give the logits of
   *     its first token
   */
  ScoreWork(Ticket ticket, int layers, int[] prefixTokens, List<int[]> continuations) {
    super(ticket);
    this.prefixTokens = prefixTokens;
    this.continuations = continuations;
    this.prefix = new PrefixKey(layers, prefixTokens, prefixTokens.length - 1);
    this.result = new Result<>(ticket.loop().callbacks());
  }

  CompletionStage<List<Score>> result() {
    return result.future();
  }

  @Override
  boolean isAbandoned() {
    return result.isAbandoned();
  }

  @Override
  PrefixKey prefix() {
    return prefix;
  }

  @Override
  void start(EngineCore core, @Nullable Row row) {
    this.core = core;
    Row here = Objects.requireNonNull(row, "row");
    base = new Feeder(core, core.decoder(), here, this, prefixTokens, prefix);
  }

  @Override
  void advance() {
    Feeder shared = Objects.requireNonNull(base, "not started");
    if (!shared.hasPrefix()) {
      shared.feedPrefix();
      return;
    }
    if (current == null) {
      begin(shared);
    }
    feed(Objects.requireNonNull(current, "begun"));
  }

  private void begin(Feeder shared) {
    int[] continuation = continuations.get(scores.size());
    sequence = Sequences.join(prefixTokens, continuation);
    sum = 0;
    current = shared.again(sequence);
  }

  private void feed(Feeder feeder) {
    EngineCore running = Objects.requireNonNull(core, "not started");
    int from = feeder.fed();
    int left = sequence.length - 1 - from;
    int count = Math.min(left, Math.min(feeder.chunk(), EngineCore.MAX_WANTED));
    if (count > 0) {
      FloatBuffer output = feeder.feed(count, from);
      for (int i = 0; i < count; i++) {
        running.logits().read(output, i);
        sum += running.logits().logProbability(sequence[from + i + 1]);
      }
    }
    if (count == left) {
      scores.add(new Score(sum, sequence.length - prefixTokens.length));
      current = null;
    }
  }

  @Override
  boolean isDone() {
    return scores.size() == continuations.size();
  }

  @Override
  void complete() {
    result.give(List.copyOf(scores));
  }

  @Override
  void abandon() {
    result.cancel();
  }

  @Override
  void fail(EngineException error) {
    result.fail(error);
  }
}
