package org.inkstone.service.engine;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the loaded model.
 *
 * @param id the catalogue's id, or the file's name
 * @param name what its file calls it
 * @param sha256 digest of the file that it was imported from
 * @param license as the file or the catalogue says
 * @param parameters number of weights
 * @param contextTokens the most tokens of prompt and answer together, as the engine is set up
 * @param weightFormat how the graph holds the weights, and why
 * @param config its shape
 */
public record ModelInfo(
    String id,
    @Nullable String name,
    String sha256,
    @Nullable String license,
    long parameters,
    int contextTokens,
    String weightFormat,
    ModelConfig config) {}
