package org.inkstone.service.engine.internal.grammar;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All the places in the network where a reading of the text may stand, each with its stacks above a
 * {@link Base}. Independent of that base, so what follows is worked out once for every depth of
 * nesting. Equal sets of one automaton are one object.
 */
final class ItemSet {
  /** The set after a byte, and the frames to push to the base, lowest first. */
  static final class Edge {
    static final Edge DEAD = new Edge(null, new int[0]);

    /** Null if the byte cannot come. */
    final @Nullable ItemSet target;

    final int[] pushed;

    Edge(@Nullable ItemSet target, int[] pushed) {
      this.target = target;
      this.pushed = pushed;
    }
  }

  private final long[] places;
  private final StackSet[] stacks;

  /** Whether the rule above the base may be complete here. */
  final boolean completes;

  final @Nullable Edge[] next;
  final Map<Integer, Edge> expanded = new HashMap<>(2);
  private final int hash;

  ItemSet(long[] places, StackSet[] stacks, boolean completes, int byteClasses) {
    this.places = places;
    this.stacks = stacks;
    this.completes = completes;
    this.next = new Edge[byteClasses];
    this.hash = computeHash();
  }

  /** A place: the node, and inside a loop the state of its unit and the units counted. */
  static long place(int node, int unitState, int count) {
    return (long) node << 42 | (long) unitState << 32 | count;
  }

  int size() {
    return places.length;
  }

  long place(int i) {
    return places[i];
  }

  int node(int i) {
    return (int) (places[i] >>> 42);
  }

  int unitState(int i) {
    return (int) (places[i] >>> 32) & 0x3FF;
  }

  int count(int i) {
    return (int) places[i];
  }

  StackSet stacks(int i) {
    return stacks[i];
  }

  private int computeHash() {
    int result = Arrays.hashCode(places) + (completes ? 1 : 0);
    for (StackSet set : stacks) {
      result = result * 31 + set.id;
    }
    return result;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ItemSet set
            && completes == set.completes
            && Arrays.equals(places, set.places)
            && sameStacks(set));
  }

  private boolean sameStacks(ItemSet other) {
    for (int i = 0; i < stacks.length; i++) {
      if (stacks[i].id != other.stacks[i].id) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
