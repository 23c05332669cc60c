package org.inkstone.service.engine.internal.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model's files say of it beside shape and weights.
 *
 * @param name the name in the file, such as {@code general.name}
 * @param license the licence in the file
 * @param quantization how the file holds its weights, such as {@code Q4_K_M}
 * @param parameters number of weights
 * @param endTokens the ids that end a turn; the file's own end-of-text id first
 * @param bosToken the id that begins a text; null if the model has none
 * @param addBos whether a prompt begins with it
 */
public record SourceFacts(
    @Nullable String name,
    @Nullable String license,
    String quantization,
    long parameters,
    List<Integer> endTokens,
    @Nullable Integer bosToken,
    boolean addBos) {
  public SourceFacts {
    endTokens = List.copyOf(endTokens);
  }
}
