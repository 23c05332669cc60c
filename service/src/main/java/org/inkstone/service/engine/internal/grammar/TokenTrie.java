package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tokens as a tree of their bytes, in arrays and in preorder: a walk is one loop that jumps over
 * subtrees. Node 0 is the root, without a byte.
 */
final class TokenTrie {
  private final List<Integer> tokens;
  private final byte[] label;
  private final int[] depth;
  private final int[] end;
  private final int[] tokenFrom;
  private final int maxDepth;

  /** A tree of those tokens of the vocabulary. */
  TokenTrie(Vocabulary vocabulary, List<Integer> members) {
    tokens = new ArrayList<>(members);
    tokens.sort(Comparator.comparing(vocabulary::bytes, Arrays::compareUnsigned));
    int nodes = 1;
    byte[] before = new byte[0];
    for (int token : tokens) {
      byte[] bytes = vocabulary.bytes(token);
      nodes += bytes.length - common(before, bytes);
      before = bytes;
    }
    label = new byte[nodes];
    depth = new int[nodes];
    end = new int[nodes];
    tokenFrom = new int[nodes + 1];
    maxDepth = fill(vocabulary);
  }

  private static int common(byte[] a, byte[] b) {
    int mismatch = Arrays.mismatch(a, b);
    return mismatch < 0 ? a.length : mismatch;
  }

  private int fill(Vocabulary vocabulary) {
    int longest = tokens.stream().mapToInt(t -> vocabulary.bytes(t).length).max().orElse(0);
    int[] path = new int[longest + 1];
    byte[] before = new byte[0];
    int next = 1;
    for (int i = 0; i < tokens.size(); i++) {
      byte[] bytes = vocabulary.bytes(tokens.get(i));
      int common = common(before, bytes);
      for (int d = common + 1; d <= before.length; d++) {
        end[path[d]] = next;
      }
      for (int d = common + 1; d <= bytes.length; d++) {
        label[next] = bytes[d - 1];
        depth[next] = d;
        tokenFrom[next] = i;
        path[d] = next++;
      }
      before = bytes;
    }
    for (int d = 0; d <= before.length; d++) {
      end[path[d]] = next;
    }
    tokenFrom[next] = tokens.size();
    return longest;
  }

  int maxDepth() {
    return maxDepth;
  }

  int tokenCount() {
    return tokens.size();
  }

  int label(int node) {
    return label[node] & 0xFF;
  }

  /** The number of bytes that lead to the node. */
  int depth(int node) {
    return depth[node];
  }

  /** The first node behind the node's subtree. */
  int end(int node) {
    return end[node];
  }

  /** The tokens that end at the node are those from here to {@code tokenFrom(node + 1)}. */
  int tokenFrom(int node) {
    return tokenFrom[node];
  }

  int token(int index) {
    return tokens.get(index);
  }

  /** Sets the bits of the tokens that end at the node. */
  void set(int node, long[] mask) {
    for (int i = tokenFrom[node]; i < tokenFrom[node + 1]; i++) {
      int token = tokens.get(i);
      mask[token >> 6] |= 1L << token;
    }
  }

  /** The longest token that the bytes from {@code from} start with; negative if there is none. */
  int longest(byte[] bytes, int from) {
    int found = -1;
    int node = 0;
    for (int i = from; i < bytes.length; i++) {
      int child = node + 1;
      while (child < end[node] && label[child] != bytes[i]) {
        child = end[child];
      }
      if (child >= end[node]) {
        return found;
      }
      node = child;
      found = tokenFrom[node] < tokenFrom[node + 1] ? tokens.get(tokenFrom[node]) : found;
    }
    return found;
  }
}
