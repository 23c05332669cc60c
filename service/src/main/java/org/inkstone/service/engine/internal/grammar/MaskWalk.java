package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.List;

/** One walk of a token tree against the automaton, which marks the tokens that can come. */
final class MaskWalk {
  /** A node of the tree below which the tokens depend on the base. */
  record Open(int node, ItemSet set) {}

  private final TokenTrie trie;
  private final ItemSet[] sets;
  private final Base[] bases;
  private final Cursor cursor;
  private final long[] mask;
  private final boolean knowsBase;
  private final List<Open> open = new ArrayList<>();

  /**
   * @param knowsBase whether the cursor's base is the real one; else the walk notes the nodes where
   *     it would go below the root as open
   */
  MaskWalk(TokenTrie trie, Cursor cursor, boolean knowsBase, long[] mask) {
    this.trie = trie;
    this.cursor = cursor;
    this.knowsBase = knowsBase;
    this.mask = mask;
    this.sets = new ItemSet[trie.maxDepth() + 1];
    this.bases = new Base[trie.maxDepth() + 1];
  }

  /** Marks the tokens below the node, where the cursor stands. */
  void below(int start) {
    put(trie.depth(start));
    int node = start + 1;
    while (node < trie.end(start)) {
      int d = trie.depth(node);
      if (!step(d, trie.label(node))) {
        node = trie.end(node);
        continue;
      }
      trie.set(node, mask);
      if (!knowsBase && cursor.mayEnd()) {
        open.add(new Open(node, cursor.set()));
        node = trie.end(node);
      } else {
        put(d);
        node++;
      }
    }
  }

  private boolean step(int d, int label) {
    cursor.moveTo(sets[d - 1], bases[d - 1]);
    return cursor.advance(label);
  }

  private void put(int d) {
    sets[d] = cursor.set();
    bases[d] = cursor.base();
  }

  /** What depends on the base. */
  List<Open> open() {
    return open;
  }
}
