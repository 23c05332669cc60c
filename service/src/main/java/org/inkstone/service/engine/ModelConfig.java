package org.inkstone.service.engine;

/**
 * The shape of a decoder, as its file says.
 *
 * @param architecture {@code qwen2}, {@code llama}, {@code qwen3} or {@code gemma3}
 * @param layers number of blocks
 * @param hiddenSize width of the residual stream
 * @param feedForwardSize width between up and down
 * @param heads query heads
 * @param kvHeads key and value heads
 * @param headSize floats a head
 * @param vocabularySize rows of the embedding
 * @param contextLength the longest sequence, in tokens
 * @param ropeBase base of the rotary position frequencies
 * @param ropeInterleaved whether Q and K rows are ordered for interleaved (GPT-J) rotation
 * @param rmsEpsilon epsilon of the RMS norms
 * @param tiedEmbedding whether the output layer is the embedding
 */
public record ModelConfig(
    String architecture,
    int layers,
    int hiddenSize,
    int feedForwardSize,
    int heads,
    int kvHeads,
    int headSize,
    int vocabularySize,
    int contextLength,
    float ropeBase,
    boolean ropeInterleaved,
    float rmsEpsilon,
    boolean tiedEmbedding) {}
