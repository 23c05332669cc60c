package org.inkstone.service.sheet.read;

import java.util.EnumMap;
import java.util.Map;

/** The bounds that a reader keeps; immutable. */
public final class ReadLimits {
  private static final ReadLimits USUAL = new ReadLimits(Map.of());

  private final Map<ReadLimit, Long> changed;

  private ReadLimits(Map<ReadLimit, Long> changed) {
    this.changed = Map.copyOf(changed);
  }

  /** The usual bound of every {@link ReadLimit}. */
  public static ReadLimits usual() {
    return USUAL;
  }

  /** The same limits with one of them set to another bound. */
  public ReadLimits with(ReadLimit limit, long bound) {
    if (bound < 0) {
      throw new IllegalArgumentException(limit + " cannot be negative, was " + bound);
    }
    Map<ReadLimit, Long> all = new EnumMap<>(ReadLimit.class);
    all.putAll(changed);
    all.put(limit, bound);
    return new ReadLimits(all);
  }

  /** The bound of a limit. */
  public long get(ReadLimit limit) {
    return changed.getOrDefault(limit, limit.usual());
  }

  /** Throws if the value is above the bound. */
  void check(ReadLimit limit, long value) {
    if (value > get(limit)) {
      throw SheetReadException.limit(limit, get(limit), value);
    }
  }
}
