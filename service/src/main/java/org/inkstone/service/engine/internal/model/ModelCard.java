package org.inkstone.service.engine.internal.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.inkstone.service.engine.ModelConfig;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an imported model; only what its file says. Kept as {@code card.json}.
 *
 * @param id the catalogue's id, or the file's name
 * @param name {@code general.name} of the file
 * @param config its shape
 * @param parameters number of weights
 * @param sourceQuantization how the source holds its weights, such as {@code Q4_K_M}
 * @param sourceSha256 digest of the source
 * @param license as the file or the catalogue says
 * @param endTokens the ids that end a turn
 * @param bosToken the id that begins a text; null if the model has none
 * @param addBos whether a prompt begins with it
 * @param weightFormat the format of the products in the graph, and why it was chosen
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelCard(
    String id,
    @Nullable String name,
    ModelConfig config,
    long parameters,
    String sourceQuantization,
    String sourceSha256,
    @Nullable String license,
    List<Integer> endTokens,
    @Nullable Integer bosToken,
    boolean addBos,
    String weightFormat) {
  public ModelCard {
    endTokens = List.copyOf(endTokens);
  }
}
