package org.inkstone.service.engine.internal.grammar;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link StackSet}s, equal ones as one object, and keeps account of the work: a grammar that
 * can be read in too many ways is refused before it takes long.
 */
final class StackPool {
  private static final int MAX_DEPTH = 1_000;
  private static final int MAX_WORK = 20_000_000;

  private final Map<StackSet, StackSet> known = new HashMap<>();
  private int nextId = 1;
  private int work;

  /** Starts the account of one question to the automaton. */
  void startWork() {
    work = 0;
  }

  void spend(int steps) {
    work += steps;
    if (work > MAX_WORK) {
      throw RuleSet.invalid(
          "the grammar is too ambiguous: the next token takes more than " + MAX_WORK + " steps");
    }
  }

  private StackSet make(boolean bottom, int[] frames, StackSet[] below) {
    if (bottom && frames.length == 0) {
      return StackSet.BOTTOM;
    }
    spend(frames.length);
    StackSet made = new StackSet(bottom, frames, below, nextId);
    StackSet before = known.putIfAbsent(made, made);
    if (before != null) {
      return before;
    }
    if (made.depth > MAX_DEPTH) {
      throw RuleSet.invalid(
          "the grammar is too ambiguous: the text is nested "
              + MAX_DEPTH
              + " deep in several ways");
    }
    nextId++;
    return made;
  }

  /** Lets go of all sets; those in use stay good, and new ones have other ids. */
  void forget() {
    known.clear();
  }

  StackSet push(int frame, StackSet below) {
    return make(false, new int[] {frame}, new StackSet[] {below});
  }

  StackSet union(@Nullable StackSet a, StackSet b) {
    return a == null || a.id == b.id ? b : union(a, b, new HashMap<>());
  }

  private StackSet union(StackSet a, StackSet b, Map<Long, StackSet> memo) {
    if (a.id == b.id) {
      return a;
    }
    long key = (long) Math.min(a.id, b.id) << 32 | Math.max(a.id, b.id);
    StackSet done = memo.get(key);
    if (done == null) {
      done = merge(a, b, memo);
      memo.put(key, done);
    }
    return done;
  }

  private StackSet merge(StackSet a, StackSet b, Map<Long, StackSet> memo) {
    int[] frames = new int[a.frames.length + b.frames.length];
    StackSet[] below = new StackSet[frames.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.frames.length || j < b.frames.length) {
      int order = compare(a, i, b, j);
      frames[size] = order <= 0 ? a.frames[i] : b.frames[j];
      if (order == 0) {
        below[size++] = union(a.below[i++], b.below[j++], memo);
      } else {
        below[size++] = order < 0 ? a.below[i++] : b.below[j++];
      }
    }
    return make(a.bottom || b.bottom, Arrays.copyOf(frames, size), Arrays.copyOf(below, size));
  }

  private static int compare(StackSet a, int i, StackSet b, int j) {
    if (i == a.frames.length) {
      return 1;
    }
    return j == b.frames.length ? -1 : Integer.compare(a.frames[i], b.frames[j]);
  }

  /** The same stacks with the frame put below the lowest. */
  StackSet underlay(StackSet set, int frame) {
    return underlay(set, push(frame, StackSet.BOTTOM), new HashMap<>());
  }

  private StackSet underlay(StackSet set, StackSet ground, Map<StackSet, StackSet> memo) {
    if (set.isBottom()) {
      return ground;
    }
    StackSet done = memo.get(set);
    if (done == null) {
      StackSet[] below = set.below.clone();
      for (int i = 0; i < below.length; i++) {
        below[i] = underlay(below[i], ground, memo);
      }
      done = make(false, set.frames, below);
      done = set.bottom ? union(done, ground) : done;
      memo.put(set, done);
    }
    return done;
  }

  /** The same stacks without their lowest frame, which all of them share. */
  StackSet strip(StackSet set) {
    return strip(set, new HashMap<>());
  }

  private StackSet strip(StackSet set, Map<StackSet, StackSet> memo) {
    StackSet done = memo.get(set);
    if (done == null) {
      done = stripped(set, memo);
      memo.put(set, done);
    }
    return done;
  }

  private StackSet stripped(StackSet set, Map<StackSet, StackSet> memo) {
    int[] frames = new int[set.frames.length];
    StackSet[] below = new StackSet[frames.length];
    int size = 0;
    boolean bottom = false;
    for (int i = 0; i < set.frames.length; i++) {
      if (set.below[i].isBottom()) {
        bottom = true;
      } else {
        frames[size] = set.frames[i];
        below[size++] = strip(set.below[i], memo);
      }
    }
    return make(bottom, Arrays.copyOf(frames, size), Arrays.copyOf(below, size));
  }
}
