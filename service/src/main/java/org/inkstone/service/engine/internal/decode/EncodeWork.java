package org.inkstone.service.engine.internal.decode;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.TextEncoder.Pooled;
import org.inkstone.service.engine.TextEncoder.Span;
import org.inkstone.service.engine.internal.tokenizer.TokenizedText;
import org.jspecify.annotations.Nullable;

/** Encodes passages one after another in one row, as {@link ScoreWork} scores. */
final class EncodeWork extends Work {
  /**
   * A passage made ready.
   *
   * @param text its tokens and their places
   * @param spans the spans of it that are asked for
   */
  record Passage(TokenizedText text, List<Span> spans) {}

  private final int layer;
  private final int[] prefixTokens;
  private final List<Passage> passages;
  private final PrefixKey prefix;
  private final Result<List<List<Pooled>>> result;
  private final List<List<Pooled>> encoded = new ArrayList<>();
  private @Nullable Feeder base;
  private @Nullable Feeder current;
  private List<SpanPool> pools = List.of();
  private int width;

  EncodeWork(Ticket ticket, int layer, int[] prefixTokens, List<Passage> passages) {
    super(ticket);
    this.layer = layer;
    this.prefixTokens = prefixTokens;
    this.passages = passages;
    this.prefix = new PrefixKey(layer, prefixTokens, prefixTokens.length);
    this.result = new Result<>(ticket.loop().callbacks());
  }

  CompletionStage<List<List<Pooled>>> result() {
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
    Row here = Objects.requireNonNull(row, "row");
    width = core.config().hiddenSize();
    base = new Feeder(core, core.encoder(layer), here, this, prefixTokens, prefix);
  }

  @Override
  void advance() {
    Feeder shared = Objects.requireNonNull(base, "not started");
    if (!shared.hasPrefix()) {
      shared.feedPrefix();
      return;
    }
    Passage passage = passages.get(encoded.size());
    if (current == null) {
      current = shared.again(Sequences.join(prefixTokens, passage.text().ids()));
      pools = passage.spans().stream().map(s -> new SpanPool(passage.text(), s, width)).toList();
    }
    feed(current, passage);
  }

  private void feed(Feeder feeder, Passage passage) {
    int from = feeder.fed() - prefixTokens.length;
    int left = passage.text().ids().length - from;
    int count = Math.min(left, feeder.chunk());
    if (count > 0) {
      FloatBuffer states = feeder.feed(count, Integer.MAX_VALUE);
      for (int i = 0; i < count; i++) {
        for (SpanPool pool : pools) {
          pool.take(from + i, states, i);
        }
      }
    }
    if (count == left) {
      encoded.add(pools.stream().map(SpanPool::pooled).toList());
      current = null;
    }
  }

  @Override
  boolean isDone() {
    return encoded.size() == passages.size();
  }

  @Override
  void complete() {
    result.give(List.copyOf(encoded));
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
