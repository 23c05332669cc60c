package org.inkstone.service.engine.internal.grammar;

import org.jspecify.annotations.Nullable;

/** A place in the automaton that moves byte by byte. */
final class Cursor {
  private final Automaton automaton;
  private ItemSet set;
  private Base base;

  Cursor(Automaton automaton, ItemSet set, Base base) {
    this.automaton = automaton;
    this.set = set;
    this.base = base;
    settle();
  }

  Cursor copy() {
    return new Cursor(automaton, set, base);
  }

  ItemSet set() {
    return set;
  }

  Base base() {
    return base;
  }

  /** Stands elsewhere. */
  void moveTo(ItemSet newSet, Base newBase) {
    set = newSet;
    base = newBase;
    settle();
  }

  /** Moves over the byte; false, without moving, if it cannot come here. */
  boolean advance(int b) {
    ItemSet.Edge edge = automaton.edge(set, b & 0xFF);
    ItemSet target = edge.target;
    if (target == null) {
      return false;
    }
    set = target;
    if (edge.pushed.length > 0) {
      base = base.pushAll(edge.pushed);
    }
    settle();
    return true;
  }

  /** Joins what follows a rule that may be complete, so that the set says all that can come. */
  private void settle() {
    Base parent = base.parent;
    while (set.completes && parent != null) {
      ItemSet.Edge edge = automaton.expand(set, base.frame);
      set = target(edge);
      base = parent.pushAll(edge.pushed);
      parent = base.parent;
    }
  }

  private static ItemSet target(ItemSet.Edge edge) {
    @Nullable ItemSet target = edge.target;
    if (target == null) {
      throw new IllegalStateException("a return leads somewhere in a checked network");
    }
    return target;
  }

  /** Whether the text, or in a walk without a base the rule above, may end here. */
  boolean mayEnd() {
    return set.completes;
  }

  /** Whether the next byte can be one that continues a character. */
  boolean insideCharacter() {
    for (int b = 0x80; b < 0xC0; b++) {
      if (automaton.edge(set, b).target != null) {
        return true;
      }
    }
    return false;
  }

  /** The one byte that can come, or negative if the text may end or several can come. */
  int onlyByte() {
    int only = -1;
    for (int b = 0; b < 256 && !set.completes; b++) {
      if (automaton.edge(set, b).target != null) {
        if (only >= 0) {
          return -1;
        }
        only = b;
      }
    }
    return only;
  }
}
