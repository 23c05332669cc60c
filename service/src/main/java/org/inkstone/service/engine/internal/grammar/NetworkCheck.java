package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses left recursion and grammars without any text, and cuts every way that leads to no end: in
 * what remains, whatever has been read can be completed.
 */
final class NetworkCheck {
  private final Network network;
  private final Map<Integer, String> names;

  NetworkCheck(Network network, Map<Integer, String> names) {
    this.network = network;
    this.names = names;
  }

  void run() {
    refuseLeftRecursion(closed(true));
    BitSet completing = closed(false);
    if (!completing.get(network.start())) {
      throw RuleSet.invalid(
          "the grammar derives no finite text: every way from rule '"
              + names.get(network.start())
              + "' is endless or impossible");
    }
    cut(completing);
  }

  /** The nodes from which the end of their rule can be reached, perhaps without any byte. */
  private BitSet closed(boolean withoutBytes) {
    List<List<Integer>> dependents = dependents();
    BitSet closed = new BitSet(network.size());
    Deque<Integer> work = new ArrayDeque<>(List.of(Network.END));
    closed.set(Network.END);
    while (!work.isEmpty()) {
      for (int node : dependents.get(work.removeFirst())) {
        if (!closed.get(node) && holds(network.node(node), closed, withoutBytes)) {
          closed.set(node);
          work.add(node);
        }
      }
    }
    return closed;
  }

  private static boolean holds(Network.Node node, BitSet closed, boolean withoutBytes) {
    return switch (node) {
      case Network.End end -> true;
      case Network.Fork fork -> fork.targets().stream().anyMatch(closed::get);
      case Network.Read read ->
          !withoutBytes && read.edges().stream().anyMatch(edge -> closed.get(edge.target()));
      case Network.Call call -> closed.get(call.entry()) && closed.get(call.next());
      case Network.Loop loop -> (!withoutBytes || loop.min() == 0) && closed.get(loop.next());
    };
  }

  private List<List<Integer>> dependents() {
    List<List<Integer>> dependents = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      dependents.add(new ArrayList<>(1));
    }
    for (int i = 0; i < network.size(); i++) {
      for (int target : targets(network.node(i))) {
        dependents.get(target).add(i);
      }
    }
    return dependents;
  }

  private static List<Integer> targets(Network.Node node) {
    return switch (node) {
      case Network.End end -> List.of();
      case Network.Fork fork -> fork.targets();
      case Network.Read read -> read.edges().stream().map(Network.Edge::target).toList();
      case Network.Call call -> List.of(call.entry(), call.next());
      case Network.Loop loop -> List.of(loop.next());
    };
  }

  private void refuseLeftRecursion(BitSet nullable) {
    Map<Integer, Set<Integer>> calls = new HashMap<>();
    names.keySet().forEach(entry -> calls.put(entry, callsAtStart(entry, nullable)));
    Map<Integer, Integer> open = new HashMap<>();
    Map<Integer, List<Integer>> callers = new HashMap<>();
    Deque<Integer> done = new ArrayDeque<>();
    calls.forEach((entry, callees) -> {
      open.put(entry, callees.size());
      callees.forEach(c -> callers.computeIfAbsent(c, k -> new ArrayList<>()).add(entry));
      if (callees.isEmpty()) {
        done.add(entry);
      }
    });
    while (!done.isEmpty()) {
      int entry = done.removeFirst();
      open.remove(entry);
      for (int caller : callers.getOrDefault(entry, List.of())) {
        if (open.merge(caller, -1, Integer::sum) == 0) {
          done.add(caller);
        }
      }
    }
    if (!open.isEmpty()) {
      throw leftRecursion(open.keySet().iterator().next(), open.keySet(), calls);
    }
  }

  /** Follows calls among the rules that are left until one repeats. */
  private RuntimeException leftRecursion(
      int from, Set<Integer> left, Map<Integer, Set<Integer>> calls) {
    Set<Integer> path = new LinkedHashSet<>();
    int entry = from;
    while (path.add(entry)) {
      Set<Integer> callees = new LinkedHashSet<>(calls.getOrDefault(entry, Set.of()));
      callees.retainAll(left);
      entry = callees.iterator().next();
    }
    return RuleSet.invalid(
        "rule '"
            + names.get(entry)
            + "' is left-recursive: it can start with itself; expected something before the"
            + " recursion, such as  a ::= b (op b)*");
  }

  private Set<Integer> callsAtStart(int entry, BitSet nullable) {
    Set<Integer> found = new LinkedHashSet<>();
    Set<Integer> seen = new LinkedHashSet<>();
    Deque<Integer> work = new ArrayDeque<>(withoutByte(entry, nullable));
    while (!work.isEmpty()) {
      int node = work.removeFirst();
      if (names.containsKey(node)) {
        found.add(node);
      } else if (seen.add(node)) {
        work.addAll(withoutByte(node, nullable));
      }
    }
    return found;
  }

  private List<Integer> withoutByte(int id, BitSet nullable) {
    return switch (network.node(id)) {
      case Network.End end -> List.of();
      case Network.Read read -> List.of();
      case Network.Fork fork -> fork.targets();
      case Network.Call call ->
          nullable.get(call.entry()) ? List.of(call.entry(), call.next()) : List.of(call.entry());
      case Network.Loop loop -> loop.min() == 0 ? List.of(loop.next()) : List.of();
    };
  }

  private void cut(BitSet completing) {
    for (int i = 0; i < network.size(); i++) {
      Network.Node node = network.node(i);
      if (node instanceof Network.Fork fork) {
        network.set(i, new Network.Fork(fork.targets().stream().filter(completing::get).toList()));
      } else if (node instanceof Network.Read read) {
        network.set(
            i,
            new Network.Read(
                read.edges().stream().filter(edge -> completing.get(edge.target())).toList()));
      }
    }
  }
}
