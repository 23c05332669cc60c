package org.inkstone.service.engine.internal.decode;

import org.jspecify.annotations.Nullable;

/** A place for one sequence in the slab. Used by the engine's thread. */
final class Row {
  private final int index;

  /** How many tokens at its start are valid; a step in which it idles may write after them. */
  private int length;

  private @Nullable PrefixKey resident;
  private boolean taken;

  Row(int index) {
    this.index = index;
  }

  int index() {
    return index;
  }

  int length() {
    return length;
  }

  void setLength(int length) {
    this.length = length;
  }

  boolean isTaken() {
    return taken;
  }

  void take() {
    taken = true;
  }

  /** Frees the row; the prefix that it holds stays for the next who wants the same. */
  void free() {
    taken = false;
    length = resident == null ? 0 : resident.tokens();
  }

  boolean holds(PrefixKey key) {
    return key.equals(resident);
  }

  boolean holdsNothing() {
    return resident == null;
  }

  /** Says which prefix its first tokens are now; null for none. */
  void setResident(@Nullable PrefixKey key) {
    resident = key;
    length = key == null ? 0 : key.tokens();
  }
}
