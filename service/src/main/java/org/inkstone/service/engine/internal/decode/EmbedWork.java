package org.inkstone.service.engine.internal.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.EngineException;
import org.jspecify.annotations.Nullable;

/** Embeds texts, a few a slice. */
final class EmbedWork extends Work {
  private static final int TEXTS_A_SLICE = 16;

  private final List<String> texts;
  private final Result<List<float[]>> result;
  private final List<float[]> vectors = new ArrayList<>();
  private @Nullable EngineCore core;

  EmbedWork(Ticket ticket, List<String> texts) {
    super(ticket);
    this.texts = List.copyOf(texts);
    this.result = new Result<>(ticket.loop().callbacks());
  }

  CompletionStage<List<float[]>> result() {
    return result.future();
  }

  @Override
  boolean isAbandoned() {
    return result.isAbandoned();
  }

  @Override
  boolean needsRow() {
    return false;
  }

  @Override
  void start(EngineCore core, @Nullable Row row) {
    this.core = core;
  }

  @Override
  void advance() {
    EngineCore running = Objects.requireNonNull(core, "not started");
    int end = Math.min(texts.size(), vectors.size() + TEXTS_A_SLICE);
    while (vectors.size() < end) {
      vectors.add(running.sentences().encode(texts.get(vectors.size())));
    }
  }

  @Override
  boolean isDone() {
    return vectors.size() == texts.size();
  }

  @Override
  void complete() {
    result.give(List.copyOf(vectors));
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
