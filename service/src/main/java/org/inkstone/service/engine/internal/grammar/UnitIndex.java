package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How the tokens read from one state of a unit: how many units each needs while it stays inside the
 * loop, and the tree of the rest, which leave the loop or fail. A walk over the rest is short where
 * nearly all tokens stay inside, as in a JSON string.
 */
final class UnitIndex {
  private static final int WIDE = 4;

  private final VocabularyIndex index;
  private final UnitDfa unit;
  private final int[] needed;
  private final @Nullable TokenTrie rest;
  private final int maxNeeded;
  private final AtomicReferenceArray<long[]> inside;
  private int maxBeforeLeaving;

  UnitIndex(VocabularyIndex index, UnitDfa unit, int state) {
    this.index = index;
    this.unit = unit;
    this.needed = new int[index.vocabulary().size()];
    walk(state);
    int most = 0;
    List<Integer> outside = new ArrayList<>();
    TokenTrie trie = index.trie();
    for (int i = 0; i < trie.tokenCount(); i++) {
      int units = needed[trie.token(i)];
      most = Math.max(most, units);
      if (units == 0) {
        outside.add(trie.token(i));
      }
    }
    maxNeeded = most;
    inside = new AtomicReferenceArray<>(most + 1);
    boolean wide = (trie.tokenCount() - outside.size()) * WIDE > trie.tokenCount();
    rest = wide ? new TokenTrie(index.vocabulary(), outside) : null;
  }

  private void walk(int start) {
    TokenTrie trie = index.trie();
    int[] states = new int[trie.maxDepth() + 1];
    int[] units = new int[trie.maxDepth() + 1];
    states[0] = start;
    int node = 1;
    while (node < trie.end(0)) {
      int d = trie.depth(node);
      int state = unit.next(states[d - 1], trie.label(node));
      if (state == UnitDfa.DEAD) {
        maxBeforeLeaving = Math.max(maxBeforeLeaving, units[d - 1]);
        node = trie.end(node);
        continue;
      }
      units[d] = units[d - 1] + (state == UnitDfa.DONE ? 1 : 0);
      states[d] = Math.max(state, 0);
      if (state == UnitDfa.DONE) {
        states[d] = 0;
      }
      int need = units[d] + (state == UnitDfa.DONE ? 0 : 1);
      for (int i = trie.tokenFrom(node); i < trie.tokenFrom(node + 1); i++) {
        needed[trie.token(i)] = need;
      }
      node++;
    }
  }

  /** Whether a good part of the vocabulary stays inside. */
  boolean isWide() {
    return rest != null;
  }

  /** The tokens that do not stay inside, however many units may come. */
  TokenTrie rest() {
    if (rest == null) {
      throw new IllegalStateException("only a wide unit has a tree of the rest");
    }
    return rest;
  }

  /** The most units that any token needs inside. */
  int maxNeeded() {
    return maxNeeded;
  }

  /** The most units that any token of the rest completes before it leaves. */
  int maxBeforeLeaving() {
    return maxBeforeLeaving;
  }

  /** The tokens that stay inside if so many units may come; shared, do not write to it. */
  long[] inside(int remaining) {
    int limit = Math.min(remaining, maxNeeded);
    long[] mask = inside.get(limit);
    if (mask == null) {
      mask = index.emptyMask();
      for (int token = 0; token < needed.length; token++) {
        if (needed[token] > 0 && needed[token] <= limit) {
          mask[token >> 6] |= 1L << token;
        }
      }
      inside.set(limit, mask);
    }
    return mask;
  }
}
