package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as a deterministic automaton with a stack, whose states are made when first reached.
 */
final class Automaton {
  private static final int MAX_SETS = 50_000;

  private final Network network;
  private final int[] byteClass = new int[256];
  private final int byteClasses;
  private final StackPool pool = new StackPool();
  private final Map<ItemSet, ItemSet> known = new HashMap<>();
  private Base root = Base.root();

  Automaton(Network network) {
    this.network = network;
    BitSet cuts = cuts();
    int classes = 0;
    for (int b = 0; b < 256; b++) {
      classes += cuts.get(b) ? 1 : 0;
      byteClass[b] = classes;
    }
    this.byteClasses = classes + 1;
  }

  private BitSet cuts() {
    BitSet cuts = new BitSet();
    for (int i = 0; i < network.size(); i++) {
      if (network.node(i) instanceof Network.Read read) {
        for (Network.Edge edge : read.edges()) {
          cuts.set(edge.first());
          cuts.set(edge.last() + 1);
        }
      } else if (network.node(i) instanceof Network.Loop loop) {
        loop.unit().addCuts(cuts);
      }
    }
    cuts.clear(0);
    return cuts;
  }

  Network network() {
    return network;
  }

  /** The start of the text. */
  Cursor start() {
    startWork();
    Closure closure = closure();
    closure.add(network.start(), StackSet.BOTTOM);
    ItemSet.Edge edge = edge(closure);
    if (edge.target == null) {
      throw new IllegalStateException("a checked network has a text, this one has none");
    }
    return new Cursor(this, edge.target, root.pushAll(edge.pushed));
  }

  Closure closure() {
    return new Closure(network, pool);
  }

  /** Where the byte leads, whatever the base. */
  ItemSet.Edge edge(ItemSet set, int b) {
    int group = byteClass[b];
    ItemSet.Edge known = set.next[group];
    if (known == null) {
      known = edge(step(set, b));
      set.next[group] = known;
    }
    return known;
  }

  /** Starts the account of the work for one question. */
  void startWork() {
    pool.startWork();
  }

  private Closure step(ItemSet set, int b) {
    Closure closure = closure();
    pool.spend(set.size());
    for (int i = 0; i < set.size(); i++) {
      if (network.node(set.node(i)) instanceof Network.Read read) {
        for (Network.Edge edge : read.edges()) {
          if (edge.takes(b)) {
            closure.add(edge.target(), set.stacks(i));
          }
        }
      } else if (network.node(set.node(i)) instanceof Network.Loop loop) {
        stepLoop(closure, loop, set, i, b);
      }
    }
    return closure;
  }

  private static void stepLoop(Closure closure, Network.Loop loop, ItemSet set, int i, int b) {
    int state = loop.unit().next(set.unitState(i), b);
    if (state == UnitDfa.DONE) {
      int enough = loop.max() == Integer.MAX_VALUE ? loop.min() : loop.max();
      int count = Math.min(set.count(i) + 1, enough);
      closure.addBetweenUnits(set.node(i), count, set.stacks(i));
    } else if (state != UnitDfa.DEAD) {
      closure.addItem(ItemSet.place(set.node(i), state, set.count(i)), set.stacks(i));
    }
  }

  /** The set together with where the frame on top of the base leads. */
  ItemSet.Edge expand(ItemSet set, int frame) {
    return set.expanded.computeIfAbsent(
        frame,
        f -> {
          Closure closure = closure();
          for (int i = 0; i < set.size(); i++) {
            closure.addItem(set.place(i), pool.underlay(set.stacks(i), f));
          }
          closure.add(f, StackSet.BOTTOM);
          return edge(closure);
        });
  }

  private ItemSet.Edge edge(Closure closure) {
    if (closure.isEmpty()) {
      return ItemSet.Edge.DEAD;
    }
    List<Integer> pushed = new ArrayList<>();
    ItemSet set = intern(closure.finish(pushed, byteClasses));
    return new ItemSet.Edge(set, pushed.stream().mapToInt(Integer::intValue).toArray());
  }

  private ItemSet intern(ItemSet made) {
    ItemSet before = known.putIfAbsent(made, made);
    return before == null ? made : before;
  }

  /** The same set with another count for one loop. */
  ItemSet withCount(ItemSet set, int index, int count) {
    Closure closure = closure();
    for (int i = 0; i < set.size(); i++) {
      long place = i == index ? ItemSet.place(set.node(i), set.unitState(i), count) : set.place(i);
      closure.addItem(place, set.stacks(i));
    }
    ItemSet.Edge edge = edge(closure);
    return edge.target == null || edge.pushed.length > 0 ? set : edge.target;
  }

  /** Whether an item of the set, other than the one to leave out, can read the byte. */
  boolean reads(ItemSet set, int b, int leftOut) {
    for (int i = 0; i < set.size(); i++) {
      if (i != leftOut && reads(network.node(set.node(i)), set.unitState(i), b)) {
        return true;
      }
    }
    return false;
  }

  private static boolean reads(Network.Node node, int unitState, int b) {
    return switch (node) {
      case Network.Read read -> read.edges().stream().anyMatch(edge -> edge.takes(b));
      case Network.Loop loop -> loop.unit().next(unitState, b) != UnitDfa.DEAD;
      default -> false;
    };
  }

  /**
   * Forgets all states when there are too many; cursors keep theirs and go on. True if it did, so
   * that what is kept per state can be forgotten too.
   */
  boolean forgetIfLarge() {
    if (known.size() <= MAX_SETS) {
      return false;
    }
    known.clear();
    pool.forget();
    root = Base.root();
    return true;
  }
}
