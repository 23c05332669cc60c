package org.inkstone.service.engine.internal.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.Generation;
import org.inkstone.service.engine.TextEncoder.Passage;
import org.inkstone.service.engine.TextEncoder.Pooled;
import org.inkstone.service.engine.TextEncoder.Span;
import org.inkstone.service.engine.TextScorer.Score;
import org.inkstone.service.engine.WorkClass;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreAndEncodeTest {
  private static final String PREFIX = "Table Orders: Region, Amount, Date. Formula: =SUM(";

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
  void scoresEachContinuationByItself() {
    List<String> texts =
        List.of("Orders[Amount])", "销售额", "", "a longer one, over two chunks of tokens, 会议");
    List<Score> together = score(PREFIX, texts);
    for (int i = 0; i < texts.size(); i++) {
      assertEquals(score(PREFIX, List.of(texts.get(i))).getFirst(), together.get(i));
      assertEquals(engine.countTokens(texts.get(i)), together.get(i).tokens());
    }
    assertEquals(0, together.get(2).logProbability());
    assertTrue(together.get(0).logProbability() < 0);
  }

  @Test
  void scoreOfTwoPartsIsTheSumOfTheirScores() {
    // The space before "=" never merges with what stands before it.
    double whole = score(PREFIX, List.of("A1 =B2")).getFirst().logProbability();
    double first = score(PREFIX, List.of("A1")).getFirst().logProbability();
    double second = score(PREFIX + "A1", List.of(" =B2")).getFirst().logProbability();
    assertEquals(whole, first + second, 1e-3);
  }

  @Test
  void aGenerationsProbabilityIsItsScore() {
    Generation greedy = TinyEngine.generate(engine, TinyEngine.request("sum", 1));
    String prompt = "<|im_start|>user\nsum<|im_end|>\n<|im_start|>assistant\n";
    Score score = score(prompt, List.of(greedy.text())).getFirst();
    assertEquals(1, score.tokens());
    assertEquals(greedy.logProbability(), score.logProbability(), 1e-4);
  }

  @Test
  void keepsAScoredPrefix() {
    long hits = engine.metrics().prefixHits();
    score("Another prefix that is kept for later calls:", List.of("a"));
    score("Another prefix that is kept for later calls:", List.of("b"));
    assertEquals(hits + 1, engine.metrics().prefixHits());
  }

  @Test
  void poolsTheTokensOfASpan() {
    String text = "🙂 预算 the budget is 1200 euros";
    int start = text.indexOf("budget");
    Passage passage = new Passage(text, List.of(new Span(start, start + 6), whole(text)));
    List<Pooled> pooled = encode(2, PREFIX, List.of(passage)).getFirst();
    List<Pooled> again = encode(2, PREFIX, List.of(new Passage("x", List.of()), passage)).get(1);
    for (int i = 0; i < 2; i++) {
      assertEquals(64, pooled.get(i).mean().length);
      assertArrayEquals(pooled.get(i).mean(), again.get(i).mean());
      assertArrayEquals(pooled.get(i).last(), again.get(i).last());
    }
    assertTrue(distance(pooled.get(0).last(), pooled.get(1).last()) > 0.1);
  }

  @Test
  void theLastStateOfAPrefixIsThatOfTheTextBeforeTheSpan() {
    // States depend on what stands before, not on what follows.
    String text = "the budget";
    float[] alone = encode(1, "", List.of(all(text))).getFirst().getFirst().last();
    Passage longer = new Passage(text + ", and more", List.of(new Span(4, 10)));
    assertArrayEquals(alone, encode(1, "", List.of(longer)).getFirst().getFirst().last(), 1e-5f);
  }

  @Test
  void aPrefixCountsAsTextBefore() {
    float[] split =
        encode(2, "The total of", List.of(all(" the orders"))).getFirst().getFirst().last();
    float[] joined =
        encode(2, "", List.of(all("The total of the orders"))).getFirst().getFirst().last();
    assertArrayEquals(joined, split, 1e-4f);
  }

  @Test
  void layersDiffer() {
    float[] one = encode(1, "", List.of(all("budget"))).getFirst().getFirst().last();
    float[] two = encode(2, "", List.of(all("budget"))).getFirst().getFirst().last();
    assertTrue(distance(one, two) > 0.1);
  }

  @Test
  void refusesWhatCannotBe() {
    List<Passage> outside = List.of(new Passage("short", List.of(new Span(2, 9))));
    for (Runnable call :
        List.<Runnable>of(
            () -> encode(3, "", List.of()),
            () -> encode(0, "", List.of()),
            () -> encode(1, "", outside),
            () -> encode(1, "", List.of(all("word ".repeat(300)))),
            () -> score("", List.of("a")),
            () -> score(PREFIX, List.of("word ".repeat(300))))) {
      EngineException error = assertThrows(EngineException.class, call::run);
      assertEquals(Kind.INVALID_REQUEST, error.kind());
    }
  }

  @Test
  void embedsOnTheSameThread() {
    List<float[]> vectors =
        engine
            .embedder(WorkClass.INTERACTIVE)
            .embed(List.of("budget", "预算"))
            .toCompletableFuture()
            .join();
    assertEquals(2, vectors.size());
    assertEquals(engine.embedder(WorkClass.BATCH).dimension(), vectors.get(0).length);
  }

  private static List<Score> score(String prefix, List<String> texts) {
    return engine.scorer(WorkClass.INTERACTIVE).score(prefix, texts).toCompletableFuture().join();
  }

  private static List<List<Pooled>> encode(int layer, String prefix, List<Passage> passages) {
    return engine
        .encoder(WorkClass.BATCH)
        .encode(layer, prefix, passages)
        .toCompletableFuture()
        .join();
  }

  private static Passage all(String text) {
    return new Passage(text, List.of(whole(text)));
  }

  private static Span whole(String text) {
    return new Span(0, text.length());
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (double) (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
