package org.inkstone.service.engine.internal.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.ModelConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuggingFaceModelTest {
  private static final String SHAPE =
      """
      "hidden_size": 4, "num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 4,
      "intermediate_size": 6, "num_hidden_layers": 1, "max_position_embeddings": 32,
      "rms_norm_eps": 1e-5, "rope_theta": 500000.0, "eos_token_id": 1, "bos_token_id": 0
      """;
  private static final List<String> PRODUCTS =
      List.of("gate_proj", "up_proj", "down_proj", "q_proj", "k_proj", "v_proj", "o_proj");

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void writeTokenizer() throws IOException {
    Files.writeString(
        folder.resolve("tokenizer.json"),
        """
        {"added_tokens": [{"id": 2, "content": "<|im_end|>", "special": true}],
         "post_processor": {"special_tokens": {"<s>": {"id": "<s>", "ids": [0]}}}}
        """);
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        """
        {"bos_token": {"content": "<s>"}, "chat_template": "{{ messages }}"}
        """);
  }

  @Test
  void readsALlamaFolderByCanonicalNames() throws IOException {
    config("llama", "");
    tensors("BF16").write(folder.resolve("model.safetensors"));
    try (ModelSource source = ModelFiles.open(folder)) {
      ModelConfig config = source.config();
      assertEquals(500_000, config.ropeBase());
      assertFalse(config.ropeInterleaved(), "Hugging Face files hold Q and K half-split");
      assertTrue(config.tiedEmbedding());
      assertEquals(0.5f, config.attentionScale());
      assertEquals(8, source.rows("blk.0.attn_q.weight"));
      assertEquals(4, source.rows("blk.0.attn_k.weight"));
      assertEquals(6, source.columns("blk.0.ffn_down.weight"));
      assertArrayEquals(new float[] {4, 5, 6, 7}, row(source, "token_embd.weight", 1));
      assertEquals("BF16", source.facts().quantization());
      assertEquals(List.of(1, 2), source.facts().endTokens());
      assertEquals(0, source.facts().bosToken());
      assertTrue(source.facts().addBos());
      assertEquals("{{ messages }}", source.chatTemplate().orElseThrow());
    }
  }

  @Test
  void readsShardsByTheirIndex() throws IOException {
    config("qwen3", "");
    tensors("F16")
        .tensor("model.layers.0.self_attn.q_norm.weight", "F16", new int[] {4}, 1, 2, 3, 4)
        .write(folder.resolve("a.safetensors"));
    new SafetensorsWriter()
        .tensor("model.layers.0.self_attn.k_norm.weight", "F32", new int[] {4}, 5, 6, 7, 8)
        .write(folder.resolve("b.safetensors"));
    new SafetensorsWriter()
        .tensor("model.norm.weight", "F32", new int[] {1}, 0)
        .write(folder.resolve("stale.safetensors"));
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"weight_map\": {\"x\": \"a.safetensors\", \"y\": \"b.safetensors\"}}");
    try (ModelSource source = ModelFiles.open(folder)) {
      assertTrue(source.config().queryKeyNorm());
      assertArrayEquals(new float[] {1, 2, 3, 4}, row(source, "blk.0.attn_q_norm.weight", 0));
      assertArrayEquals(new float[] {5, 6, 7, 8}, row(source, "blk.0.attn_k_norm.weight", 0));
    }
  }

  @Test
  void readsGemmaWithItsNormsWindowAndScales() throws IOException {
    config(
        "gemma3_text",
        """
        , "query_pre_attn_scalar": 16, "sliding_window": 8,
        "layer_types": ["sliding_attention"], "hidden_activation": "gelu_pytorch_tanh"
        """);
    SafetensorsWriter writer = tensors("F32");
    for (String norm : List.of("pre_feedforward_layernorm", "post_feedforward_layernorm")) {
      writer.tensor("model.layers.0." + norm + ".weight", "F32", new int[] {4}, 1, 2, 3, 4);
    }
    for (String norm : List.of("q_norm", "k_norm")) {
      writer.tensor(
          "model.layers.0.self_attn." + norm + ".weight", "F32", new int[] {4}, 0, 0, 0, 0);
    }
    writer.write(folder.resolve("model.safetensors"));
    try (ModelSource source = ModelFiles.open(folder)) {
      ModelConfig config = source.config();
      assertEquals("gemma3", config.architecture());
      assertEquals(new ModelConfig.SlidingWindow(8, 2, 10_000), config.slidingWindow());
      assertTrue(config.isWindowed(0));
      assertEquals(2, config.embeddingScale());
      assertEquals(0.25f, config.attentionScale());
      assertEquals(ModelConfig.Activation.GELU_TANH, config.activation());
      assertArrayEquals(new float[] {2, 3, 4, 5}, row(source, "blk.0.ffn_norm.weight", 0));
      assertArrayEquals(new float[] {2, 3, 4, 5}, row(source, "blk.0.post_ffw_norm.weight", 0));
      assertArrayEquals(new float[] {1, 1, 1, 1}, row(source, "blk.0.attn_q_norm.weight", 0));
    }
  }

  /** The expected factors are those of llama.cpp's conversion script for Llama 3.1. */
  @Test
  void turnsTheScalingOfLlama3IntoFactors() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("scaling.json"),
            """
            {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0,
             "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}
            """);
    List<Float> factors = RopeScaling.factors(JsonFile.read(file), 500_000, 128);
    assertEquals(64, factors.size());
    assertEquals(1, factors.get(28));
    assertEquals(1.5534146f, factors.get(30), 1e-5);
    assertEquals(3.6842525f, factors.get(33), 1e-5);
    assertEquals(8, factors.get(35));
  }

  @Test
  void namesWhatIsWrongInTheConfiguration() throws IOException {
    tensors("F32").write(folder.resolve("model.safetensors"));
    assertConfigFails("model_type is mamba", "mamba", "");
    assertConfigFails("hidden_act is relu", "llama", ", \"hidden_act\": \"relu\"");
    assertConfigFails("num_hidden_layers is -1", "llama", ", \"num_hidden_layers\": -1");
    assertConfigFails(
        "rope_type is yarn", "llama", ", \"rope_scaling\": {\"rope_type\": \"yarn\"}");
    assertConfigFails("use_sliding_window", "qwen2", ", \"use_sliding_window\": true");
    assertConfigFails("output.weight is missing", "llama", ", \"tie_word_embeddings\": false");
    assertConfigFails("attn_q_norm.weight is missing", "qwen3", "");
    assertConfigFails(
        "blk.0.ffn_gate.weight has 6 rows of 4", "llama", ", \"intermediate_size\": 7");
  }

  @Test
  void namesTheTensorOfAHostileHeader() throws IOException {
    config("llama", "");
    assertHeaderFails("is not valid JSON", "{");
    assertHeaderFails("is no JSON object", "[]");
    assertHeaderFails("not valid JSON: Duplicate", "{\"a\": {}, \"a\": {}}");
    assertHeaderFails("tensor a has the type 'I64'", entry("I64", "[1]", "[0, 8]"));
    assertHeaderFails("tensor a has the shape [-1]", entry("F32", "[-1]", "[0, 4]"));
    assertHeaderFails("tensor a has the shape", entry("F32", "[2000000000, 2000000000]", "[0, 4]"));
    assertHeaderFails("tensor a lies at [0,8]", entry("F32", "[1]", "[0, 8]"));
    assertHeaderFails("tensor a lies at [60,64]", entry("F32", "[4]", "[60, 64]"));
    assertHeaderFails("tensor a lies at [64,68]", entry("F32", "[1]", "[64, 68]"));
    assertHeaderFails("tensor a has no extents", entry("F32", "[]", "[0, 4]"));
    Files.write(
        folder.resolve("model.safetensors"), new byte[] {-1, -1, -1, -1, -1, -1, -1, 127, 0});
    assertFails("the header's length is 9223372036854775807");
  }

  @Test
  void readsOrRefusesWhateverAHeaderSays() throws IOException {
    config("llama", "");
    Path file = tensors("BF16").write(folder.resolve("model.safetensors"));
    byte[] good = Files.readAllBytes(file);
    int header = (int) (8 + ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong());
    Random random = new Random(20260110);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] mutated = good.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        mutated[random.nextInt(header)] = (byte) (32 + random.nextInt(96));
      }
      Files.delete(file); // a new file is much cheaper than one that is written again
      Files.write(file, mutated);
      try (ModelSource source = ModelFiles.open(folder)) {
        for (String name : source.names()) {
          row(source, name, source.rows(name) - 1);
        }
      } catch (EngineException e) {
        assertEquals(EngineException.Kind.BAD_MODEL, e.kind(), "mutation " + i);
        refused++;
      }
    }
    assertTrue(refused > 1_000 && refused < 5_000, refused + " refused");
  }

  @Test
  void refusesAnIndexThatLeavesTheFolder() throws IOException {
    config("llama", "");
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"weight_map\": {\"x\": \"../other.safetensors\"}}");
    assertFails("expected a plain name");
  }

  private void assertConfigFails(String expected, String type, String more) throws IOException {
    config(type, more);
    assertFails(expected);
  }

  private void assertHeaderFails(String expected, String header) {
    SafetensorsWriter.write(folder.resolve("model.safetensors"), header, new byte[64]);
    assertFails(expected);
  }

  private void assertFails(String expected) {
    EngineException e = assertThrows(EngineException.class, () -> ModelFiles.open(folder));
    assertEquals(EngineException.Kind.BAD_MODEL, e.kind());
    assertTrue(String.valueOf(e.getMessage()).contains(expected), e.getMessage());
  }

  private static String entry(String type, String shape, String offsets) {
    return "{\"a\": {\"dtype\": \"%s\", \"shape\": %s, \"data_offsets\": %s}}"
        .formatted(type, shape, offsets);
  }

  private void config(String type, String more) throws IOException {
    Files.writeString(
        folder.resolve("config.json"), "{\"model_type\": \"" + type + "\"," + SHAPE + more + "}");
  }

  private static SafetensorsWriter tensors(String type) {
    SafetensorsWriter writer =
        new SafetensorsWriter()
            .tensor("model.embed_tokens.weight", type, new int[] {3, 4}, counted(12))
            .tensor("model.norm.weight", type, new int[] {4}, counted(4));
    for (String norm : List.of("input_layernorm", "post_attention_layernorm")) {
      writer.tensor("model.layers.0." + norm + ".weight", type, new int[] {4}, counted(4));
    }
    for (String product : PRODUCTS) {
      String part = PRODUCTS.indexOf(product) < 3 ? "mlp." : "self_attn.";
      int[] shape =
          switch (product) {
            case "gate_proj", "up_proj" -> new int[] {6, 4};
            case "down_proj" -> new int[] {4, 6};
            case "q_proj" -> new int[] {8, 4};
            case "o_proj" -> new int[] {4, 8};
            default -> new int[] {4, 4};
          };
      writer.tensor(
          "model.layers.0." + part + product + ".weight",
          type,
          shape,
          counted(shape[0] * shape[1]));
    }
    return writer;
  }

  private static float[] counted(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = i;
    }
    return values;
  }

  private static float[] row(WeightSource source, String name, int row) {
    float[] out = new float[source.columns(name)];
    source.readRow(name, row, out);
    return out;
  }
}
