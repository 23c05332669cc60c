package org.inkstone.service.engine.internal.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.ModelConfig;

/**
 * A model in a Hugging Face folder. Q and K rows are in half-split order; the norms of gemma3 hold
 * their distance from 1, which is added here, as it is in GGUF files.
 */
final class HuggingFaceModel implements ModelSource {
  private final Path folder;
  private final HuggingFaceWeights weights;
  private final ModelConfig config;
  private final SourceFacts facts;
  private final HuggingFaceFacts files;

  private HuggingFaceModel(Path folder, HuggingFaceWeights weights, JsonFile config) {
    this.folder = folder;
    this.weights = weights;
    int vocabulary = (int) weights.tensor("token_embd.weight").rows();
    boolean head = weights.names().contains("output.weight");
    this.config = HuggingFaceConfig.read(config, vocabulary, head);
    this.files = new HuggingFaceFacts(folder);
    this.facts =
        files.facts(
            String.valueOf(folder.getFileName()), weights.quantization(), weights.parameters());
    if (this.config.tiedEmbedding()) {
      weights.forget("output.weight");
    }
  }

  static HuggingFaceModel open(Path folder) {
    JsonFile config = JsonFile.read(folder.resolve("config.json"));
    boolean postNorms = HuggingFaceConfig.architecture(config).equals("gemma3");
    HuggingFaceWeights weights = HuggingFaceWeights.open(folder, new HuggingFaceNames(postNorms));
    try {
      return new HuggingFaceModel(folder, weights, config);
    } catch (RuntimeException e) {
      weights.close();
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
    Path file = folder.resolve("chat_template.jinja");
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : files.chatTemplate();
    } catch (IOException e) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void writeTokenizer(Path target) {
    try {
      Files.copy(folder.resolve("tokenizer.json"), target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<String> names() {
    return weights.names();
  }

  @Override
  public int rows(String name) {
    return (int) Math.min(Integer.MAX_VALUE, weights.tensor(name).rows());
  }

  @Override
  public int columns(String name) {
    return weights.tensor(name).columns();
  }

  @Override
  public void readRow(String name, int row, float[] out) {
    weights.readRow(name, row, out);
    if (config.postNorms() && name.endsWith("norm.weight")) {
      for (int i = 0; i < columns(name); i++) {
        out[i] += 1;
      }
    }
  }

  @Override
  public void close() {
    weights.close();
  }
}
