package org.inkstone.service.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param ropeBase base of the rotary position frequencies (of the global layers)
 * @param ropeInterleaved whether Q and K rows are ordered for interleaved (GPT-J) rotation
 * @param rmsEpsilon epsilon of the RMS norms
 * @param tiedEmbedding whether the output layer is the embedding
 * @param activation what the gate of the feed-forward passes through
 * @param embeddingScale the embedding row is multiplied by it; 1 where the architecture has none
 * @param attentionScale the products of Q and K are multiplied by it
 * @param queryKeyNorm whether each head of Q and K passes an RMS norm before the rotation
 * @param postNorms whether the outputs of attention and feed-forward pass an RMS norm before they
 *     are added to the residual stream
 * @param slidingWindow the layers that see only a window; null if every layer sees all
 * @param ropeFactors the frequency of each pair is divided by its factor in the global layers;
 *     empty for none, else {@code headSize / 2} of them
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
    boolean tiedEmbedding,
    Activation activation,
    float embeddingScale,
    float attentionScale,
    boolean queryKeyNorm,
    boolean postNorms,
    @Nullable SlidingWindow slidingWindow,
    List<Float> ropeFactors) {

  /** What the gate of the feed-forward passes through. */
  public enum Activation {
    /** x · sigmoid(x). */
    SILU,
    /** The tanh approximation of GELU. */
    GELU_TANH
  }

  /**
   * Which layers see only the nearest tokens.
   *
   * @param tokens how many tokens such a layer sees, the current one among them
   * @param pattern of each run of so many layers the last is global, the others see the window
   * @param ropeBase base of the rotary position frequencies of the window layers
   */
  public record SlidingWindow(int tokens, int pattern, float ropeBase) {
    public SlidingWindow {
      if (tokens < 1 || pattern < 1) {
        throw new IllegalArgumentException(
            "a sliding window has at least 1 token and a pattern of at least 1 layer, not "
                + tokens
                + " and "
                + pattern);
      }
    }
  }

  public ModelConfig {
    ropeFactors = List.copyOf(ropeFactors);
  }

  /** Whether the layer (from 0) sees only the sliding window. */
  public boolean isWindowed(int layer) {
    return slidingWindow != null && (layer + 1) % slidingWindow.pattern() != 0;
  }

  /** Begins a configuration: {@code attentionScale} and the rest start at the llama family's. */
  public static Builder builder(String architecture) {
    return new Builder(architecture);
  }

  /** Collects the parts of a {@link ModelConfig}; whoever sets nothing more gets a plain llama. */
  public static final class Builder {
    private final String architecture;
    private int layers;
    private int hiddenSize;
    private int feedForwardSize;
    private int heads;
    private int kvHeads;
    private int headSize;
    private int vocabularySize;
    private int contextLength;
    private float ropeBase = 10_000;
    private boolean ropeInterleaved;
    private float rmsEpsilon = 1e-6f;
    private boolean tiedEmbedding;
    private Activation activation = Activation.SILU;
    private float embeddingScale = 1;
    private float attentionScale;
    private boolean queryKeyNorm;
    private boolean postNorms;
    private @Nullable SlidingWindow slidingWindow;
    private List<Float> ropeFactors = List.of();

    private Builder(String architecture) {
      this.architecture = architecture;
    }

    /** Blocks, width of the residual stream, width between up and down. */
    public Builder size(int layers, int hiddenSize, int feedForwardSize) {
      this.layers = layers;
      this.hiddenSize = hiddenSize;
      this.feedForwardSize = feedForwardSize;
      return this;
    }

    /** Query heads, key and value heads, floats a head. */
    public Builder heads(int heads, int kvHeads, int headSize) {
      this.heads = heads;
      this.kvHeads = kvHeads;
      this.headSize = headSize;
      return this;
    }

    /** Rows of the embedding, and whether the output layer is the embedding. */
    public Builder vocabulary(int size, boolean tied) {
      this.vocabularySize = size;
      this.tiedEmbedding = tied;
      return this;
    }

    /** The longest sequence, in tokens. */
    public Builder contextLength(int tokens) {
      this.contextLength = tokens;
      return this;
    }

    /** Base of the rotary frequencies, and the order of the rows of Q and K. */
    public Builder rope(float base, boolean interleaved) {
      this.ropeBase = base;
      this.ropeInterleaved = interleaved;
      return this;
    }

    /** Divisors of the frequencies of the global layers; empty for none. */
    public Builder ropeFactors(List<Float> factors) {
      this.ropeFactors = factors;
      return this;
    }

    /** Epsilon of the RMS norms. */
    public Builder rmsEpsilon(float epsilon) {
      this.rmsEpsilon = epsilon;
      return this;
    }

    /** What the gate of the feed-forward passes through. */
    public Builder activation(Activation activation) {
      this.activation = activation;
      return this;
    }

    /** Factor of the embedding rows. */
    public Builder embeddingScale(float scale) {
      this.embeddingScale = scale;
      return this;
    }

    /** Factor of the products of Q and K; without it, 1 / √headSize. */
    public Builder attentionScale(float scale) {
      this.attentionScale = scale;
      return this;
    }

    /** Whether there are norms on the heads of Q and K, and after attention and feed-forward. */
    public Builder norms(boolean queryKey, boolean post) {
      this.queryKeyNorm = queryKey;
      this.postNorms = post;
      return this;
    }

    /** The layers that see only a window; null for none. */
    public Builder slidingWindow(@Nullable SlidingWindow window) {
      this.slidingWindow = window;
      return this;
    }

    /** The finished configuration. */
    public ModelConfig build() {
      float scale = attentionScale == 0 ? (float) (1 / Math.sqrt(headSize)) : attentionScale;
      return new ModelConfig(
          architecture,
          layers,
          hiddenSize,
          feedForwardSize,
          heads,
          kvHeads,
          headSize,
          vocabularySize,
          contextLength,
          ropeBase,
          ropeInterleaved,
          rmsEpsilon,
          tiedEmbedding,
          activation,
          embeddingScale,
          scale,
          queryKeyNorm,
          postNorms,
          slidingWindow,
          ropeFactors);
    }
  }
}
