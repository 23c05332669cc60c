package org.inkstone.service.engine.internal.decode;

import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.FinishReason;
import org.inkstone.service.engine.Generation;
import org.inkstone.service.engine.TextGenerator;
import org.inkstone.service.engine.TokenUsage;
import org.jspecify.annotations.Nullable;

/** A generation: its prompt in chunks, then token after token together with others. */
final class GenerationWork extends Work implements TextGenerator.Running {
  private final Answer answer;
  private final @Nullable PrefixKey prefix;
  private final Consumer<String> onText;
  private final Result<Generation> result;
  private final long calledAt = System.nanoTime();
  private long firstTokenMillis = -1;
  private volatile @Nullable EngineCore core;
  private @Nullable Feeder feeder;

  GenerationWork(
      Ticket ticket, Answer answer, @Nullable PrefixKey prefix, Consumer<String> onText) {
    super(ticket);
    this.answer = answer;
    this.prefix = prefix;
    this.onText = onText;
    this.result = new Result<>(ticket.loop().callbacks());
  }

  @Override
  public CompletionStage<Generation> result() {
    return result.future();
  }

  @Override
  public void cancel() {
    requestCancel();
    EngineCore running = core;
    if (running != null) {
      running.stop().end(this);
    }
    ticket().loop().wakeUp();
  }

  @Override
  boolean isAbandoned() {
    return result.isAbandoned();
  }

  @Override
  @Nullable PrefixKey prefix() {
    return prefix;
  }

  @Override
  void start(EngineCore core, @Nullable Row row) {
    this.core = core;
    Row here = Objects.requireNonNull(row, "row");
    feeder = new Feeder(core, core.decoder(), here, this, answer.tokens(), prefix);
  }

  /** Whether its next step is one token, which rows can do together. */
  boolean isDecoding() {
    return !isDone() && feeder().hasPrefix() && answer.wantedLength() - feeder().fed() == 1;
  }

  /** The token that its next step feeds. */
  int nextToken() {
    return answer.tokens()[feeder().fed()];
  }

  int rowIndex() {
    return feeder().rowIndex();
  }

  /** How many tokens are in its row. */
  int fed() {
    return feeder().fed();
  }

  /** Takes the logits after the one token that a step of several rows has fed. */
  void takeToken(FloatBuffer output, int outputRow) {
    feeder().advance(1);
    take(feeder().fed() - 1, output, outputRow);
    publish();
  }

  @Override
  void advance() {
    Feeder sequence = feeder();
    if (!sequence.hasPrefix()) {
      sequence.feedPrefix();
      return;
    }
    int from = Math.max(sequence.fed(), answer.promptLength() - 1);
    int to = Math.min(answer.wantedLength(), sequence.fed() + sequence.chunk());
    to = Math.min(to, from + EngineCore.MAX_WANTED);
    FloatBuffer output = sequence.feed(to - sequence.fed(), from);
    for (int place = from; place < to; place++) {
      take(place, output, place - from);
    }
    publish();
  }

  @Override
  boolean isDone() {
    return answer.reason() != null;
  }

  @Override
  void complete() {
    finish(Objects.requireNonNull(answer.reason(), "reason"));
  }

  @Override
  void abandon() {
    finish(FinishReason.CANCELLED);
  }

  @Override
  void fail(EngineException error) {
    result.fail(error);
  }

  private Feeder feeder() {
    return Objects.requireNonNull(feeder, "not started");
  }

  private void take(int place, FloatBuffer output, int outputRow) {
    EngineCore running = Objects.requireNonNull(core, "not started");
    running.logits().read(output, outputRow);
    answer.take(place, running.logits());
  }

  private void publish() {
    if (firstTokenMillis < 0 && answer.outputTokens() > 0) {
      firstTokenMillis = millis();
      Objects.requireNonNull(core, "not started").counters().firstToken(firstTokenMillis);
    }
    give(answer.release());
  }

  private void give(String piece) {
    if (!piece.isEmpty()) {
      onText.accept(piece);
    }
  }

  private void finish(FinishReason reason) {
    give(answer.releaseAll());
    long total = millis();
    int cached = feeder == null ? 0 : feeder.cached();
    TokenUsage usage =
        new TokenUsage(
            answer.promptLength(),
            cached,
            answer.outputTokens(),
            answer.forcedTokens(),
            firstTokenMillis < 0 ? total : firstTokenMillis,
            total);
    ticket().loop().counters().generated(usage.outputTokens(), usage.forcedTokens());
    result.give(new Generation(answer.text(), reason, answer.logProbability(), usage));
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - calledAt);
  }
}
