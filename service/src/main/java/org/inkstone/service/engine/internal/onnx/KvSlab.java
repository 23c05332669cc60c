package org.inkstone.service.engine.internal.onnx;

import ai.onnxruntime.OnnxTensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.inkstone.service.engine.ModelConfig;

/**
 * The keys and values of all running sequences: for each layer two buffers float32[rows, kvHeads,
 * capacity, headSize] that the graphs read and extend in place. Whoever made it closes it, after
 * the sessions that use it.
 */
public final class KvSlab implements AutoCloseable {
  private final OnnxRuntime runtime;
  private final ModelConfig config;
  private final int rows;
  private final int capacity;
  private final long headBytes;
  private final long rowBytes;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment[] keys;
  private final MemorySegment[] values;

  /**
   * Allocates the buffers.
   *
   * @param rows how many sequences
   * @param capacity how many tokens each may hold
   */
  public KvSlab(OnnxRuntime runtime, ModelConfig config, int rows, int capacity) {
    this.runtime = runtime;
    this.config = config;
    this.rows = rows;
    this.capacity = capacity;
    this.headBytes = (long) capacity * config.headSize() * Float.BYTES;
    this.rowBytes = headBytes * config.kvHeads();
    if (rowBytes * rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a layer's keys must fit 2 GiB, %d rows of %d tokens need %d bytes"
              .formatted(rows, capacity, rowBytes * rows));
    }
    keys = allocate();
    values = allocate();
  }

  /** The bytes that one token takes in all layers. */
  public static long bytesPerToken(ModelConfig config) {
    return 2L * config.layers() * config.kvHeads() * config.headSize() * Float.BYTES;
  }

  /** How many sequences it holds. */
  public int rows() {
    return rows;
  }

  /** How many tokens a sequence may have. */
  public int capacity() {
    return capacity;
  }

  OnnxTensor keys(int layer, int firstRow, int count) {
    return view(keys[layer], firstRow, count);
  }

  OnnxTensor values(int layer, int firstRow, int count) {
    return view(values[layer], firstRow, count);
  }

  /** Copies the first tokens of a row, in the first {@code layers} layers. The caller closes it. */
  public KvSnapshot snapshot(int row, int tokens, int layers) {
    KvSnapshot copy = new KvSnapshot(tokens, layers, snapshotBytes(tokens, layers));
    eachHead(row, tokens, layers, copy, true);
    return copy;
  }

  /** What such a copy costs. */
  public long snapshotBytes(int tokens, int layers) {
    return bytesPerToken(config) / config.layers() * layers * tokens;
  }

  /** Writes a copy back into the start of a row. */
  public void restore(int row, KvSnapshot copy) {
    eachHead(row, copy.tokens(), copy.layers(), copy, false);
  }

  private void eachHead(int row, int tokens, int layers, KvSnapshot copy, boolean out) {
    long length = (long) tokens * config.headSize() * Float.BYTES;
    long at = 0;
    for (int layer = 0; layer < layers; layer++) {
      for (MemorySegment slab : new MemorySegment[] {keys[layer], values[layer]}) {
        for (int head = 0; head < config.kvHeads(); head++) {
          MemorySegment here = slab.asSlice(row * rowBytes + head * headBytes, length);
          MemorySegment there = copy.memory().asSlice(at, length);
          (out ? there : here).copyFrom(out ? here : there);
          at += length;
        }
      }
    }
  }

  private OnnxTensor view(MemorySegment slab, int firstRow, int count) {
    return runtime.tensor(
        slab.asSlice(firstRow * rowBytes, count * rowBytes)
            .asByteBuffer()
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer(),
        count,
        config.kvHeads(),
        capacity,
        config.headSize());
  }

  private MemorySegment[] allocate() {
    MemorySegment[] segments = new MemorySegment[config.layers()];
    for (int layer = 0; layer < segments.length; layer++) {
      segments[layer] = arena.allocate(rowBytes * rows, 64);
    }
    return segments;
  }

  @Override
  public void close() {
    arena.close();
  }
}
