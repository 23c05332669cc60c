package org.inkstone.service.engine;

/** What an engine counts. Counters only grow; every value may be read from any thread. */
public interface EngineMetrics {
  /** Calls that wait to be started. */
  int queued(WorkClass workClass);

  /** Calls that have been started and are not done. */
  int running(WorkClass workClass);

  /** Calls that were refused because the class's budget was full. */
  long refused(WorkClass workClass);

  /** Prompt tokens that were computed. */
  long promptTokens();

  /** Prompt tokens whose keys and values were already there. */
  long cachedTokens();

  /** Tokens that were generated, forced ones included. */
  long outputTokens();

  /** Tokens that a grammar left no choice about. */
  long forcedTokens();

  /** Fixed prompt parts that were found in the cache. */
  long prefixHits();

  /** Fixed prompt parts that had to be computed. */
  long prefixMisses();

  /** Bytes of the fixed prompt parts that are kept now. */
  long prefixCacheBytes();

  /** Generations that have given a first token. */
  long firstTokens();

  /** Milliseconds from the call to the first token, summed over all {@link #firstTokens()}. */
  long firstTokenMillis();

  /** Milliseconds that the engine spent computing. */
  long busyMillis();
}
