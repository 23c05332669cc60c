package org.inkstone.service.engine.internal.graph;

import java.io.IOException;
import java.nio.file.Path;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.internal.model.ModelFolder;

/**
 * A whole model folder with random weights for tests: a real byte-level tokenizer, ChatML, two
 * layers. Made by the product's own import in well under a second; the same for the same seed.
 */
public final class TinyModel {
  /** The seed where none is given. */
  public static final long SEED = 20_240_229;

  private TinyModel() {}

  /** Writes the folder with fp32 weights. */
  public static ModelFolder write(Path folder) throws IOException {
    return write(folder, WeightFormat.FLOAT32, SEED);
  }

  /** Writes the folder in a format, with weights of a seed. */
  public static ModelFolder write(Path folder, WeightFormat format, long seed) throws IOException {
    ModelConfig config = qwen2().build();
    try (TinyWeights weights = new TinyWeights(config, seed)) {
      return write(folder, format, weights);
    }
  }

  /** Writes the folder with fp32 weights and room for long prompts. */
  public static ModelFolder write(Path folder, int contextLength) throws IOException {
    ModelConfig config = qwen2().contextLength(contextLength).build();
    try (TinyWeights weights = new TinyWeights(config, SEED)) {
      return write(folder, WeightFormat.FLOAT32, weights);
    }
  }

  /** Writes the folder of given weights, whose vocabulary must be {@link TinyTokenizer}'s. */
  public static ModelFolder write(Path folder, WeightFormat format, TinyWeights weights)
      throws IOException {
    ModelImport.Origin origin =
        new ModelImport.Origin(folder.getFileName().toString(), "0".repeat(64), null);
    return ModelImport.run(weights, origin, format, folder, ImportProgress.silent());
  }

  /** The shape of a small qwen2. */
  public static ModelConfig.Builder qwen2() {
    return shape("qwen2").rope(10_000, false);
  }

  /** The shape of a small llama. */
  public static ModelConfig.Builder llama() {
    return shape("llama").rope(10_000, true);
  }

  /** The shape of a small qwen3. */
  public static ModelConfig.Builder qwen3() {
    return shape("qwen3").rope(10_000, false).heads(4, 2, 32).norms(true, false);
  }

  /** The shape of a small gemma3: layer 1 and 2 see 16 tokens, layer 3 sees all. */
  public static ModelConfig.Builder gemma3() {
    return shape("gemma3")
        .size(3, 64, 128)
        .rope(1_000_000, false)
        .norms(true, true)
        .activation(ModelConfig.Activation.GELU_TANH)
        .embeddingScale(8)
        .slidingWindow(new ModelConfig.SlidingWindow(16, 3, 10_000));
  }

  private static ModelConfig.Builder shape(String architecture) {
    return ModelConfig.builder(architecture)
        .size(2, 64, 128)
        .heads(4, 2, 16)
        .vocabulary(TinyTokenizer.create().size(), true)
        .contextLength(2048)
        .rmsEpsilon(1e-6f);
  }
}
