package org.inkstone.service.engine.internal.grammar;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frames below an {@link ItemSet}, top first; equal ones of one automaton are one object. */
final class Base {
  /** The node to go on at when the rule above is complete. */
  final int frame;

  /** What lies below; null at the root, which has no frame. */
  final @Nullable Base parent;

  private final Map<Integer, Base> children = new HashMap<>(2);

  private Base(int frame, @Nullable Base parent) {
    this.frame = frame;
    this.parent = parent;
  }

  static Base root() {
    return new Base(Network.END, null);
  }

  Base push(int pushed) {
    return children.computeIfAbsent(pushed, f -> new Base(f, this));
  }

  Base pushAll(int[] pushed) {
    Base base = this;
    for (int f : pushed) {
      base = base.push(f);
    }
    return base;
  }
}
