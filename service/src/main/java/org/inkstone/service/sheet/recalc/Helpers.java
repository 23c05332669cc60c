package org.inkstone.service.sheet.recalc;

import java.util.concurrent.Executor;

/**
 * Threads that may help with a recalculation. It goes on whether they come or not, and does not
 * wait for one that has not begun.
 *
 * @param executor whose threads they are
 * @param most how many at a time beside the calling thread; 0 for none
 */
public record Helpers(Executor executor, int most) {
  /** No help. */
  public static final Helpers NONE = new Helpers(Runnable::run, 0);

  /** At least as many cells must be waiting, or a calculation alone is as quick. */
  static final int FEWEST_CELLS = 2_000;

  public Helpers {
    if (most < 0) {
      throw new IllegalArgumentException("expected 0 helpers or more, not " + most);
    }
  }
}
