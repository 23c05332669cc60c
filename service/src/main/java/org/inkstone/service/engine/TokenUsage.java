package org.inkstone.service.engine;

/**
 * What one call cost.
 *
 * @param promptTokens tokens of the prompt, cached ones included
 * @param cachedTokens tokens of the prompt whose keys and values were already there
 * @param outputTokens tokens that were generated, forced ones included
 * @param forcedTokens tokens that the grammar left no choice about
 * @param ttftMillis milliseconds from the call to the first token
 * @param totalMillis milliseconds from the call to the end
 */
public record TokenUsage(
    int promptTokens,
    int cachedTokens,
    int outputTokens,
    int forcedTokens,
    long ttftMillis,
    long totalMillis) {}
