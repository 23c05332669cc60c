package org.inkstone.service.engine.internal.tokenizer;

/**
 * Tokens and where in the text they stand.
 *
 * @param ids the tokens
 * @param start for each token, the UTF-16 unit where its characters begin
 * @param end for each token, the UTF-16 unit before which its characters end
 */
@SuppressWarnings("ArrayRecordComponent") // plain data, never compared
public record TokenizedText(int[] ids, int[] start, int[] end) {}
