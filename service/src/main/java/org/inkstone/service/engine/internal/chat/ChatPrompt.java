package org.inkstone.service.engine.internal.chat;

/**
 * A chat as the model reads it.
 *
 * @param tokens the whole prompt, up to where the model's answer begins
 * @param fixedTokens how many tokens at the start come from the fixed messages alone
 */
@SuppressWarnings("ArrayRecordComponent") // plain data, never compared
public record ChatPrompt(int[] tokens, int fixedTokens) {}
