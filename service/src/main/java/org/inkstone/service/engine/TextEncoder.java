package org.inkstone.service.engine;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Gives a model's hidden states: what it sees in a text, for small trained judges. */
public interface TextEncoder {
  /** A part of a text, in UTF-16 units from {@code start} to before {@code end}. */
  record Span(int start, int end) {
    public Span {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("an empty or negative span: " + start + " to " + end);
      }
    }
  }

  /** A text that follows the shared prefix, and the spans of it that are asked for. */
  record Passage(String text, List<Span> spans) {
    public Passage {
      spans = List.copyOf(spans);
    }
  }

  /**
   * The states of one span.
   *
   * @param mean the mean over the span's tokens, one float a hidden dimension
   * @param last the state of its last token
   */
  @SuppressWarnings("ArrayRecordComponent") // plain data, never compared
  record Pooled(float[] mean, float[] last) {}

  /**
   * Encodes each passage by itself after the prefix.
   *
   * @param layer after which layer the states are taken, from 1 to the model's layers
   * @param prefix raw text, computed once and kept for later calls; may be empty
   * @return for each passage, one result a span
   */
  CompletionStage<List<List<Pooled>>> encode(int layer, String prefix, List<Passage> passages);
}
