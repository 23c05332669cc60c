package org.inkstone.service.engine.internal.gguf;

/**
 * Rows of super-blocks of 256 weights, the "K" types of ggml: quantized scales of sub-blocks under
 * one half-precision scale. The order of the floating-point operations is that of ggml's reference
 * code, without fused multiply-add.
 */
final class SuperBlockRows {
  private static final int BLOCK = 256;
  private static final int SCALES = 4;
  private static final int Q4_BYTES = 144;
  private static final int Q5_BYTES = 176;
  private static final int Q6_BYTES = 210;

  private SuperBlockRows() {}

  /** Block: d, dmin (half), 12 bytes of 6-bit scales and minima, 128 bytes of nibbles. */
  static void q4(byte[] in, float[] out, int count) {
    for (int block = 0, at = 0; at < count; block += Q4_BYTES, at += BLOCK) {
      float d = LittleEndian.float16(in, block);
      float dmin = LittleEndian.float16(in, block + 2);
      for (int sub = 0; sub < 8; sub++) {
        float scale = d * scale(in, block + SCALES, sub);
        float min = dmin * min(in, block + SCALES, sub);
        int nibbles = block + 16 + sub / 2 * 32;
        int shift = sub % 2 * 4;
        for (int i = 0; i < 32; i++) {
          out[at + sub * 32 + i] = scale * ((in[nibbles + i] >> shift) & 15) - min;
        }
      }
    }
  }

  /** Block: as {@link #q4}, with 32 bytes of fifth bits before the nibbles. */
  static void q5(byte[] in, float[] out, int count) {
    for (int block = 0, at = 0; at < count; block += Q5_BYTES, at += BLOCK) {
      float d = LittleEndian.float16(in, block);
      float dmin = LittleEndian.float16(in, block + 2);
      for (int sub = 0; sub < 8; sub++) {
        float scale = d * scale(in, block + SCALES, sub);
        float min = dmin * min(in, block + SCALES, sub);
        int nibbles = block + 48 + sub / 2 * 32;
        int shift = sub % 2 * 4;
        for (int i = 0; i < 32; i++) {
          int high = (in[block + 16 + i] >> sub) & 1;
          out[at + sub * 32 + i] = scale * (((in[nibbles + i] >> shift) & 15) + (high << 4)) - min;
        }
      }
    }
  }

  /** Block: 128 bytes of nibbles, 64 of upper bit pairs, 16 signed scales, d (half). */
  static void q6(byte[] in, float[] out, int count) {
    for (int block = 0, at = 0; at < count; block += Q6_BYTES, at += BLOCK) {
      float d = LittleEndian.float16(in, block + 208);
      for (int sub = 0; sub < 16; sub++) {
        float scale = d * in[block + 192 + sub];
        int half = sub / 8;
        int quarter = sub % 8 / 2;
        int start = sub % 2 * 16;
        int nibbles = block + half * 64 + quarter % 2 * 32 + start;
        int pairs = block + 128 + half * 32 + start;
        for (int i = 0; i < 16; i++) {
          int low = (in[nibbles + i] >> (quarter / 2 * 4)) & 15;
          int high = (in[pairs + i] >> (quarter * 2)) & 3;
          out[at + sub * 16 + i] = scale * ((low | (high << 4)) - 32);
        }
      }
    }
  }

  private static int scale(byte[] in, int scales, int sub) {
    return sub < 4
        ? in[scales + sub] & 63
        : (in[scales + sub + 4] & 15) | (((in[scales + sub - 4] >> 6) & 3) << 4);
  }

  private static int min(byte[] in, int scales, int sub) {
    return sub < 4
        ? in[scales + sub + 4] & 63
        : ((in[scales + sub + 4] >> 4) & 15) | (((in[scales + sub] >> 6) & 3) << 4);
  }
}
