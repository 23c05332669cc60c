package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * A grammar as a recursive transition network over bytes: nodes joined by byte edges, empty moves,
 * calls of a rule's entry, and counted loops over a {@link UnitDfa}. Node {@link #END} is the end
 * of every rule.
 */
final class Network {
  static final int END = 0;
  private static final int MAX_NODES = 400_000;

  /** What a node does. */
  sealed interface Node {}

  /** The end of a rule. */
  record End() implements Node {}

  /** Goes on at any of the targets without a byte. */
  record Fork(List<Integer> targets) implements Node {}

  /** Reads one byte by any edge that fits. */
  record Read(List<Edge> edges) implements Node {}

  /** Runs the rule that starts at {@code entry}, then goes on at {@code next}. */
  record Call(int entry, int next) implements Node {}

  /** Reads {@code min} to {@code max} units, then goes on at {@code next}. */
  record Loop(UnitDfa unit, int min, int max, int next) implements Node {}

  /** Bytes {@code first} to {@code last} lead to {@code target}. */
  record Edge(int first, int last, int target) {
    boolean takes(int b) {
      return first <= b && b <= last;
    }
  }

  private final List<Node> nodes = new ArrayList<>(List.of(new End()));
  private int start;

  int add(Node node) {
    if (nodes.size() >= MAX_NODES) {
      throw RuleSet.invalid(
          "the grammar is too large: it needs more than " + MAX_NODES + " automaton nodes");
    }
    nodes.add(node);
    return nodes.size() - 1;
  }

  void set(int id, Node node) {
    nodes.set(id, node);
  }

  Node node(int id) {
    return nodes.get(id);
  }

  int size() {
    return nodes.size();
  }

  int start() {
    return start;
  }

  void startAt(int entry) {
    start = entry;
  }
}
