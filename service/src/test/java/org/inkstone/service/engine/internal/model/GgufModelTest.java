package org.inkstone.service.engine.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.ModelConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufModelTest {
  @TempDir Path folder = Path.of("");

  @Test
  void readsALlamaWithInterleavedRotation() {
    ModelConfig config = config(new TinyModel("llama"));
    assertTrue(config.ropeInterleaved());
    assertTrue(config.tiedEmbedding());
    assertEquals(0.5f, config.attentionScale());
    assertEquals(1, config.embeddingScale());
    assertFalse(config.queryKeyNorm());
    assertNull(config.slidingWindow());
    assertEquals(List.of(), config.ropeFactors());
  }

  @Test
  void readsTheFactorsOfTheRotation() {
    TinyModel model = new TinyModel("llama").tensor("rope_freqs.weight", 1, 8);
    assertEquals(List.of(1f, 8f), config(model).ropeFactors());
    TinyModel linear =
        new TinyModel("qwen2")
            .set("qwen2.rope.scaling.type", "linear")
            .set("qwen2.rope.scaling.factor", 4f);
    assertEquals(List.of(4f, 4f), config(linear).ropeFactors());
  }

  @Test
  void readsQwen3WithNormsOnTheHeads() {
    ModelConfig config = config(new TinyModel("qwen3").norms("attn_q_norm", "attn_k_norm"));
    assertTrue(config.queryKeyNorm());
    assertFalse(config.postNorms());
    assertFalse(config.ropeInterleaved());
  }

  @Test
  void readsGemma3AsLlamaCppKnowsIt() {
    TinyModel model =
        new TinyModel("gemma3")
            .norms("attn_q_norm", "attn_k_norm", "post_attention_norm", "post_ffw_norm")
            .set("gemma3.attention.sliding_window", 512);
    ModelConfig config = config(model);
    assertEquals(new ModelConfig.SlidingWindow(512, 6, 10_000), config.slidingWindow());
    assertTrue(config.isWindowed(4));
    assertFalse(config.isWindowed(5));
    assertEquals(2, config.embeddingScale());
    assertEquals(ModelConfig.Activation.GELU_TANH, config.activation());
    assertTrue(config.postNorms() && config.queryKeyNorm());
  }

  @Test
  void readsTheFactsOfTheFile() {
    TinyModel model =
        new TinyModel("llama")
            .set("general.name", "Tiny")
            .set("general.license", "mit")
            .set("general.file_type", 15)
            .set("tokenizer.ggml.bos_token_id", 0);
    try (ModelSource source = open(model)) {
      assertEquals(
          new SourceFacts("Tiny", "mit", "Q4_K_M", 8 * 16 + 3 * 4, List.of(3), 0, false),
          source.facts());
      assertEquals("{{ messages }}", source.chatTemplate().orElseThrow());
    }
  }

  @Test
  void namesWhatIsWrongInTheMetadata() {
    assertFails("general.architecture is mamba", new TinyModel("mamba"));
    assertFails("general.architecture is missing", llama().without("general.architecture"));
    assertFails("llama.block_count is missing", llama().without("llama.block_count"));
    assertFails("llama.context_length is 0", llama().set("llama.context_length", 0));
    assertFails("llama.context_length is 4294967295", llama().set("llama.context_length", -1));
    assertFails("llama.context_length is the String", llama().set("llama.context_length", "x"));
    assertFails("head_count_kv is 3", llama().set("llama.attention.head_count_kv", 3));
    assertFails("key_length is 3", llama().set("llama.attention.key_length", 3));
    assertFails("dimension_count is 2", llama().set("llama.rope.dimension_count", 2));
    assertFails("freq_base is NaN", llama().set("llama.rope.freq_base", Float.NaN));
    assertFails("expert_count", llama().set("llama.expert_count", 8));
    assertFails("split.count is 3", llama().set("split.count", 3));
    assertFails(
        "rope.scaling.type is yarn",
        llama().set("llama.rope.scaling.type", "yarn").set("llama.rope.scaling.factor", 4f));
  }

  @Test
  void namesWhatIsWrongInTheVocabulary() {
    assertFails(
        "tokens has 3 items, expected 4",
        llama()
            .set("tokenizer.ggml.tokens", List.of("a", "b", "c"))
            .set("tokenizer.ggml.token_type", List.of(1, 1, 1)));
    assertFails("token_type has 1 items", llama().set("tokenizer.ggml.token_type", List.of(1)));
    assertFails("eos_token_id is 4", llama().set("tokenizer.ggml.eos_token_id", 4));
    assertWriteFails(
        "holds 'a' twice", llama().set("tokenizer.ggml.tokens", List.of("a", "b", "a", "x")));
    assertWriteFails("merges[0] is 'b a'", llama().set("tokenizer.ggml.merges", List.of("b a")));
    assertWriteFails("merges is missing", llama().without("tokenizer.ggml.merges"));
    assertWriteFails("model is wpm", llama().set("tokenizer.ggml.model", "wpm"));
    assertWriteFails("scores has 0 items", llama().set("tokenizer.ggml.model", "llama"));
  }

  @Test
  void namesTheTensorThatIsMissingOrOfAnotherShape() {
    assertFails("token_embd.weight is missing", llama().without("token_embd.weight"));
    assertFails("blk.0.ffn_up.weight is missing", llama().without("blk.0.ffn_up.weight"));
    assertFails("blk.1.attn_norm.weight is missing", llama().set("llama.block_count", 2));
    assertFails("blk.0.attn_q_norm.weight is missing", new TinyModel("qwen3"));
    assertFails(
        "blk.0.attn_q.bias has 1 rows of 3, expected 1 of 4",
        llama().tensor("blk.0.attn_q.bias", 1, 2, 3));
  }

  @Test
  void tellsOfAFileThatIsNotThere() {
    EngineException e =
        assertThrows(EngineException.class, () -> ModelFiles.open(folder.resolve("none.gguf")));
    assertTrue(String.valueOf(e.getMessage()).contains("there is no model file"), e.getMessage());
  }

  private static TinyModel llama() {
    return new TinyModel("llama");
  }

  private ModelSource open(TinyModel model) {
    return ModelFiles.open(model.write(folder.resolve("tiny.gguf")));
  }

  private ModelConfig config(TinyModel model) {
    try (ModelSource source = open(model)) {
      return source.config();
    }
  }

  private void assertFails(String expected, TinyModel model) {
    assertBad(expected, () -> open(model).close());
  }

  private void assertWriteFails(String expected, TinyModel model) {
    try (ModelSource source = open(model)) {
      assertBad(
          expected, () -> TokenizerFiles.write(source, new ModelFolder(folder.resolve("out"))));
    }
  }

  private static void assertBad(String expected, Runnable action) {
    EngineException e = assertThrows(EngineException.class, action::run);
    assertEquals(EngineException.Kind.BAD_MODEL, e.kind());
    assertTrue(String.valueOf(e.getMessage()).contains(expected), e.getMessage());
  }
}
