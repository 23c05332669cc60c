package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits ranges of code points into sequences of byte ranges, so that an automaton over bytes can
 * read them. The method is the well-known one of RE2 and Lucene: cut where the encoded length
 * changes and where the continuation bytes do not span their full range.
 */
final class Utf8Ranges {
  /** The byte ranges of one sequence: bytes first[i] to last[i] may stand at place i. */
  record Sequence(List<Integer> first, List<Integer> last) {}

  private static final int[] LAST_OF_LENGTH = {0x7F, 0x7FF, 0xFFFF, 0x10FFFF};

  private Utf8Ranges() {}

  static List<Sequence> of(CodePoints set) {
    List<Sequence> found = new ArrayList<>();
    for (CodePoints.Range range : set.ranges()) {
      split(range.first(), range.last(), found);
    }
    return found;
  }

  private static void split(int first, int last, List<Sequence> found) {
    for (int limit : LAST_OF_LENGTH) {
      if (first <= limit && limit < last) {
        split(first, limit, found);
        split(limit + 1, last, found);
        return;
      }
    }
    if (last > 0x7F) {
      for (int i = 1; i < 4; i++) {
        int low = (1 << (6 * i)) - 1;
        if ((first & ~low) == (last & ~low)) {
          break;
        }
        if ((first & low) != 0) {
          split(first, first | low, found);
          split((first | low) + 1, last, found);
          return;
        }
        if ((last & low) != low) {
          split(first, (last & ~low) - 1, found);
          split(last & ~low, last, found);
          return;
        }
      }
    }
    found.add(new Sequence(encode(first), encode(last)));
  }

  static List<Integer> encode(int codePoint) {
    if (codePoint < 0x80) {
      return List.of(codePoint);
    }
    if (codePoint < 0x800) {
      return List.of(0xC0 | codePoint >> 6, tail(codePoint, 0));
    }
    if (codePoint < 0x10000) {
      return List.of(0xE0 | codePoint >> 12, tail(codePoint, 6), tail(codePoint, 0));
    }
    return List.of(
        0xF0 | codePoint >> 18, tail(codePoint, 12), tail(codePoint, 6), tail(codePoint, 0));
  }

  private static int tail(int codePoint, int shift) {
    return 0x80 | ((codePoint >> shift) & 0x3F);
  }
}
