package org.inkstone.service.engine.internal.grammar;

/**
 * A grammar made ready for decoding: use it for many requests, from any thread; what one request
 * has worked out (states, token masks) serves the next.
 */
public interface CompiledGrammar {
  /** The constraint of one generation, standing at the start of the text. */
  TokenConstraint start(Vocabulary vocabulary);
}
