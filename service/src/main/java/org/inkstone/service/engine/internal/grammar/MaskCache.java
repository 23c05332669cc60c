package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The token masks of one grammar and one vocabulary, kept per state. */
final class MaskCache {
  /** The tokens that can come whatever the base, and the nodes of {@code trie} that need it. */
  private static final class SetMask {
    final TokenTrie trie;
    final long[] sure;
    final List<MaskWalk.Open> open;
    final Map<Base, long[]> byBase = new HashMap<>(2);

    SetMask(TokenTrie trie, long[] sure, List<MaskWalk.Open> open) {
      this.trie = trie;
      this.sure = sure;
      this.open = open;
    }
  }

  /** The loop of a set that most tokens stay inside. */
  private record WideLoop(int item, Network.Loop loop, UnitIndex index, int remaining) {}

  private static final int MAX_BYTES = 12_000_000;

  private final Automaton automaton;
  private final VocabularyIndex index;
  private final Map<ItemSet, SetMask> masks = new HashMap<>();
  private final Map<ItemSet, SetMask> leaving = new HashMap<>();
  private final int maxMasks;
  private int count;

  MaskCache(Automaton automaton, VocabularyIndex index) {
    this.automaton = automaton;
    this.index = index;
    this.maxMasks = Math.max(64, MAX_BYTES / (8 * index.emptyMask().length + 1));
  }

  VocabularyIndex index() {
    return index;
  }

  /** Starts the account of the work for one question. */
  void startWork() {
    automaton.startWork();
  }

  /** The tokens that can come at the cursor. */
  long[] mask(Cursor cursor) {
    if (count > maxMasks || automaton.forgetIfLarge()) {
      clear();
    }
    SetMask mask = masks.get(cursor.set());
    if (mask == null) {
      mask = setMask(cursor.set());
      masks.put(cursor.set(), mask);
      count++;
    }
    return mask.open.isEmpty() && !cursor.mayEnd() ? mask.sure : withBase(mask, cursor);
  }

  private void clear() {
    masks.clear();
    leaving.clear();
    count = 0;
  }

  private long[] withBase(SetMask mask, Cursor cursor) {
    long[] known = mask.byBase.get(cursor.base());
    if (known == null) {
      known = mask.sure.clone();
      Cursor walker = cursor.copy();
      MaskWalk walk = new MaskWalk(mask.trie, walker, true, known);
      for (MaskWalk.Open open : mask.open) {
        walker.moveTo(open.set(), cursor.base());
        walk.below(open.node());
      }
      if (cursor.mayEnd()) {
        index.setEnds(known);
      }
      mask.byBase.put(cursor.base(), known);
      count++;
    }
    return known;
  }

  private SetMask setMask(ItemSet set) {
    WideLoop wide = wideLoop(set);
    if (wide == null) {
      return walk(set, index.trie());
    }
    SetMask rest = leaving(set, wide);
    long[] sure = wide.index().inside(wide.remaining()).clone();
    for (int i = 0; i < sure.length; i++) {
      sure[i] |= rest.sure[i];
    }
    return new SetMask(rest.trie, sure, rest.open);
  }

  private SetMask walk(ItemSet set, TokenTrie trie) {
    long[] mask = index.emptyMask();
    Cursor cursor = new Cursor(automaton, set, Base.root());
    MaskWalk walk = new MaskWalk(trie, cursor, false, mask);
    walk.below(0);
    return new SetMask(trie, mask, walk.open());
  }

  private @Nullable WideLoop wideLoop(ItemSet set) {
    for (int i = 0; i < set.size(); i++) {
      if (automaton.network().node(set.node(i)) instanceof Network.Loop loop) {
        UnitIndex unit = index.unit(loop.unit(), set.unitState(i));
        if (unit.isWide()) {
          return new WideLoop(i, loop, unit, loop.max() - set.count(i));
        }
      }
    }
    return null;
  }

  /** The tokens that do not stay inside the loop, or cannot since too few units may still come. */
  private SetMask leaving(ItemSet set, WideLoop wide) {
    UnitIndex unit = wide.index();
    if (wide.remaining() < unit.maxNeeded() && !leavesByFirstByte(set, wide)) {
      return walk(set, index.trie());
    }
    ItemSet key = set;
    Network.Loop loop = wide.loop();
    int roomAfterLeaving = unit.maxBeforeLeaving() + 1;
    if (set.count(wide.item()) > loop.min() && wide.remaining() >= roomAfterLeaving) {
      key = automaton.withCount(set, wide.item(), loop.min());
    }
    SetMask known = leaving.get(key);
    if (known == null) {
      known = walk(key, unit.rest());
      leaving.put(key, known);
      count++;
    }
    return known;
  }

  /**
   * Whether no reading but the loop's can take a byte that goes on inside it: then a token that
   * stays inside but needs too many units cannot come at all.
   */
  private boolean leavesByFirstByte(ItemSet set, WideLoop wide) {
    Closure closure = automaton.closure();
    closure.add(wide.loop().next(), set.stacks(wide.item()));
    ItemSet after = closure.finish(new ArrayList<>(), 0);
    if (after.completes) {
      return false;
    }
    UnitDfa unit = wide.loop().unit();
    int state = set.unitState(wide.item());
    for (int b = 0; b < 256; b++) {
      boolean inUnit = unit.next(state, b) != UnitDfa.DEAD;
      boolean atUnit = unit.next(0, b) != UnitDfa.DEAD;
      if ((inUnit && automaton.reads(set, b, wide.item()))
          || (atUnit && automaton.reads(after, b, -1))) {
        return false;
      }
    }
    return true;
  }
}
