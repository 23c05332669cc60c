package org.inkstone.service.engine.internal.grammar;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** The index of each vocabulary, built once and kept as long as the vocabulary lives. */
final class VocabularyIndexes {
  private final Map<Vocabulary, VocabularyIndex> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  VocabularyIndex of(Vocabulary vocabulary) {
    return known.computeIfAbsent(vocabulary, VocabularyIndex::new);
  }
}
