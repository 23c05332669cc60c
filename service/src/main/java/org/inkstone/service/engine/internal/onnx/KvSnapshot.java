package org.inkstone.service.engine.internal.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A copy of a sequence's first keys and values. Whoever keeps it closes it. */
public final class KvSnapshot implements AutoCloseable {
  private final int tokens;
  private final int layers;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment memory;

  KvSnapshot(int tokens, int layers, long bytes) {
    this.tokens = tokens;
    this.layers = layers;
    this.memory = arena.allocate(bytes, 64);
  }

  /** How many tokens it holds. */
  public int tokens() {
    return tokens;
  }

  /** How many layers it holds, from the first. */
  public int layers() {
    return layers;
  }

  /** What it costs. */
  public long bytes() {
    return memory.byteSize();
  }

  MemorySegment memory() {
    return memory;
  }

  @Override
  public void close() {
    arena.close();
  }
}
