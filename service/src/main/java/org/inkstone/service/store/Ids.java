package org.inkstone.service.store;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Row ids as callers write them. */
final class Ids {
  private Ids() {}

  /** The id; empty for a text that is none, which then names no row. */
  static Optional<UUID> parse(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** No row. */
  static <T> CompletionStage<Optional<T>> none() {
    return CompletableFuture.completedStage(Optional.empty());
  }
}
