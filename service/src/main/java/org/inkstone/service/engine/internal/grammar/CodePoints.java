package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of Unicode scalar values (surrogates are never in it) as sorted, separate ranges. */
record CodePoints(List<Range> ranges) {
  /** Both ends belong to the range. */
  record Range(int first, int last) {}

  private static final Range BELOW_SURROGATES = new Range(0, 0xD7FF);
  private static final Range ABOVE_SURROGATES = new Range(0xE000, 0x10FFFF);

  static final CodePoints ALL = new CodePoints(List.of(BELOW_SURROGATES, ABOVE_SURROGATES));
  static final CodePoints NONE = new CodePoints(List.of());

  CodePoints {
    ranges = List.copyOf(ranges);
  }

  static CodePoints range(int first, int last) {
    return of(List.of(new Range(first, last)));
  }

  static CodePoints one(int codePoint) {
    return range(codePoint, codePoint);
  }

  static CodePoints anyOf(String characters) {
    List<Range> found = new ArrayList<>();
    characters.codePoints().forEach(c -> found.add(new Range(c, c)));
    return of(found);
  }

  /** Sorts, joins and takes out the surrogates. */
  static CodePoints of(List<Range> unsorted) {
    List<Range> parts = new ArrayList<>();
    for (Range range : unsorted) {
      addPart(parts, range, BELOW_SURROGATES);
      addPart(parts, range, ABOVE_SURROGATES);
    }
    parts.sort(Comparator.comparingInt(Range::first));
    List<Range> joined = new ArrayList<>();
    for (Range part : parts) {
      Range before = joined.isEmpty() ? null : joined.getLast();
      if (before != null && part.first() <= before.last() + 1) {
        int last = Math.max(before.last(), part.last());
        joined.set(joined.size() - 1, new Range(before.first(), last));
      } else {
        joined.add(part);
      }
    }
    return new CodePoints(joined);
  }

  private static void addPart(List<Range> parts, Range range, Range within) {
    int first = Math.max(range.first(), within.first());
    int last = Math.min(range.last(), within.last());
    if (first <= last) {
      parts.add(new Range(first, last));
    }
  }

  CodePoints or(CodePoints other) {
    List<Range> both = new ArrayList<>(ranges);
    both.addAll(other.ranges);
    return of(both);
  }

  CodePoints not() {
    List<Range> gaps = new ArrayList<>();
    int from = 0;
    for (Range range : ranges) {
      if (range.first() > from) {
        gaps.add(new Range(from, range.first() - 1));
      }
      from = range.last() + 1;
    }
    if (from <= Character.MAX_CODE_POINT) {
      gaps.add(new Range(from, Character.MAX_CODE_POINT));
    }
    return of(gaps);
  }

  CodePoints and(CodePoints other) {
    return not().or(other.not()).not();
  }

  CodePoints minus(CodePoints other) {
    return and(other.not());
  }

  boolean contains(int codePoint) {
    return ranges.stream().anyMatch(r -> r.first() <= codePoint && codePoint <= r.last());
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }
}
