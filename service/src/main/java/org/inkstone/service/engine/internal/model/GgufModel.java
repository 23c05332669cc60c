package org.inkstone.service.engine.internal.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.internal.gguf.GgufFile;
import org.inkstone.service.engine.internal.gguf.GgufTensor;

/** A model in one GGUF file, whose tensor names are the canonical ones. */
final class GgufModel implements ModelSource {
  private final GgufFile file;
  private final ModelConfig config;
  private final SourceFacts facts;

  private GgufModel(GgufFile file) {
    this.file = file;
    this.config = GgufConfig.read(file);
    this.facts = GgufFacts.read(file);
  }

  static GgufModel open(Path path) {
    GgufFile file = GgufFile.open(path);
    try {
      return new GgufModel(file);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public ModelConfig config() {
    return config;
  }

  @Override
  public SourceFacts facts() {
    return facts;
  }

  @Override
  public Optional<String> chatTemplate() {
    return file.metadata().string("tokenizer.chat_template");
  }

  @Override
  public void writeTokenizer(Path target) {
    GgufVocabulary vocabulary = GgufVocabulary.read(file);
    TokenizerJson json =
        switch (vocabulary.kind()) {
          case "gpt2" -> ByteLevelTokenizer.translate(file, vocabulary);
          case "llama" -> SentencePieceTokenizer.translate(file, vocabulary);
          default ->
              throw new EngineException(
                  EngineException.Kind.BAD_MODEL,
                  "%s: metadata tokenizer.ggml.model is %s, expected gpt2 or llama"
                      .formatted(file.name(), vocabulary.kind()));
        };
    json.write(target);
  }

  @Override
  public Set<String> names() {
    return file.tensors().keySet();
  }

  @Override
  public int rows(String name) {
    return (int) Math.min(Integer.MAX_VALUE, file.tensor(name).rows());
  }

  @Override
  public int columns(String name) {
    return (int) file.tensor(name).columns();
  }

  @Override
  public void readRow(String name, int row, float[] out) {
    GgufTensor tensor = file.tensor(name);
    file.readRow(tensor, row, out);
  }

  @Override
  public void close() {
    file.close();
  }
}
