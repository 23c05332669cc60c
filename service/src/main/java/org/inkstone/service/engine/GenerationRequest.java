package org.inkstone.service.engine;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for text.
 *
 * @param messages the chat so far, the last one by the user
 * @param fixedMessages how many messages at the start are the fixed part of a template: their keys
 *     and values are computed once and kept
 * @param maxTokens the most tokens to generate, at least 1
 * @param stop strings that end the text; not part of it
 * @param deadline when the answer is no longer wanted; null is never
 */
public record GenerationRequest(
    List<ChatMessage> messages,
    int fixedMessages,
    int maxTokens,
    Sampling sampling,
    Grammar grammar,
    List<String> stop,
    @Nullable Instant deadline) {
  public GenerationRequest {
    messages = List.copyOf(messages);
    stop = List.copyOf(stop);
    Objects.requireNonNull(sampling, "sampling");
    Objects.requireNonNull(grammar, "grammar");
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a generation needs at least one message");
    }
    if (fixedMessages < 0 || fixedMessages > messages.size()) {
      throw new IllegalArgumentException(
          "fixedMessages must be in [0, " + messages.size() + "], was " + fixedMessages);
    }
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens must be at least 1, was " + maxTokens);
    }
  }

  /** A greedy request without grammar or stop strings. */
  public static GenerationRequest of(List<ChatMessage> messages, int maxTokens) {
    return new GenerationRequest(
        messages, 0, maxTokens, Sampling.greedy(), Grammar.free(), List.of(), null);
  }
}
