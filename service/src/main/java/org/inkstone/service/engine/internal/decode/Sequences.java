package org.inkstone.service.engine.internal.decode;

import java.util.Arrays;

/** Token sequences. */
final class Sequences {
  private Sequences() {}

  /** The second after the first. */
  static int[] join(int[] first, int[] second) {
    int[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
