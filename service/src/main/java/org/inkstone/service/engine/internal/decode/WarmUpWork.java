package org.inkstone.service.engine.internal.decode;

import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.EngineException;
import org.jspecify.annotations.Nullable;

/** Computes the fixed part of a prompt before anybody asks for it. */
final class WarmUpWork extends Work {
  private final int[] tokens;
  private final PrefixKey prefix;
  private final Result<Integer> result;
  private @Nullable Feeder feeder;

  WarmUpWork(Ticket ticket, int[] tokens, PrefixKey prefix) {
    super(ticket);
    this.tokens = tokens;
    this.prefix = prefix;
    this.result = new Result<>(ticket.loop().callbacks());
  }

  /** How many tokens the fixed part has. */
  CompletionStage<Integer> result() {
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
    feeder = new Feeder(core, core.decoder(), here, this, tokens, prefix);
  }

  @Override
  void advance() {
    Objects.requireNonNull(feeder, "not started").feedPrefix();
  }

  @Override
  boolean isDone() {
    return feeder != null && feeder.hasPrefix();
  }

  @Override
  void complete() {
    result.give(prefix.tokens());
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
