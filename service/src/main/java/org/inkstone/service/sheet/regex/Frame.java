package org.inkstone.service.sheet.regex;

import org.jspecify.annotations.Nullable;

/** A group that was called: where to go on after it, and what the groups had taken before. */
final class Frame {
  final int group;
  final int back;
  final int[] slots;
  final @Nullable Frame outer;
  final int depth;

  Frame(int group, int back, int[] slots, @Nullable Frame outer) {
    this.group = group;
    this.back = back;
    this.slots = slots;
    this.outer = outer;
    this.depth = outer == null ? 0 : outer.depth + 1;
  }
}
