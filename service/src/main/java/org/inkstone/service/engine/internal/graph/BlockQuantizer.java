package org.inkstone.service.engine.internal.graph;

import java.util.Arrays;

/** Turns a row of floats into 8-bit codes around 128 with one scale a block. */
final class BlockQuantizer {
  /** Floats that share a scale. */
  static final int BLOCK = 64;

  /** The code of zero. */
  static final int ZERO = 128;

  private static final int LARGEST = 127;

  private BlockQuantizer() {}

  /** How many blocks so many columns fill, the last perhaps in part. */
  static int blocks(int columns) {
    return (columns + BLOCK - 1) / BLOCK;
  }

  /**
   * Quantizes one row.
   *
   * @param row its floats
   * @param codes where its codes go, from {@code codeStart}; {@code stored} of them, those past the
   *     row's end standing for zero
   * @param scales where its scales go, from {@code scaleStart}
   */
  static void quantize(
      float[] row, byte[] codes, int codeStart, int stored, float[] scales, int scaleStart) {
    for (int block = 0; block * BLOCK < row.length; block++) {
      int from = block * BLOCK;
      int to = Math.min(row.length, from + BLOCK);
      float largest = 0;
      for (int i = from; i < to; i++) {
        largest = Math.max(largest, Math.abs(row[i]));
      }
      float scale = largest / LARGEST;
      // A scale so small has no inverse; its block is zero in every product.
      float inverse = scale < Float.MIN_NORMAL ? 0 : 1 / scale;
      scales[scaleStart + block] = inverse == 0 ? 0 : scale;
      for (int i = from; i < to; i++) {
        // Adding the half before the cut rounds to the nearest; the sum is never negative.
        codes[codeStart + i] = (byte) (int) (row[i] * inverse + (ZERO + 0.5f));
      }
    }
    Arrays.fill(codes, codeStart + row.length, codeStart + stored, (byte) ZERO);
  }
}
