package org.inkstone.service.engine.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.ModelConfig.Activation;
import org.inkstone.service.engine.ModelConfig.SlidingWindow;
import org.jspecify.annotations.Nullable;

/**
 * Reads the shape of a model from {@code config.json}. What the file leaves out has the default of
 * the architecture's configuration class in the transformers library.
 */
final class HuggingFaceConfig {
  private final JsonFile json;
  private final String architecture;

  private HuggingFaceConfig(JsonFile json) {
    this.json = json;
    this.architecture = architecture(json);
  }

  /** The configuration; {@code vocabulary} rows of the embedding, {@code head} if there is one. */
  static ModelConfig read(JsonFile json, int vocabulary, boolean head) {
    HuggingFaceConfig config = new HuggingFaceConfig(json);
    config.refuseUnsupported();
    return config.build(vocabulary, json.bool("tie_word_embeddings", !head));
  }

  static String architecture(JsonFile json) {
    String type = json.string("model_type");
    return switch (type == null ? "missing" : type) {
      case "qwen2", "llama", "qwen3" -> String.valueOf(type);
      case "gemma3_text" -> "gemma3";
      default ->
          throw json.bad(
              "model_type", "is " + type + ", expected qwen2, llama, qwen3 or gemma3_text");
    };
  }

  private boolean gemma() {
    return architecture.equals("gemma3");
  }

  private ModelConfig build(int vocabulary, boolean tied) {
    int hidden = json.positive("hidden_size", null);
    int heads = json.positive("num_attention_heads", null);
    int headSize = headSize(hidden, heads);
    float base = ropeBase();
    ModelConfig.Builder builder =
        ModelConfig.builder(architecture)
            .size(
                json.positive("num_hidden_layers", null),
                hidden,
                json.positive("intermediate_size", null))
            .heads(heads, kvHeads(heads), headSize)
            .vocabulary(vocabulary, tied)
            .contextLength(json.positive("max_position_embeddings", null))
            .rope(base, false)
            .ropeFactors(RopeScaling.factors(scaling(), base, headSize))
            .rmsEpsilon(json.number("rms_norm_eps", 1e-6f))
            .norms(gemma() || architecture.equals("qwen3"), gemma());
    return gemma() ? gemma(builder, hidden, headSize).build() : builder.build();
  }

  private ModelConfig.Builder gemma(ModelConfig.Builder builder, int hidden, int headSize) {
    float scalar = json.number("query_pre_attn_scalar", (float) headSize);
    return builder
        .activation(Activation.GELU_TANH)
        .embeddingScale((float) Math.sqrt(hidden))
        .attentionScale((float) (1 / Math.sqrt(scalar)))
        .slidingWindow(slidingWindow());
  }

  private @Nullable SlidingWindow slidingWindow() {
    if (!json.has("sliding_window")) {
      return null;
    }
    int pattern =
        json.has("layer_types")
            ? patternOf(json.root().get("layer_types"))
            : json.positive("sliding_window_pattern", 6);
    float base = json.number("rope_local_base_freq", 10_000f);
    return new SlidingWindow(json.positive("sliding_window", null), pattern, base);
  }

  /** The length of the repeated run whose last layer alone sees everything. */
  private int patternOf(JsonNode types) {
    List<Boolean> full = new ArrayList<>();
    types.forEach(type -> full.add(type.asText().equals("full_attention")));
    int pattern = full.indexOf(true) < 0 ? full.size() + 1 : full.indexOf(true) + 1;
    for (int layer = 0; layer < full.size(); layer++) {
      if (full.get(layer) != ((layer + 1) % pattern == 0)) {
        throw json.bad("layer_types", "is " + types + ", expected every Nth layer to be full");
      }
    }
    return pattern;
  }

  private int headSize(int hidden, int heads) {
    int usual =
        switch (architecture) {
          case "qwen3" -> 128;
          case "gemma3" -> 256;
          default -> Math.max(1, hidden / heads);
        };
    int headSize = json.positive("head_dim", usual);
    if (headSize % 2 != 0) {
      throw json.bad("head_dim", "is " + headSize + ", expected an even number");
    }
    return headSize;
  }

  private int kvHeads(int heads) {
    int kvHeads = json.positive("num_key_value_heads", heads);
    if (heads % kvHeads != 0) {
      throw json.bad("num_key_value_heads", "is " + kvHeads + ", expected a divisor of " + heads);
    }
    return kvHeads;
  }

  private float ropeBase() {
    float usual = gemma() ? 1_000_000f : 10_000f;
    return json.has("rope_theta")
        ? json.number("rope_theta", usual)
        : json.at("rope_parameters").number("rope_theta", usual);
  }

  private JsonFile scaling() {
    return json.at(json.has("rope_parameters") ? "rope_parameters" : "rope_scaling");
  }

  private void refuseUnsupported() {
    if (json.bool("use_sliding_window", false)) {
      throw json.bad("use_sliding_window", "is true, which is not supported");
    }
    for (String field : List.of("attn_logit_softcapping", "final_logit_softcapping")) {
      if (json.has(field)) {
        throw json.bad(field, "is " + json.root().get(field) + ", which is not supported");
      }
    }
    if (json.number("partial_rotary_factor", 1f) != 1) {
      throw json.bad("partial_rotary_factor", "is not 1, which is not supported");
    }
    String expected = gemma() ? "gelu_pytorch_tanh" : "silu";
    String field = gemma() ? "hidden_activation" : "hidden_act";
    String actual = json.string(field);
    if (actual != null && !actual.equals(expected)) {
      throw json.bad(field, "is " + actual + ", expected " + expected);
    }
  }
}
