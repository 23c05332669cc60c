package org.inkstone.service.engine.internal.grammar;

import java.util.LinkedHashMap;
import java.util.Map;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.Grammar;

/**
 * Turns grammars into {@link CompiledGrammar}s: keep one for the life of the engine, since it owns
 * what grammars share (token tries, masks of string bodies) and remembers recent grammars.
 */
public final class GrammarCompiler {
  private static final int RECENT = 32;

  private final VocabularyIndexes indexes = new VocabularyIndexes();
  private final Map<Grammar, CompiledGrammar> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Grammar, CompiledGrammar> eldest) {
          return size() > RECENT;
        }
      };

  /**
   * Compiles a grammar, or finds it among the recent ones.
   *
   * @throws EngineException of kind INVALID_REQUEST, with the place and the reason
   */
  public CompiledGrammar compile(Grammar grammar) {
    synchronized (recent) {
      CompiledGrammar known = recent.get(grammar);
      if (known != null) {
        return known;
      }
    }
    CompiledGrammar made = make(grammar);
    synchronized (recent) {
      recent.put(grammar, made);
    }
    return made;
  }

  private CompiledGrammar make(Grammar grammar) {
    return switch (grammar) {
      case Grammar.Free free -> vocabulary -> new FreeConstraint(indexes.of(vocabulary));
      case Grammar.JsonSchema schema ->
          new AutomatonGrammar(SchemaCompiler.compile(schema.schema()), indexes, true);
      case Grammar.Gbnf gbnf -> new AutomatonGrammar(GbnfParser.parse(gbnf.text()), indexes, false);
    };
  }
}
