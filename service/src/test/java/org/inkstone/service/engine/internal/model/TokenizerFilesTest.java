package org.inkstone.service.engine.internal.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.catalog.ModelCatalog;
import org.inkstone.service.engine.internal.catalog.ModelPull;
import org.inkstone.service.engine.internal.catalog.PullProgress;
import org.inkstone.service.engine.internal.catalog.PullSettings;
import org.inkstone.service.engine.internal.gguf.GgufFile;
import org.inkstone.service.engine.internal.gguf.GgufMetadata;
import org.inkstone.service.engine.internal.gguf.GgufWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tokenizers that we write give llama.cpp's ids. The expected ids are llama.cpp's own: {@code
 * src/test/llama-cpp/README.md} tells how they were made.
 */
class TokenizerFilesTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"smollm2-135m-instruct", "qwen2.5-coder-1.5b-instruct"})
  void givesTheIdsOfLlamaCppForARealModel(String id) throws Exception {
    assertSameIds(pulled(id), "ids-" + id);
  }

  /**
   * llama.cpp makes a control token of it ("control-looking token … its type will be overridden");
   * the file says that it is a token like others, and so do we.
   */
  @Test
  void takesTheEndMarkOfOtherModelsAsText() throws Exception {
    ModelFolder model = new ModelFolder(folder.resolve("model"));
    try (ModelSource source = ModelFiles.open(pulled("qwen2.5-coder-1.5b-instruct"))) {
      TokenizerFiles.write(source, model);
    }
    try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(model.tokenizer())) {
      assertArrayEquals(new long[] {522, 82, 29}, tokenizer.encode("</s>", false, false).getIds());
    }
  }

  /** Both files of the family hold the same vocabulary, so one stands for the other. */
  @Test
  void expectsTheSameIdsOfBothQwenModels() throws Exception {
    JsonNode small = json("ids-qwen2.5-coder-0.5b-instruct");
    JsonNode large = json("ids-qwen2.5-coder-1.5b-instruct");
    assertEquals(large.get("special"), small.get("special"));
    assertEquals(large.get("plain"), small.get("plain"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama-bpe", "gpt-2", "qwen2", "smollm"})
  void splitsAsLlamaCppDoesForEachPreTokenizer(String preTokenizer) throws Exception {
    assertSameIds(withPreTokenizer(preTokenizer), "ids-byte-level-" + preTokenizer);
  }

  @Test
  void givesTheIdsOfLlamaCppForSentencePiece() throws Exception {
    assertSameIds(resource("sentencepiece.gguf"), "ids-sentencepiece");
  }

  @Test
  void refusesAPreTokenizerThatItDoesNotKnow() throws Exception {
    try (ModelSource source = ModelFiles.open(withPreTokenizer("unheard-of"))) {
      EngineException e =
          assertThrows(
              EngineException.class,
              () -> TokenizerFiles.write(source, new ModelFolder(folder.resolve("model"))));
      assertTrue(String.valueOf(e.getMessage()).contains("tokenizer.ggml.pre is unheard-of"));
    }
  }

  @Test
  void writesTheChatTemplateOfTheFile() throws Exception {
    Path path = folder.resolve("model.gguf");
    copyOf("byte-level.gguf", "qwen2")
        .string("tokenizer.chat_template", "{{ messages[0].content }}")
        .write(path);
    ModelFolder model = new ModelFolder(folder.resolve("model"));
    try (ModelSource source = ModelFiles.open(path)) {
      TokenizerFiles.write(source, model);
      assertEquals(List.of(1), source.facts().endTokens());
    }
    assertEquals("{{ messages[0].content }}", Files.readString(model.chatTemplate()));
  }

  private static Path pulled(String id) {
    return new ModelPull(PullSettings.fromEnvironment())
        .pull(ModelCatalog.load().find(id), PullProgress.NONE);
  }

  private void assertSameIds(Path gguf, String expected) throws IOException {
    ModelFolder model = new ModelFolder(folder.resolve("model"));
    try (ModelSource source = ModelFiles.open(gguf)) {
      TokenizerFiles.write(source, model);
    }
    assertSameIds(model.tokenizer(), json(expected).get("special"), expected + " special");
    JsonNode plain = MAPPER.readTree(model.tokenizer().toFile());
    for (Iterator<JsonNode> it = plain.get("added_tokens").elements(); it.hasNext(); ) {
      if (it.next().get("special").booleanValue()) {
        it.remove();
      }
    }
    MAPPER.writeValue(model.tokenizer().toFile(), plain);
    assertSameIds(model.tokenizer(), json(expected).get("plain"), expected + " plain");
  }

  private static void assertSameIds(Path tokenizerJson, JsonNode expected, String what)
      throws IOException {
    JsonNode strings = json("strings");
    assertTrue(strings.size() >= 200 && strings.size() == expected.size());
    try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(tokenizerJson)) {
      for (int i = 0; i < strings.size(); i++) {
        String text = strings.get(i).textValue();
        long[] ids = tokenizer.encode(text, false, false).getIds();
        assertArrayEquals(
            MAPPER.convertValue(expected.get(i), long[].class), ids, what + ": '" + text + "'");
      }
    }
  }

  private Path withPreTokenizer(String name) throws Exception {
    return copyOf("byte-level.gguf", name).write(folder.resolve(name + ".gguf"));
  }

  /** The tiny model of the resource, with another pre-tokenizer. */
  private static GgufWriter copyOf(String name, String preTokenizer) throws Exception {
    GgufWriter writer = new GgufWriter();
    try (GgufFile file = GgufFile.open(resource(name))) {
      GgufMetadata metadata = file.metadata();
      for (String key : metadata.keys()) {
        if (key.startsWith("llama.") && metadata.isInteger(key)) {
          writer.uint32(key, metadata.integer(key).orElseThrow());
        }
      }
      writer
          .string("general.architecture", "llama")
          .float32("llama.attention.layer_norm_rms_epsilon", 1e-6f)
          .string("tokenizer.ggml.model", "gpt2")
          .string("tokenizer.ggml.pre", preTokenizer)
          .strings("tokenizer.ggml.tokens", strings(metadata, "tokenizer.ggml.tokens"))
          .strings("tokenizer.ggml.merges", strings(metadata, "tokenizer.ggml.merges"))
          .int32s("tokenizer.ggml.token_type", types(metadata))
          .uint32("tokenizer.ggml.eos_token_id", 1);
      file.tensors()
          .values()
          .forEach(tensor -> {
            int columns = (int) tensor.columns();
            int rows = (int) tensor.rows();
            writer.matrix(tensor.name(), rows, columns, new float[rows * columns]);
          });
    }
    return writer;
  }

  private static List<String> strings(GgufMetadata metadata, String key) {
    return Objects.requireNonNull(metadata.strings(key));
  }

  private static List<Integer> types(GgufMetadata metadata) {
    int[] types = Objects.requireNonNull(metadata.integers("tokenizer.ggml.token_type"));
    return Arrays.stream(types).boxed().toList();
  }

  private static Path resource(String name) throws Exception {
    return Path.of(
        Objects.requireNonNull(TokenizerFilesTest.class.getResource("/llama-cpp/" + name)).toURI());
  }

  private static JsonNode json(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            TokenizerFilesTest.class.getResourceAsStream("/llama-cpp/" + name + ".json"))) {
      return MAPPER.readTree(in);
    }
  }
}
