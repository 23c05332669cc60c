package org.inkstone.service.engine.internal.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.ModelConfig.Activation;
import org.inkstone.service.engine.ModelConfig.SlidingWindow;
import org.inkstone.service.engine.internal.gguf.GgufFile;
import org.inkstone.service.engine.internal.gguf.GgufMetadata;
import org.inkstone.service.engine.internal.gguf.GgufTensor;

/** Reads the shape of a model from the metadata of a GGUF file. */
final class GgufConfig {
  private static final Set<String> ARCHITECTURES = Set.of("qwen2", "llama", "qwen3", "gemma3");
  private static final int GEMMA3_PATTERN = 6;
  private static final float GEMMA3_LOCAL_BASE = 10_000;
  private static final int GEMMA3_27B_LAYERS = 62;

  private final GgufFile file;
  private final GgufMetadata metadata;
  private final String architecture;

  private GgufConfig(GgufFile file) {
    this.file = file;
    this.metadata = file.metadata();
    this.architecture =
        metadata
            .string("general.architecture")
            .orElseThrow(() -> bad("general.architecture", "is missing"));
  }

  static ModelConfig read(GgufFile file) {
    GgufConfig config = new GgufConfig(file);
    config.refuseUnsupported();
    return config.build();
  }

  private void refuseUnsupported() {
    if (!ARCHITECTURES.contains(architecture)) {
      throw bad(
          "general.architecture",
          "is " + architecture + ", expected qwen2, llama, qwen3 or gemma3");
    }
    if (metadata.integer(key("expert_count")).orElse(0) > 0) {
      throw bad(key("expert_count"), "is not 0: mixtures of experts are not supported");
    }
    int parts = metadata.integer("split.count").orElse(1);
    if (parts > 1) {
      throw bad("split.count", "is " + parts + ": join the parts to one file first");
    }
  }

  private ModelConfig build() {
    int hidden = positive("embedding_length");
    int heads = positive("attention.head_count");
    int headSize = headSize(hidden, heads);
    int layers = positive("block_count");
    boolean gemma = architecture.equals("gemma3");
    ModelConfig.Builder builder =
        ModelConfig.builder(architecture)
            .size(layers, hidden, positive("feed_forward_length"))
            .heads(heads, kvHeads(heads), headSize)
            .vocabulary(vocabulary(), !file.tensors().containsKey("output.weight"))
            .contextLength(positive("context_length"))
            .rope(ropeBase(), architecture.equals("llama"))
            .ropeFactors(ropeFactors(headSize))
            .rmsEpsilon(number("attention.layer_norm_rms_epsilon", Float.NaN))
            .norms(gemma || architecture.equals("qwen3"), gemma);
    return gemma ? gemma(builder, layers, hidden, heads).build() : builder.build();
  }

  /** What llama.cpp knows of gemma3 without its being in the file. */
  private ModelConfig.Builder gemma(
      ModelConfig.Builder builder, int layers, int hidden, int heads) {
    int window = metadata.integer(key("attention.sliding_window")).orElse(0);
    if (window > 0) {
      int pattern =
          metadata.integer(key("attention.sliding_window_pattern")).orElse(GEMMA3_PATTERN);
      float base = number("rope.freq_base_swa", GEMMA3_LOCAL_BASE);
      builder.slidingWindow(new SlidingWindow(window, Math.max(1, pattern), base));
    }
    if (layers == GEMMA3_27B_LAYERS) {
      builder.attentionScale((float) (1 / Math.sqrt((double) hidden / heads)));
    }
    return builder.activation(Activation.GELU_TANH).embeddingScale((float) Math.sqrt(hidden));
  }

  private int headSize(int hidden, int heads) {
    int headSize = metadata.integer(key("attention.key_length")).orElse(hidden / heads);
    int valueSize = metadata.integer(key("attention.value_length")).orElse(headSize);
    if (headSize < 2 || headSize % 2 != 0 || valueSize != headSize) {
      throw bad(
          key("attention.key_length"),
          "is %d and the value length %d, expected the same even number"
              .formatted(headSize, valueSize));
    }
    int rotated = metadata.integer(key("rope.dimension_count")).orElse(headSize);
    if (rotated != headSize) {
      throw bad(
          key("rope.dimension_count"), "is " + rotated + ", expected the head size " + headSize);
    }
    return headSize;
  }

  private float ropeBase() {
    float base = number("rope.freq_base", 10_000);
    if (base == 0) {
      throw bad(key("rope.freq_base"), "is 0, expected a positive number");
    }
    return base;
  }

  private int kvHeads(int heads) {
    int kvHeads = metadata.integer(key("attention.head_count_kv")).orElse(heads);
    if (kvHeads < 1 || heads % kvHeads != 0) {
      throw bad(
          key("attention.head_count_kv"), "is " + kvHeads + ", expected a divisor of " + heads);
    }
    return kvHeads;
  }

  private int vocabulary() {
    long rows = file.tensor("token_embd.weight").rows();
    if (rows > Integer.MAX_VALUE) {
      throw bad("token_embd.weight", "has " + rows + " rows");
    }
    return (int) rows;
  }

  private List<Float> ropeFactors(int headSize) {
    if (file.tensors().containsKey("rope_freqs.weight")) {
      return ropeFactorTensor(file.tensor("rope_freqs.weight"), headSize);
    }
    float factor = number("rope.scaling.factor", number("rope.scale_linear", 1));
    String type = metadata.string(key("rope.scaling.type")).orElse("linear");
    if (type.equals("none") || factor == 1 || factor == 0) {
      return List.of();
    }
    if (!type.equals("linear")) {
      throw bad(key("rope.scaling.type"), "is " + type + ", expected none or linear");
    }
    return Collections.nCopies(headSize / 2, factor);
  }

  private List<Float> ropeFactorTensor(GgufTensor tensor, int headSize) {
    if (tensor.rows() != 1 || tensor.columns() != headSize / 2) {
      throw bad(
          "rope_freqs.weight", "has the shape " + tensor.shape() + ", expected " + headSize / 2);
    }
    float[] row = new float[headSize / 2];
    file.readRow(tensor, 0, row);
    List<Float> factors = new ArrayList<>();
    for (float factor : row) {
      factors.add(factor);
    }
    return factors;
  }

  private int positive(String name) {
    int value = metadata.integer(key(name)).orElseThrow(() -> bad(key(name), "is missing"));
    if (value < 1) {
      throw bad(key(name), "is " + value + ", expected at least 1");
    }
    return value;
  }

  /** A positive number; NaN as the fallback means that the file must have it. */
  private float number(String name, float fallback) {
    float value = (float) metadata.number(key(name)).orElse(fallback);
    if (Float.isNaN(value)) {
      throw bad(key(name), "is missing");
    }
    if (value < 0 || Float.isInfinite(value)) {
      throw bad(key(name), "is " + value + ", expected a number from 0");
    }
    return value;
  }

  private String key(String name) {
    return architecture + "." + name;
  }

  private EngineException bad(String field, String problem) {
    return new EngineException(
        EngineException.Kind.BAD_MODEL, file.name() + ": " + field + " " + problem);
  }
}
