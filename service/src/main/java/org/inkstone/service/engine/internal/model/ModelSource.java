package org.inkstone.service.engine.internal.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model as somebody published it, opened for import: its weights, and what else its files say.
 * {@link ModelFiles#open} makes it; the owner closes it.
 */
public interface ModelSource extends WeightSource {
  /** What the files say of the model, without what only an import decides. */
  SourceFacts facts();

  /** The chat template in Jinja, if the files carry one. */
  Optional<String> chatTemplate();

  /** Writes the tokenizer in Hugging Face's {@code tokenizer.json} format. */
  void writeTokenizer(Path file);
}
