package org.inkstone.service.functional;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The real time; remembers which threads ask for it in the middle of a calculation. */
@Alternative
@Singleton
class WatchingClock extends Clock {
  private static final String CALCULATION = "org.inkstone.service.sheet.eval.";

  private final Clock clock = Clock.systemUTC();
  private final Set<String> calculating = ConcurrentHashMap.newKeySet();

  /** The names of the threads that calculated. */
  Set<String> calculating() {
    return Set.copyOf(calculating);
  }

  @Override
  public Instant instant() {
    boolean inside =
        StackWalker.getInstance()
            .walk(frames -> frames.anyMatch(f -> f.getClassName().startsWith(CALCULATION)));
    if (inside) {
      calculating.add(Thread.currentThread().getName());
    }
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return clock.withZone(zone);
  }
}
