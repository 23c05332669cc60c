package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small deterministic automaton for one unit of a counted loop, such as one character of a JSON
 * string: no unit is the start of another, so a text has one reading as a row of units. Equal by
 * structure, so that what is worked out for one grammar serves all.
 */
final class UnitDfa {
  /** The byte cannot come here. */
  static final int DEAD = -1;

  /** The byte completes the unit. */
  static final int DONE = -2;

  private static final int MAX_STATES = 512;
  private final short[] next;
  private final int hash;

  private UnitDfa(short[] next) {
    this.next = next;
    this.hash = Arrays.hashCode(next);
  }

  /** The state after the byte, {@link #DEAD} or {@link #DONE}; state 0 is the start. */
  int next(int state, int b) {
    return next[state << 8 | b];
  }

  int states() {
    return next.length >> 8;
  }

  /** Adds each byte that reads otherwise than the byte before it. */
  void addCuts(BitSet cuts) {
    for (int i = 1; i < next.length; i++) {
      if ((i & 0xFF) > 0 && next[i] != next[i - 1]) {
        cuts.set(i & 0xFF);
      }
    }
  }

  /**
   * The automaton of what can be read from {@code start} to the end of its network; null if it is
   * not small, or is no set of units.
   */
  static @Nullable UnitDfa of(Network network, int start) {
    Map<Set<Integer>, Integer> ids = new HashMap<>();
    List<Set<Integer>> sets = new ArrayList<>();
    Set<Integer> first = new HashSet<>();
    reach(network, start, first);
    if (first.contains(Network.END) || first.isEmpty()) {
      return null;
    }
    ids.put(first, 0);
    sets.add(first);
    List<short[]> rows = new ArrayList<>();
    for (int s = 0; s < sets.size(); s++) {
      short[] row = row(network, sets.get(s), ids, sets);
      if (row.length == 0 || sets.size() > MAX_STATES) {
        return null;
      }
      rows.add(row);
    }
    UnitDfa dfa = new UnitDfa(joined(rows));
    return dfa.alwaysCompletes() ? dfa : null;
  }

  private boolean alwaysCompletes() {
    BitSet completing = new BitSet();
    int before = -1;
    while (completing.cardinality() > before) {
      before = completing.cardinality();
      for (int i = 0; i < next.length; i++) {
        if (next[i] == DONE || (next[i] >= 0 && completing.get(next[i]))) {
          completing.set(i >> 8);
        }
      }
    }
    return before == states();
  }

  private static short[] row(
      Network network, Set<Integer> set, Map<Set<Integer>, Integer> ids, List<Set<Integer>> sets) {
    short[] row = new short[256];
    for (int b = 0; b < 256; b++) {
      Set<Integer> target = step(network, set, b);
      if (target.isEmpty()) {
        row[b] = DEAD;
      } else if (target.contains(Network.END)) {
        if (target.size() > 1) {
          return new short[0];
        }
        row[b] = DONE;
      } else {
        Integer known = ids.putIfAbsent(target, sets.size());
        if (known == null) {
          sets.add(target);
        }
        row[b] = (short) (known == null ? sets.size() - 1 : known);
      }
    }
    return row;
  }

  private static Set<Integer> step(Network network, Collection<Integer> from, int b) {
    Set<Integer> reached = new HashSet<>();
    for (int node : from) {
      if (network.node(node) instanceof Network.Read read) {
        for (Network.Edge edge : read.edges()) {
          if (edge.takes(b)) {
            reach(network, edge.target(), reached);
          }
        }
      }
    }
    return reached;
  }

  private static void reach(Network network, int node, Set<Integer> reached) {
    if (network.node(node) instanceof Network.Fork fork) {
      fork.targets().forEach(target -> reach(network, target, reached));
    } else {
      reached.add(node);
    }
  }

  private static short[] joined(List<short[]> rows) {
    short[] all = new short[rows.size() << 8];
    for (int s = 0; s < rows.size(); s++) {
      System.arraycopy(rows.get(s), 0, all, s << 8, 256);
    }
    return all;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnitDfa dfa && Arrays.equals(next, dfa.next);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
