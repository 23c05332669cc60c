package org.inkstone.service.engine.internal.gguf;

/**
 * Rows of blocks of 32 weights with one half-precision scale (and for the {@code _1} types one
 * offset). The low nibbles are the first 16 weights, the high nibbles the last 16.
 *
 * <p>The order of the floating-point operations is that of ggml's reference code, without fused
 * multiply-add.
 */
final class LegacyRows {
  private static final int BLOCK = 32;
  private static final int HALF = 16;

  private LegacyRows() {}

  static void q8Zero(byte[] in, float[] out, int count) {
    for (int block = 0, at = 0; at < count; block += 34, at += BLOCK) {
      float scale = LittleEndian.float16(in, block);
      for (int i = 0; i < BLOCK; i++) {
        out[at + i] = in[block + 2 + i] * scale;
      }
    }
  }

  static void q4Zero(byte[] in, float[] out, int count) {
    for (int block = 0, at = 0; at < count; block += 18, at += BLOCK) {
      float scale = LittleEndian.float16(in, block);
      for (int i = 0; i < HALF; i++) {
        int pair = in[block + 2 + i];
        out[at + i] = ((pair & 15) - 8) * scale;
        out[at + HALF + i] = (((pair >> 4) & 15) - 8) * scale;
      }
    }
  }

  static void q4One(byte[] in, float[] out, int count) {
    for (int block = 0, at = 0; at < count; block += 20, at += BLOCK) {
      float scale = LittleEndian.float16(in, block);
      float offset = LittleEndian.float16(in, block + 2);
      for (int i = 0; i < HALF; i++) {
        int pair = in[block + 4 + i];
        out[at + i] = (pair & 15) * scale + offset;
        out[at + HALF + i] = ((pair >> 4) & 15) * scale + offset;
      }
    }
  }

  static void q5Zero(byte[] in, float[] out, int count) {
    for (int block = 0, at = 0; at < count; block += 22, at += BLOCK) {
      float scale = LittleEndian.float16(in, block);
      int high = LittleEndian.int32(in, block + 2);
      for (int i = 0; i < HALF; i++) {
        int pair = in[block + 6 + i];
        out[at + i] = (fiveBits(pair, high, i) - 16) * scale;
        out[at + HALF + i] = (fiveBits(pair >> 4, high, HALF + i) - 16) * scale;
      }
    }
  }

  static void q5One(byte[] in, float[] out, int count) {
    for (int block = 0, at = 0; at < count; block += 24, at += BLOCK) {
      float scale = LittleEndian.float16(in, block);
      float offset = LittleEndian.float16(in, block + 2);
      int high = LittleEndian.int32(in, block + 4);
      for (int i = 0; i < HALF; i++) {
        int pair = in[block + 8 + i];
        out[at + i] = fiveBits(pair, high, i) * scale + offset;
        out[at + HALF + i] = fiveBits(pair >> 4, high, HALF + i) * scale + offset;
      }
    }
  }

  private static int fiveBits(int nibble, int high, int bit) {
    return (nibble & 15) | (((high >>> bit) & 1) << 4);
  }
}
