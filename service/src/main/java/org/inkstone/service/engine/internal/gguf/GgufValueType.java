package org.inkstone.service.engine.internal.gguf;

import org.jspecify.annotations.Nullable;

/** The types of metadata values, in the order of their numbers in a file. */
enum GgufValueType {
  UINT8(1),
  INT8(1),
  UINT16(2),
  INT16(2),
  UINT32(4),
  INT32(4),
  FLOAT32(4),
  BOOL(1),
  STRING(8),
  ARRAY(12),
  UINT64(8),
  INT64(8),
  FLOAT64(8);

  private final int leastBytes;

  GgufValueType(int leastBytes) {
    this.leastBytes = leastBytes;
  }

  /** The fewest bytes that a value takes; the exact number for scalars. */
  int leastBytes() {
    return leastBytes;
  }

  static @Nullable GgufValueType of(int id) {
    return id >= 0 && id < values().length ? values()[id] : null;
  }
}
