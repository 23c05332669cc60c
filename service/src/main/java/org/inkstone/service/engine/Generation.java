package org.inkstone.service.engine;

/**
 * A generated text.
 *
 * @param text the text without the stop string
 * @param logProbability the sum of the natural log-probabilities of its tokens under the model,
 *     before the grammar mask
 */
public record Generation(
    String text, FinishReason finishReason, double logProbability, TokenUsage usage) {}
