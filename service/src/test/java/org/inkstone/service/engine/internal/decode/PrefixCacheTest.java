package org.inkstone.service.engine.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.Generation;
import org.inkstone.service.engine.GenerationRequest;
import org.inkstone.service.engine.Grammar;
import org.inkstone.service.engine.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrefixCacheTest {
  private static final String ONE = "You sum what is in the sheet. Answer with a formula only.";
  private static final String TWO = "请用一句话回答：会议决定了什么？";

  @TempDir Path folder;

  @Test
  void givesTheSameAnswersWithAndWithoutTheCache() throws IOException {
    EngineOptions one = TinyEngine.options().rows(1, 1).build();
    EngineOptions none = TinyEngine.options().rows(1, 1).prefixCacheBytes(0).build();
    try (OnnxEngine with = TinyEngine.open(folder, one);
        OnnxEngine without = TinyEngine.open(folder, none)) {
      for (GenerationRequest request :
          List.of(request(ONE, "a"), request(TWO, "b"), request(ONE, "c"), request(ONE, "d"))) {
        Generation cached = TinyEngine.generate(with, request);
        Generation computed = TinyEngine.generate(without, request);
        assertEquals(computed.text(), cached.text());
        assertEquals(computed.logProbability(), cached.logProbability());
        assertEquals(0, computed.usage().cachedTokens());
      }
      assertEquals(2, with.metrics().prefixHits());
      assertEquals(2, with.metrics().prefixMisses());
      assertEquals(0, without.metrics().prefixHits());
    }
  }

  @Test
  void computesOnlyTheNewPartOfALaterPrompt() throws IOException {
    try (OnnxEngine engine = TinyEngine.open(folder)) {
      Generation first = TinyEngine.generate(engine, request(ONE, "first"));
      long before = engine.metrics().promptTokens();
      Generation later = TinyEngine.generate(engine, request(ONE, "later"));
      assertEquals(0, first.usage().cachedTokens());
      assertTrue(later.usage().cachedTokens() > 20);
      assertEquals(
          later.usage().promptTokens() - later.usage().cachedTokens(),
          engine.metrics().promptTokens() - before);
    }
  }

  @Test
  void aWarmedUpTemplateIsThereForTheFirstRequest() throws IOException {
    try (OnnxEngine engine = TinyEngine.open(folder)) {
      int kept = engine.warmUp(List.of(ChatMessage.system(ONE))).toCompletableFuture().join();
      Generation first = TinyEngine.generate(engine, request(ONE, "first"));
      assertEquals(kept, first.usage().cachedTokens());
    }
  }

  @Test
  void severalRowsTakeTheSamePrefix() throws IOException {
    try (OnnxEngine engine = TinyEngine.open(folder)) {
      String alone = TinyEngine.generate(engine, request(ONE, "x")).text();
      var together =
          List.of(request(ONE, "x"), request(ONE, "x"), request(ONE, "x")).stream()
              .map(r -> TinyEngine.generator(engine).generate(r).result().toCompletableFuture())
              .toList();
      together.forEach(future -> assertEquals(alone, future.join().text()));
      assertEquals(3, engine.metrics().prefixHits());
    }
  }

  @Test
  void dropsTheLeastRecentlyUsedWhenMemoryIsFull() throws IOException {
    // One token costs 2 layers * 2 * 2 heads * 16 floats = 512 bytes.
    EngineOptions small = TinyEngine.options().rows(1, 1).prefixCacheBytes(512 * 90).build();
    try (OnnxEngine engine = TinyEngine.open(folder, small)) {
      for (int i = 0; i < 6; i++) {
        TinyEngine.generate(engine, request(ONE.substring(i) + i, "x"));
        assertTrue(engine.metrics().prefixCacheBytes() <= 512 * 90);
      }
      assertTrue(engine.metrics().prefixCacheBytes() > 0);
      TinyEngine.generate(engine, request(ONE + 0, "x"));
      assertEquals(0, engine.metrics().prefixHits());
    }
  }

  private static GenerationRequest request(String fixed, String words) {
    return new GenerationRequest(
        List.of(ChatMessage.system(fixed), ChatMessage.user(words)),
        1,
        12,
        Sampling.greedy(),
        Grammar.free(),
        List.of(),
        null);
  }
}
