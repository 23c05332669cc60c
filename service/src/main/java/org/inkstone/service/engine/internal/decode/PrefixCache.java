package org.inkstone.service.engine.internal.decode;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.inkstone.service.engine.internal.onnx.KvSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The keys and values of fixed prompt parts, the least recently used dropped first. Used and closed
 * by the engine's thread.
 */
final class PrefixCache implements AutoCloseable {
  private final long maxBytes;
  private final EngineCounters counters;
  private final Map<PrefixKey, KvSnapshot> snapshots = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  PrefixCache(long maxBytes, EngineCounters counters) {
    this.maxBytes = maxBytes;
    this.counters = counters;
  }

  @Nullable KvSnapshot find(PrefixKey key) {
    return snapshots.get(key);
  }

  /** Whether a part of so many bytes would be kept. */
  boolean takes(long size) {
    return size <= maxBytes;
  }

  void put(PrefixKey key, KvSnapshot snapshot) {
    KvSnapshot before = snapshots.put(key, snapshot);
    bytes += snapshot.bytes();
    if (before != null) {
      drop(before);
    }
    Iterator<KvSnapshot> eldest = snapshots.values().iterator();
    while (bytes > maxBytes) {
      drop(eldest.next());
      eldest.remove();
    }
    counters.prefixCacheHolds(bytes);
  }

  private void drop(KvSnapshot snapshot) {
    bytes -= snapshot.bytes();
    snapshot.close();
  }

  @Override
  public void close() {
    snapshots.values().forEach(KvSnapshot::close);
    snapshots.clear();
  }
}
