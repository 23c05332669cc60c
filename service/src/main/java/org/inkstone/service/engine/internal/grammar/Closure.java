package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the items that can be reached without a byte, and makes an {@link ItemSet} of them. */
final class Closure {
  private static final int MAX_STEPS = 200_000;
  private static final int MAX_ITEMS = 20_000;

  private record Visit(int node, StackSet stacks) {}

  private final Network network;
  private final StackPool pool;
  private final Map<Integer, StackSet> visited = new HashMap<>();
  private final TreeMap<Long, StackSet> items = new TreeMap<>();
  private final Deque<Visit> work = new ArrayDeque<>();
  private boolean completes;
  private int steps;

  Closure(Network network, StackPool pool) {
    this.network = network;
    this.pool = pool;
  }

  /** Adds a node and all that it leads to. */
  void add(int node, StackSet stacks) {
    work.add(new Visit(node, stacks));
    drain();
  }

  /** Adds a place between the units of a loop. */
  void addBetweenUnits(int node, int count, StackSet stacks) {
    visitLoop(node, count, stacks);
    drain();
  }

  /** Adds a place as it is. */
  void addItem(long place, StackSet stacks) {
    items.merge(place, stacks, pool::union);
    if (items.size() > MAX_ITEMS) {
      throw tooAmbiguous();
    }
  }

  private void drain() {
    while (!work.isEmpty()) {
      Visit visit = work.removeFirst();
      if (isNew(visit)) {
        visit(visit.node(), visit.stacks());
      }
    }
  }

  private boolean isNew(Visit visit) {
    if (++steps > MAX_STEPS) {
      throw tooAmbiguous();
    }
    StackSet before = visited.get(visit.node());
    StackSet after = pool.union(before, visit.stacks());
    visited.put(visit.node(), after);
    return after != before;
  }

  private static RuntimeException tooAmbiguous() {
    return RuleSet.invalid(
        "the grammar is too ambiguous: over " + MAX_ITEMS + " ways to read the same text");
  }

  private void visit(int id, StackSet stacks) {
    switch (network.node(id)) {
      case Network.Fork fork -> fork.targets().forEach(t -> work.add(new Visit(t, stacks)));
      case Network.Call call -> work.add(new Visit(call.entry(), pool.push(call.next(), stacks)));
      case Network.Read read -> addItem(ItemSet.place(id, 0, 0), stacks);
      case Network.Loop loop -> visitLoop(id, 0, stacks);
      case Network.End end -> {
        completes |= stacks.bottom;
        for (int i = 0; i < stacks.frames.length; i++) {
          work.add(new Visit(stacks.frames[i], stacks.below[i]));
        }
      }
    }
  }

  private void visitLoop(int id, int count, StackSet stacks) {
    Network.Loop loop = (Network.Loop) network.node(id);
    if (count < loop.max()) {
      addItem(ItemSet.place(id, 0, count), stacks);
    }
    if (count >= loop.min()) {
      work.add(new Visit(loop.next(), stacks));
    }
  }

  boolean isEmpty() {
    return items.isEmpty() && !completes;
  }

  /** Moves frames that all items share to {@code pushed}, lowest first, and makes the set. */
  ItemSet finish(List<Integer> pushed, int byteClasses) {
    long[] places = items.keySet().stream().mapToLong(Long::longValue).toArray();
    StackSet[] stacks = items.values().toArray(new StackSet[0]);
    while (!completes && sharesLowest(stacks)) {
      pushed.add(stacks[0].lowest);
      Map<StackSet, StackSet> done = new HashMap<>();
      Arrays.setAll(stacks, i -> done.computeIfAbsent(stacks[i], pool::strip));
    }
    return new ItemSet(places, stacks, completes, byteClasses);
  }

  private static boolean sharesLowest(@Nullable StackSet[] stacks) {
    int lowest = -1;
    for (StackSet set : stacks) {
      if (set == null || set.lowest < 0 || (lowest >= 0 && set.lowest != lowest)) {
        return false;
      }
      lowest = set.lowest;
    }
    return lowest >= 0;
  }
}
