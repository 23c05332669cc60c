package org.inkstone.service.engine.internal.gguf;

import org.jspecify.annotations.Nullable;

/** The tensor types that can be read, with the layout of their blocks. */
public enum GgufType {
  F32(0, 1, 4),
  F16(1, 1, 2),
  Q4_0(2, 32, 18),
  Q4_1(3, 32, 20),
  Q5_0(6, 32, 22),
  Q5_1(7, 32, 24),
  Q8_0(8, 32, 34),
  Q4_K(12, 256, 144),
  Q5_K(13, 256, 176),
  Q6_K(14, 256, 210),
  BF16(30, 1, 2);

  private final int id;
  private final int blockSize;
  private final int blockBytes;

  GgufType(int id, int blockSize, int blockBytes) {
    this.id = id;
    this.blockSize = blockSize;
    this.blockBytes = blockBytes;
  }

  /** The number that stands for the type in a file. */
  public int id() {
    return id;
  }

  /** Weights a block. */
  public int blockSize() {
    return blockSize;
  }

  /** Bytes a block. */
  public int blockBytes() {
    return blockBytes;
  }

  /** Fills {@code out[0 .. count)} from the blocks that begin at {@code in[0]}. */
  void decode(byte[] in, float[] out, int count) {
    switch (this) {
      case F32 -> PlainRows.f32(in, out, count);
      case F16 -> PlainRows.f16(in, out, count);
      case BF16 -> PlainRows.bf16(in, out, count);
      case Q4_0 -> LegacyRows.q4Zero(in, out, count);
      case Q4_1 -> LegacyRows.q4One(in, out, count);
      case Q5_0 -> LegacyRows.q5Zero(in, out, count);
      case Q5_1 -> LegacyRows.q5One(in, out, count);
      case Q8_0 -> LegacyRows.q8Zero(in, out, count);
      case Q4_K -> SuperBlockRows.q4(in, out, count);
      case Q5_K -> SuperBlockRows.q5(in, out, count);
      case Q6_K -> SuperBlockRows.q6(in, out, count);
    }
  }

  /** The type with that number; null if it is not supported. */
  static @Nullable GgufType of(int id) {
    for (GgufType type : values()) {
      if (type.id == id) {
        return type;
      }
    }
    return null;
  }
}
