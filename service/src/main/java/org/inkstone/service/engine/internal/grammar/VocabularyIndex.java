package org.inkstone.service.engine.internal.grammar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** What all grammars share for one vocabulary: its tree of tokens and how units read them. */
final class VocabularyIndex {
  private record UnitKey(UnitDfa unit, int state) {}

  private static final int MAX_UNITS = 256;

  private final Vocabulary vocabulary;
  private final TokenTrie trie;
  private final int[] endTokens;
  private final long[] anyText;
  private final Map<UnitKey, UnitIndex> units = new ConcurrentHashMap<>();

  VocabularyIndex(Vocabulary original) {
    this.vocabulary = TokenBytes.copyOf(original);
    this.trie =
        new TokenTrie(
            vocabulary,
            IntStream.range(0, vocabulary.size())
                .filter(t -> vocabulary.bytes(t).length > 0 && !vocabulary.isEnd(t))
                .boxed()
                .toList());
    this.endTokens = IntStream.range(0, vocabulary.size()).filter(vocabulary::isEnd).toArray();
    this.anyText = emptyMask();
    for (int i = 0; i < trie.tokenCount(); i++) {
      anyText[trie.token(i) >> 6] |= 1L << trie.token(i);
    }
    setEnds(anyText);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  TokenTrie trie() {
    return trie;
  }

  long[] emptyMask() {
    return new long[(vocabulary.size() + 63) / 64];
  }

  /** All tokens that have text, and the end tokens; shared, do not write to it. */
  long[] anyText() {
    return anyText;
  }

  void setEnds(long[] mask) {
    for (int token : endTokens) {
      mask[token >> 6] |= 1L << token;
    }
  }

  UnitIndex unit(UnitDfa unit, int state) {
    if (units.size() > MAX_UNITS) {
      units.clear();
    }
    return units.computeIfAbsent(
        new UnitKey(unit, state), key -> new UnitIndex(this, key.unit(), key.state()));
  }
}
