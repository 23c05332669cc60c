package org.inkstone.service.engine.internal.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.internal.gguf.GgufWriter;

/**
 * The small models with random weights as GGUF files, which llama.cpp reads too. Run as a program,
 * it writes one of each architecture into the folder that is its argument.
 */
public final class TinyGguf {
  private static final int NORMAL = 1;
  private static final int CONTROL = 3;

  private TinyGguf() {}

  /** Writes the files for llama.cpp. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    shapes().forEach((name, shape) -> write(shape, folder.resolve(name + ".gguf")));
  }

  /** The shapes by name: one of each architecture. */
  static Map<String, ModelConfig> shapes() {
    Map<String, ModelConfig> shapes = new TreeMap<>();
    shapes.put("tiny-llama", TinyModel.llama().build());
    shapes.put("tiny-qwen2", TinyModel.qwen2().build());
    shapes.put("tiny-qwen3", TinyModel.qwen3().build());
    shapes.put(
        "tiny-gemma3",
        TinyModel.gemma3()
            .size(6, 64, 128)
            .slidingWindow(new ModelConfig.SlidingWindow(16, 6, 10_000))
            .build());
    return shapes;
  }

  /** Writes the model of a shape, always the same. */
  static Path write(ModelConfig config, Path file) {
    GgufWriter writer = new GgufWriter();
    writer.string("general.architecture", config.architecture());
    writer.string("general.name", "tiny random model");
    shape(writer, config);
    tokenizer(writer);
    try (TinyWeights weights = new TinyWeights(config, TinyModel.SEED)) {
      for (String name : weights.names()) {
        if (weights.rows(name) == 1) {
          writer.vector(name, weights.values(name));
        } else {
          writer.matrix(name, weights.rows(name), weights.columns(name), weights.values(name));
        }
      }
    }
    return writer.write(file);
  }

  private static void shape(GgufWriter writer, ModelConfig config) {
    String prefix = config.architecture() + ".";
    writer.uint32(prefix + "block_count", config.layers());
    writer.uint32(prefix + "context_length", config.contextLength());
    writer.uint32(prefix + "embedding_length", config.hiddenSize());
    writer.uint32(prefix + "feed_forward_length", config.feedForwardSize());
    writer.uint32(prefix + "attention.head_count", config.heads());
    writer.uint32(prefix + "attention.head_count_kv", config.kvHeads());
    writer.uint32(prefix + "attention.key_length", config.headSize());
    writer.uint32(prefix + "attention.value_length", config.headSize());
    writer.uint32(prefix + "rope.dimension_count", config.headSize());
    writer.float32(prefix + "attention.layer_norm_rms_epsilon", config.rmsEpsilon());
    writer.float32(prefix + "rope.freq_base", config.ropeBase());
    ModelConfig.SlidingWindow window = config.slidingWindow();
    if (window != null) {
      writer.uint32(prefix + "attention.sliding_window", window.tokens());
    }
  }

  private static void tokenizer(GgufWriter writer) {
    TinyTokenizer tokenizer = TinyTokenizer.create();
    int special = TinyTokenizer.SPECIAL.size();
    List<Integer> types = new ArrayList<>(Collections.nCopies(tokenizer.size() - special, NORMAL));
    types.addAll(Collections.nCopies(special, CONTROL));
    writer.string("tokenizer.ggml.model", "gpt2");
    writer.string("tokenizer.ggml.pre", "gpt-2");
    writer.strings("tokenizer.ggml.tokens", tokenizer.tokens());
    writer.int32s("tokenizer.ggml.token_type", types);
    writer.strings("tokenizer.ggml.merges", tokenizer.merges());
    writer.uint32("tokenizer.ggml.eos_token_id", tokenizer.special("<|im_end|>"));
    writer.bool("tokenizer.ggml.add_bos_token", false);
  }
}
