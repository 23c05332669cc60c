package org.inkstone.service.sheet.value;

/**
 * Cuts long ranges into blocks of whole rows, counted from a range's first row. Numbers are added
 * up one by one within a block, and then the blocks' sums: so the parts of a sum can be kept while
 * their cells do not change, and a sum of kept parts is the same to the last bit.
 */
public final class Blocks {
  private static final int CELLS = 1024;
  private static final int FEWEST_ROWS = 16;

  private Blocks() {}

  /** How many rows the blocks of a range have that is so wide. */
  public static int height(int columns) {
    return Math.max(FEWEST_ROWS, CELLS / columns);
  }
}
