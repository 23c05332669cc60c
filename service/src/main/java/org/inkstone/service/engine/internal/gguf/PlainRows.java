package org.inkstone.service.engine.internal.gguf;

/** Rows of plain floating-point numbers. */
final class PlainRows {
  private PlainRows() {}

  static void f32(byte[] in, float[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = LittleEndian.float32(in, 4 * i);
    }
  }

  static void f16(byte[] in, float[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = LittleEndian.float16(in, 2 * i);
    }
  }

  static void bf16(byte[] in, float[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = LittleEndian.bfloat16(in, 2 * i);
    }
  }
}
