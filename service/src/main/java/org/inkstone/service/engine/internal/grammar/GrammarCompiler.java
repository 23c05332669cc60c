package org.inkstone.service.engine.internal.grammar;

import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.Grammar;

/**
 * Turns grammars into {@link CompiledGrammar}s: keep one for the life of the engine, since it owns
 * what grammars share (token tries, masks of string bodies) and remembers recent grammars.
 */
public final class GrammarCompiler {
  /**
   * Compiles a grammar, or finds it among the recent ones.
   *
   * @throws EngineException of kind INVALID_REQUEST, with the place and the reason
   */
  public CompiledGrammar compile(Grammar grammar) {
    return switch (grammar) {
      case Grammar.Free free -> FreeConstraint::new;
      case Grammar.JsonSchema schema -> throw notReady("JSON Schema");
      case Grammar.Gbnf gbnf -> throw notReady("GBNF");
    };
  }

  private static EngineException notReady(String form) {
    return new EngineException(
        EngineException.Kind.INVALID_REQUEST, "grammars in " + form + " are not compiled yet");
  }
}
