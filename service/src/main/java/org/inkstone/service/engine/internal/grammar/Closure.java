package org.inkstone.service.engine.internal.grammar;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the items that can be reached without a byte, and makes an {@link ItemSet} of them. What
 * waits for the same node is joined first, so that many ways to one node are followed once.
 */
final class Closure {
  private static final int MAX_ITEMS = 20_000;

  private final Network network;
  private final StackPool pool;
  private final Map<Integer, StackSet> visited = new HashMap<>();
  private final TreeMap<Long, StackSet> items = new TreeMap<>();
  private final LinkedHashMap<Integer, StackSet> work = new LinkedHashMap<>();
  private boolean completes;

  Closure(Network network, StackPool pool) {
    this.network = network;
    this.pool = pool;
  }

  /** Adds a node and all that it leads to. */
  void add(int node, StackSet stacks) {
    work.merge(node, stacks, pool::union);
  }

  /** Adds a place between the units of a loop. */
  void addBetweenUnits(int node, int count, StackSet stacks) {
    visitLoop(node, count, stacks);
  }

  /** Adds a place as it is. */
  void addItem(long place, StackSet stacks) {
    items.merge(place, stacks, pool::union);
    pool.spend(1);
    if (items.size() > MAX_ITEMS) {
      throw RuleSet.invalid(
          "the grammar is too ambiguous: over " + MAX_ITEMS + " ways to read the same text");
    }
  }

  private void drain() {
    while (!work.isEmpty()) {
      Map.Entry<Integer, StackSet> first = work.pollFirstEntry();
      if (isNew(first.getKey(), first.getValue())) {
        visit(first.getKey(), first.getValue());
      }
    }
  }

  private boolean isNew(int node, StackSet stacks) {
    pool.spend(1);
    StackSet before = visited.get(node);
    StackSet after = pool.union(before, stacks);
    visited.put(node, after);
    return before == null || after.id != before.id;
  }

  private void visit(int id, StackSet stacks) {
    switch (network.node(id)) {
      case Network.Fork fork -> fork.targets().forEach(t -> add(t, stacks));
      case Network.Call call -> add(call.entry(), pool.push(call.next(), stacks));
      case Network.Read read -> addItem(ItemSet.place(id, 0, 0), stacks);
      case Network.Loop loop -> visitLoop(id, 0, stacks);
      case Network.End end -> {
        completes |= stacks.bottom;
        for (int i = 0; i < stacks.frames.length; i++) {
          add(stacks.frames[i], stacks.below[i]);
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
      add(loop.next(), stacks);
    }
  }

  boolean isEmpty() {
    drain();
    return items.isEmpty() && !completes;
  }

  /** Moves frames that all items share to {@code pushed}, lowest first, and makes the set. */
  ItemSet finish(List<Integer> pushed, int byteClasses) {
    drain();
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
