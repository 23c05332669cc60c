package org.inkstone.service.engine.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.FinishReason;
import org.inkstone.service.engine.Generation;
import org.inkstone.service.engine.GenerationRequest;
import org.inkstone.service.engine.Grammar;
import org.inkstone.service.engine.Sampling;
import org.inkstone.service.engine.TextGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEngineTest {
  @TempDir static Path folder;
  private static OnnxEngine engine;

  @BeforeAll
  static void open() throws IOException {
    engine = TinyEngine.open(folder);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void generatesUpToTheLimit() {
    Generation generation = TinyEngine.generate(engine, TinyEngine.request("What is it?", 20));
    assertEquals(FinishReason.LENGTH, generation.finishReason());
    assertEquals(20, generation.usage().outputTokens());
    assertFalse(generation.text().isEmpty());
    assertTrue(generation.logProbability() < 0);
  }

  @Test
  void publishesExactlyTheTextOfTheResult() {
    StringBuilder pieces = new StringBuilder();
    TextGenerator.Running running =
        TinyEngine.generator(engine).generate(TinyEngine.seeded("会议", 60, 3), pieces::append);
    Generation generation = running.result().toCompletableFuture().join();
    assertEquals(generation.text(), pieces.toString());
  }

  @Test
  void givesTheSameTextForTheSameSeedAndAnotherForAnother() {
    Generation first = TinyEngine.generate(engine, TinyEngine.seeded("hello", 30, 7));
    Generation again = TinyEngine.generate(engine, TinyEngine.seeded("hello", 30, 7));
    Generation other = TinyEngine.generate(engine, TinyEngine.seeded("hello", 30, 8));
    assertEquals(first.text(), again.text());
    assertEquals(first.logProbability(), again.logProbability());
    assertNotEquals(first.text(), other.text());
  }

  @Test
  void givesTheSameAnswersTogetherAsAlone() {
    List<GenerationRequest> requests = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      requests.add(TinyEngine.seeded("request number " + "x".repeat(i * 9), 20 + 5 * i, i));
    }
    List<String> alone = requests.stream().map(r -> TinyEngine.generate(engine, r).text()).toList();
    List<CompletableFuture<Generation>> together =
        requests.stream()
            .map(r -> TinyEngine.generator(engine).generate(r).result().toCompletableFuture())
            .toList();
    assertEquals(alone, together.stream().map(f -> f.join().text()).toList());
  }

  @Test
  void endsAtAStopStringAcrossTokens() {
    Generation whole = TinyEngine.generate(engine, TinyEngine.request("stop here", 40));
    String stop = whole.text().substring(7, 12);
    GenerationRequest request =
        new GenerationRequest(
            List.of(ChatMessage.user("stop here")),
            0,
            40,
            Sampling.greedy(),
            Grammar.free(),
            List.of(stop),
            null);
    Generation stopped = TinyEngine.generate(engine, request);
    assertEquals(FinishReason.STOP, stopped.finishReason());
    assertEquals(whole.text().substring(0, whole.text().indexOf(stop)), stopped.text());
  }

  @Test
  void refusesAPromptOverTheContextWithTheNumbers() {
    GenerationRequest request = TinyEngine.request("word ".repeat(400), 5);
    EngineException error =
        assertThrows(EngineException.class, () -> TinyEngine.generator(engine).generate(request));
    assertEquals(Kind.INVALID_REQUEST, error.kind());
    assertTrue(error.toString().contains("256"), error::toString);
  }

  @Test
  void endsAtTheContextWithLength() {
    Generation generation = TinyEngine.generate(engine, TinyEngine.request("fill it", 5000));
    assertEquals(FinishReason.LENGTH, generation.finishReason());
    assertEquals(256, generation.usage().promptTokens() + generation.usage().outputTokens());
  }

  @Test
  void saysWhichModelItHolds() {
    assertEquals("tiny", engine.model().id());
    assertEquals(256, engine.model().contextTokens());
  }
}
