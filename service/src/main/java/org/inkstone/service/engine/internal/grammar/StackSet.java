package org.inkstone.service.engine.internal.grammar;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of stacks of return nodes, as a tree from the top frame downwards whose equal parts are one
 * object ({@link StackPool} sees to that): grammars that can be read in many ways stay small. A
 * stack ends at the bottom, below which the frames of a {@link Base} lie.
 */
final class StackSet {
  static final StackSet BOTTOM = new StackSet(true, new int[0], new StackSet[0], 0);
  private static final int MIXED = -1;
  private static final int NO_FRAME = -2;

  /** Whether one of the stacks is empty. */
  final boolean bottom;

  /** The top frames of the other stacks, ascending. */
  final int[] frames;

  /** What lies below each of {@link #frames}. */
  final StackSet[] below;

  final int id;
  final int depth;

  /** The frame directly above the bottom if it is the same in all stacks; else negative. */
  final int lowest;

  StackSet(boolean bottom, int[] frames, StackSet[] below, int id) {
    this.bottom = bottom;
    this.frames = frames;
    this.below = below;
    this.id = id;
    this.depth = 1 + Arrays.stream(below).mapToInt(s -> s.depth).max().orElse(-1);
    this.lowest = findLowest();
  }

  /** Whether the only stack is the empty one. */
  boolean isBottom() {
    return bottom && frames.length == 0;
  }

  private int findLowest() {
    if (bottom) {
      return frames.length == 0 ? NO_FRAME : MIXED;
    }
    int found = MIXED;
    for (int i = 0; i < frames.length; i++) {
      int here = below[i].lowest == NO_FRAME ? frames[i] : below[i].lowest;
      if (here == MIXED || (i > 0 && here != found)) {
        return MIXED;
      }
      found = here;
    }
    return found;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StackSet set
        && bottom == set.bottom
        && Arrays.equals(frames, set.frames)
        && sameBelow(set);
  }

  private boolean sameBelow(StackSet other) {
    for (int i = 0; i < below.length; i++) {
      if (below[i].id != other.below[i].id) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = Arrays.hashCode(frames) * 2 + (bottom ? 1 : 0);
    for (StackSet set : below) {
      hash = hash * 31 + set.id;
    }
    return hash;
  }
}
