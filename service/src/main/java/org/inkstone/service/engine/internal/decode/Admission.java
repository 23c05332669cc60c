package org.inkstone.service.engine.internal.decode;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.WorkClass;

/**
 * Lets work in up to a budget of estimated cost. A single call is always let in when its class has
 * nothing else, however large it is.
 */
final class Admission {
  private static final double DEFAULT_WORK_PER_SECOND = 200;

  private final EngineOptions options;
  private final EngineCounters counters;
  private final AtomicLong interactive = new AtomicLong();
  private final AtomicLong batch = new AtomicLong();

  Admission(EngineOptions options, EngineCounters counters) {
    this.options = options;
    this.counters = counters;
  }

  /** Lets the work in, or fails with the numbers and when to come again. */
  void admit(WorkClass workClass, long cost) {
    AtomicLong open = open(workClass);
    long budget = budget(workClass);
    long before;
    do {
      before = open.get();
      if (before > 0 && before + cost > budget) {
        counters.refuse(workClass);
        throw EngineException.overloaded(
            "%d tokens of %s work are open, %d more would pass the budget of %d"
                .formatted(before, workClass, cost, budget),
            timeFor(before + cost - budget));
      }
    } while (!open.compareAndSet(before, before + cost));
  }

  /** Counts work of a request that was let in before: what was begun is finished. */
  void admitMore(WorkClass workClass, long cost) {
    open(workClass).addAndGet(cost);
  }

  /** Gives back what was let in. */
  void release(WorkClass workClass, long cost) {
    open(workClass).addAndGet(-cost);
  }

  private Duration timeFor(long excess) {
    double rate = counters.workPerSecond();
    double seconds = excess / (rate > 0 ? rate : DEFAULT_WORK_PER_SECOND);
    return Duration.ofSeconds(Math.max(1, (long) Math.ceil(seconds)));
  }

  private AtomicLong open(WorkClass workClass) {
    return workClass == WorkClass.INTERACTIVE ? interactive : batch;
  }

  private long budget(WorkClass workClass) {
    return workClass == WorkClass.INTERACTIVE ? options.interactiveBudget() : options.batchBudget();
  }
}
