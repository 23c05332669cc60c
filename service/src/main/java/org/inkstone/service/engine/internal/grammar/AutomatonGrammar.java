package org.inkstone.service.engine.internal.grammar;

import java.util.HashMap;
import java.util.Map;

/** A rule set made ready: its automaton, and the masks for each vocabulary that came by. */
final class AutomatonGrammar implements CompiledGrammar {
  private final VocabularyIndexes indexes;
  private final boolean skeleton;
  private final Automaton automaton;
  private final Map<VocabularyIndex, MaskCache> masks = new HashMap<>();

  /**
   * @param skeleton whether text without a choice is forced between choices too
   */
  AutomatonGrammar(RuleSet rules, VocabularyIndexes indexes, boolean skeleton) {
    this.indexes = indexes;
    this.skeleton = skeleton;
    this.automaton = new Automaton(NetworkBuilder.build(rules));
    automaton.start();
  }

  @Override
  public TokenConstraint start(Vocabulary vocabulary) {
    VocabularyIndex index = indexes.of(vocabulary);
    synchronized (automaton) {
      MaskCache cache = masks.computeIfAbsent(index, i -> new MaskCache(automaton, i));
      return new AutomatonConstraint(automaton, cache, automaton.start(), skeleton);
    }
  }
}
