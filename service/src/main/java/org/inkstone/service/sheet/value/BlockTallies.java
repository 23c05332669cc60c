package org.inkstone.service.sheet.value;

import java.util.function.Supplier;

/** Tallies of the blocks of some ranges, kept while no cell of the block changes. */
public interface BlockTallies {
  /**
   * The tally of a block.
   *
   * @param block its number from the first row, as {@link Blocks} cuts them
   * @param computed gives the tally if none is kept
   */
  Tally of(int block, Supplier<Tally> computed);
}
