package org.inkstone.service.engine;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Turns texts into vectors of length 1 whose dot product is their likeness in meaning. */
public interface Embedder {
  /** One vector a text, in their order. All have {@link #dimension()} floats. */
  CompletionStage<List<float[]>> embed(List<String> texts);

  /** The length of a vector. */
  int dimension();
}
