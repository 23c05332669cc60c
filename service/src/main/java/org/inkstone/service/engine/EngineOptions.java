package org.inkstone.service.engine;

/**
 * How an engine is set up.
 *
 * @param threads how many threads compute one step
 * @param contextTokens the most tokens of prompt and answer together; the model's own limit if that
 *     is less
 * @param kvBytes memory for the keys and values of running requests; at least one request fits
 * @param maxRows the most requests that run at the same time
 * @param prefixCacheBytes memory for the keys and values of fixed prompt parts; 0 keeps none
 * @param prefillChunk how many prompt tokens are computed in one step
 * @param interactiveBudget the most interactive work that may wait or run, in prompt tokens; an
 *     answer's token counts as {@link #ANSWER_TOKEN_COST}
 * @param batchBudget the same for batch work
 */
public record EngineOptions(
    int threads,
    int contextTokens,
    long kvBytes,
    int maxRows,
    long prefixCacheBytes,
    int prefillChunk,
    long interactiveBudget,
    long batchBudget) {
  /** How many prompt tokens cost as much as one token of an answer. */
  public static final int ANSWER_TOKEN_COST = 4;

  public EngineOptions {
    requireRange("threads", threads, 1, 1024);
    requireRange("contextTokens", contextTokens, 16, 1 << 20);
    requireRange("maxRows", maxRows, 1, 64);
    requireRange("prefillChunk", prefillChunk, 1, 4096);
    requireRange("kvBytes", kvBytes, 1, Long.MAX_VALUE);
    requireRange("prefixCacheBytes", prefixCacheBytes, 0, Long.MAX_VALUE);
    requireRange("interactiveBudget", interactiveBudget, 1, Long.MAX_VALUE);
    requireRange("batchBudget", batchBudget, 1, Long.MAX_VALUE);
  }

  private static void requireRange(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be in [%d, %d], was %d".formatted(name, least, most, value));
    }
  }

  /** Settings for a machine with two cores and a model of one to two billion weights. */
  public static EngineOptions defaults() {
    return builder().build();
  }

  /** Begins with the default settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects settings. */
  public static final class Builder {
    private int threads = Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors()));
    private int contextTokens = 4096;
    private long kvBytes = 1L << 30;
    private int maxRows = 8;
    private long prefixCacheBytes = 1L << 29;
    private int prefillChunk = 128;
    private long interactiveBudget = 60_000;
    private long batchBudget = 400_000;

    private Builder() {}

    /** How many threads compute one step. */
    public Builder threads(int value) {
      threads = value;
      return this;
    }

    /** The most tokens of prompt and answer together. */
    public Builder contextTokens(int value) {
      contextTokens = value;
      return this;
    }

    /** Memory for running requests, and the most of them at the same time. */
    public Builder rows(long kvBytes, int maxRows) {
      this.kvBytes = kvBytes;
      this.maxRows = maxRows;
      return this;
    }

    /** Memory for fixed prompt parts; 0 keeps none. */
    public Builder prefixCacheBytes(long value) {
      prefixCacheBytes = value;
      return this;
    }

    /** How many prompt tokens are computed in one step. */
    public Builder prefillChunk(int value) {
      prefillChunk = value;
      return this;
    }

    /** The most work that may wait or run, of each class. */
    public Builder budgets(long interactive, long batch) {
      interactiveBudget = interactive;
      batchBudget = batch;
      return this;
    }

    /** The finished settings. */
    public EngineOptions build() {
      return new EngineOptions(
          threads,
          contextTokens,
          kvBytes,
          maxRows,
          prefixCacheBytes,
          prefillChunk,
          interactiveBudget,
          batchBudget);
    }
  }
}
