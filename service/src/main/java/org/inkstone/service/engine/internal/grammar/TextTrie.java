package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adds a choice among many texts to a network as one tree, so that shared beginnings are read once.
 */
final class TextTrie {
  private final Network network;
  private final List<byte[]> sorted;
  private final int next;

  TextTrie(Network network, List<byte[]> texts, int next) {
    this.network = network;
    this.sorted = new ArrayList<>(texts);
    this.sorted.sort(Arrays::compareUnsigned);
    this.next = next;
  }

  int root() {
    return node(0, sorted.size(), 0);
  }

  /** The node for the texts {@code from} to {@code to}, which agree in their first bytes. */
  private int node(int from, int to, int depth) {
    byte[] first = sorted.get(from);
    byte[] last = sorted.get(to - 1);
    int mismatch = Arrays.mismatch(first, last);
    int common = mismatch < 0 ? first.length : mismatch;
    int node = common == first.length ? ending(from, to, common) : branch(from, to, common);
    for (int i = common - 1; i >= depth; i--) {
      int b = first[i] & 0xFF;
      node = network.add(new Network.Read(List.of(new Network.Edge(b, b, node))));
    }
    return node;
  }

  /** The first texts end at this depth, longer ones may go on. */
  private int ending(int from, int to, int depth) {
    int longer = from;
    while (longer < to && sorted.get(longer).length == depth) {
      longer++;
    }
    return longer == to
        ? next
        : network.add(new Network.Fork(List.of(next, branch(longer, to, depth))));
  }

  private int branch(int from, int to, int depth) {
    List<Network.Edge> edges = new ArrayList<>();
    for (int i = from; i < to; ) {
      int b = sorted.get(i)[depth] & 0xFF;
      int end = i;
      while (end < to && (sorted.get(end)[depth] & 0xFF) == b) {
        end++;
      }
      edges.add(new Network.Edge(b, b, node(i, end, depth + 1)));
      i = end;
    }
    return network.add(new Network.Read(List.copyOf(edges)));
  }
}
