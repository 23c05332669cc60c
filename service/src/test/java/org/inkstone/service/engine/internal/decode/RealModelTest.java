package org.inkstone.service.engine.internal.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.FinishReason;
import org.inkstone.service.engine.Generation;
import org.inkstone.service.engine.GenerationRequest;
import org.inkstone.service.engine.Grammar;
import org.inkstone.service.engine.Sampling;
import org.inkstone.service.engine.TextGenerator.Running;
import org.inkstone.service.engine.TextScorer.Score;
import org.inkstone.service.engine.WorkClass;
import org.inkstone.service.engine.internal.catalog.CatalogModel;
import org.inkstone.service.engine.internal.catalog.ModelCatalog;
import org.inkstone.service.engine.internal.catalog.ModelPull;
import org.inkstone.service.engine.internal.catalog.PullProgress;
import org.inkstone.service.engine.internal.catalog.PullSettings;
import org.inkstone.service.engine.internal.chat.ChatPrompt;
import org.inkstone.service.engine.internal.graph.ImportProgress;
import org.inkstone.service.engine.internal.graph.ModelImport;
import org.inkstone.service.engine.internal.model.ModelCard;
import org.inkstone.service.engine.internal.model.ModelFiles;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.inkstone.service.engine.internal.model.ModelSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on a small real model, fetched where it is not there yet. */
class RealModelTest {
  private static final String TEMPLATE =
      "You answer questions about places with one short sentence.";

  @TempDir static Path folder;
  private static Path model;
  private static OnnxEngine engine;

  @BeforeAll
  static void open() throws IOException {
    CatalogModel entry = ModelCatalog.load().find("smollm2-135m-instruct");
    Path file = new ModelPull(PullSettings.fromEnvironment()).pull(entry, PullProgress.NONE);
    try (ModelSource source = ModelFiles.open(file)) {
      ModelImport.Origin origin = new ModelImport.Origin(entry.id(), entry.sha256(), null);
      ImportProgress progress = ImportProgress.silent();
      model = ModelImport.run(source, origin, folder.resolve("model"), progress).path();
    }
    engine = OnnxEngine.open(model, options(1 << 26));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void answersAQuestion() {
    Generation generation = TinyEngine.generate(engine, question("What is the capital of France?"));
    assertTrue(generation.text().contains("Paris"), generation::text);
    assertEquals(FinishReason.STOP, generation.finishReason());
  }

  @Test
  void givesTheSameTokensWithAndWithoutThePrefixCache() {
    GenerationRequest request = question("Where is the river Nile?");
    Generation computed;
    try (OnnxEngine without = OnnxEngine.open(model, options(0))) {
      computed = TinyEngine.generate(without, request);
    }
    TinyEngine.generate(engine, question("Where is Peru?"));
    Generation cached = TinyEngine.generate(engine, request);
    assertEquals(computed.text(), cached.text());
    assertEquals(computed.logProbability(), cached.logProbability());
    assertEquals(0, computed.usage().cachedTokens());
    assertTrue(cached.usage().cachedTokens() > 15, cached::toString);
  }

  @Test
  void answersSeveralQuestionsTogether() {
    List<CompletableFuture<Generation>> answers =
        List.of("France", "Italy", "Japan").stream()
            .map(country -> question("What is the capital of " + country + "?"))
            .map(r -> TinyEngine.generator(engine).generate(r).result().toCompletableFuture())
            .toList();
    List<String> capitals = List.of("Paris", "Rome", "Tokyo");
    for (int i = 0; i < capitals.size(); i++) {
      String text = answers.get(i).join().text();
      assertTrue(text.contains(capitals.get(i)), text);
    }
  }

  @Test
  void cancellingEndsThePromptThatIsBeingComputed() {
    Running running =
        TinyEngine.generator(engine).generate(question("What is next? " + "word ".repeat(800)));
    while (engine.metrics().running(WorkClass.INTERACTIVE) == 0) {
      Thread.onSpinWait();
    }
    running.cancel();
    Generation generation = running.result().toCompletableFuture().join();
    assertEquals(FinishReason.CANCELLED, generation.finishReason());
    assertEquals(0, generation.usage().outputTokens());
    assertTrue(
        TinyEngine.generate(engine, question("What is the capital of France?"))
            .text()
            .contains("Paris"));
  }

  @Test
  void findsTheRightAnswerMoreProbable() {
    List<Score> scores =
        engine
            .scorer(WorkClass.INTERACTIVE)
            .score("The capital of France is", List.of(" Paris", " Madrid", " seven"))
            .toCompletableFuture()
            .join();
    assertTrue(scores.get(0).logProbability() > scores.get(1).logProbability());
    assertTrue(scores.get(1).logProbability() > scores.get(2).logProbability());
  }

  @Test
  void writesJsonUnderASchema() throws IOException {
    String schema =
        """
        {"type": "object", "properties": {"city": {"type": "string", "maxLength": 20}},
         "required": ["city"], "additionalProperties": false}
        """;
    GenerationRequest request =
        new GenerationRequest(
            List.of(ChatMessage.user("Name the capital of France as JSON.")),
            0,
            60,
            Sampling.greedy(),
            Grammar.jsonSchema(schema),
            List.of(),
            null);
    Generation generation = TinyEngine.generate(engine, request);
    assertTrue(new ObjectMapper().readTree(generation.text()).path("city").isTextual());
  }

  @Test
  void readsTheModelsOwnTemplateAsItsAuthorsDo() {
    ModelFolder files = new ModelFolder(model);
    ModelCard card = ModelText.readCard(files);
    try (ModelText text = ModelText.read(files, card, 2048)) {
      ChatPrompt prompt = text.chat().prompt(List.of(ChatMessage.user("Hi")), 0);
      String whole =
          """
          <|im_start|>system
          You are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>
          <|im_start|>user
          Hi<|im_end|>
          <|im_start|>assistant
          """;
      assertArrayEquals(text.tokenizer().encode(whole), prompt.tokens());
    }
  }

  private static EngineOptions options(long prefixCacheBytes) {
    return EngineOptions.builder()
        .contextTokens(1024)
        .rows(1L << 28, 4)
        .prefixCacheBytes(prefixCacheBytes)
        .build();
  }

  private static GenerationRequest question(String words) {
    return new GenerationRequest(
        List.of(ChatMessage.system(TEMPLATE), ChatMessage.user(words)),
        1,
        40,
        Sampling.greedy(),
        Grammar.free(),
        List.of(),
        null);
  }
}
