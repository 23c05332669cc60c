package org.inkstone.service.engine.internal.decode;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.inkstone.service.engine.EngineMetrics;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.WorkClass;

/** The counters of one engine. */
final class EngineCounters implements EngineMetrics {
  private final Map<WorkClass, AtomicInteger> queued = perClass();
  private final Map<WorkClass, AtomicInteger> running = perClass();
  private final Map<WorkClass, AtomicInteger> refused = perClass();
  private final LongAdder promptTokens = new LongAdder();
  private final LongAdder cachedTokens = new LongAdder();
  private final LongAdder outputTokens = new LongAdder();
  private final LongAdder forcedTokens = new LongAdder();
  private final LongAdder prefixHits = new LongAdder();
  private final LongAdder prefixMisses = new LongAdder();
  private final LongAdder firstTokens = new LongAdder();
  private final LongAdder firstTokenMillis = new LongAdder();
  private final LongAdder busyNanos = new LongAdder();
  private final AtomicLong prefixCacheBytes = new AtomicLong();

  private static Map<WorkClass, AtomicInteger> perClass() {
    Map<WorkClass, AtomicInteger> map = new EnumMap<>(WorkClass.class);
    for (WorkClass workClass : WorkClass.values()) {
      map.put(workClass, new AtomicInteger());
    }
    return map;
  }

  private static AtomicInteger of(Map<WorkClass, AtomicInteger> map, WorkClass workClass) {
    AtomicInteger counter = map.get(workClass);
    if (counter == null) {
      throw new IllegalArgumentException("no such class of work: " + workClass);
    }
    return counter;
  }

  void addQueued(WorkClass workClass, int change) {
    of(queued, workClass).addAndGet(change);
  }

  void addRunning(WorkClass workClass, int change) {
    of(running, workClass).addAndGet(change);
  }

  void refuse(WorkClass workClass) {
    of(refused, workClass).incrementAndGet();
  }

  void computed(int tokens) {
    promptTokens.add(tokens);
  }

  void prefixFound(int tokens) {
    prefixHits.increment();
    cachedTokens.add(tokens);
  }

  void prefixMissed() {
    prefixMisses.increment();
  }

  void prefixCacheHolds(long bytes) {
    prefixCacheBytes.set(bytes);
  }

  void generated(int tokens, int forced) {
    outputTokens.add(tokens);
    forcedTokens.add(forced);
  }

  void firstToken(long millis) {
    firstTokens.increment();
    firstTokenMillis.add(millis);
  }

  void busy(long nanos) {
    busyNanos.add(nanos);
  }

  /** How much work, in the units of the budgets, was done in a second of computing; 0 at first. */
  double workPerSecond() {
    double seconds = busyNanos.sum() / 1e9;
    double work =
        promptTokens.sum() + (double) EngineOptions.ANSWER_TOKEN_COST * outputTokens.sum();
    return seconds > 0 ? work / seconds : 0;
  }

  @Override
  public int queued(WorkClass workClass) {
    return of(queued, workClass).get();
  }

  @Override
  public int running(WorkClass workClass) {
    return of(running, workClass).get();
  }

  @Override
  public long refused(WorkClass workClass) {
    return of(refused, workClass).get();
  }

  @Override
  public long promptTokens() {
    return promptTokens.sum();
  }

  @Override
  public long cachedTokens() {
    return cachedTokens.sum();
  }

  @Override
  public long outputTokens() {
    return outputTokens.sum();
  }

  @Override
  public long forcedTokens() {
    return forcedTokens.sum();
  }

  @Override
  public long prefixHits() {
    return prefixHits.sum();
  }

  @Override
  public long prefixMisses() {
    return prefixMisses.sum();
  }

  @Override
  public long prefixCacheBytes() {
    return prefixCacheBytes.get();
  }

  @Override
  public long firstTokens() {
    return firstTokens.sum();
  }

  @Override
  public long firstTokenMillis() {
    return firstTokenMillis.sum();
  }

  @Override
  public long busyMillis() {
    return TimeUnit.NANOSECONDS.toMillis(busyNanos.sum());
  }
}
