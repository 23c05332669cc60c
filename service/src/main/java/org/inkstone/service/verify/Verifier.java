package org.inkstone.service.verify;

/**
 * Checks an answer.
 *
 * @param <T> the answer together with all that it is checked against
 */
public interface Verifier<T> {
  /** What the checks say. Never throws for a bad answer. */
  Verdict verify(T answer);
}
