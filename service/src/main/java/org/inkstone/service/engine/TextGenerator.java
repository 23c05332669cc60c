package org.inkstone.service.engine;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Writes text. Calls return at once; the work is done on the engine's own thread. */
public interface TextGenerator {
  /** A generation under way. */
  interface Running {
    /** The whole text; fails with {@link EngineException}. Cancelling is not a failure. */
    CompletionStage<Generation> result();

    /** Ends the generation within one step; its result is what was written until then. */
    void cancel();
  }

  /**
   * Starts a generation.
   *
   * @param onText receives each piece of text as it comes, on the engine's thread: hand it over,
   *     never block. A piece never ends inside a character.
   * @throws EngineException if the request can't be admitted or its grammar is not valid
   */
  Running generate(GenerationRequest request, Consumer<String> onText);

  /**
   * The same generator for further calls of a request whose first call was let in: they are never
   * turned away for want of room, so that what was begun is finished and no work is wasted. One
   * that turns nobody away is its own.
   */
  default TextGenerator followUp() {
    return this;
  }

  /** Starts a generation whose pieces nobody watches. */
  default Running generate(GenerationRequest request) {
    return generate(request, piece -> {});
  }
}
